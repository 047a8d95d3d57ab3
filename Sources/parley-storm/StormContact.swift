import ProviderSimulator

/// One contact's conversation, as an observer outside of the daemon sees it.
struct StormContact {
    /// What they did, by the provider's id, once the daemon had acknowledged it.
    var acknowledged: [String] = []
    /// Keys of messages that arrived.
    var arrived: Set<String> = []
    /// Keys of messages that arrived after STOP was acknowledged.
    var afterStop: Set<String> = []
    var taps = 0
    var isStopAcknowledged = false
    var isStopping = false

    /// What they do when a message arrives: tap the first button, and after so many taps, STOP.
    static let tapsBeforeStop = 2

    /// Takes an arrival; what the contact does about it, if anything.
    mutating func take(_ arrival: ProviderSimulation.Arrival) -> ContactAct? {
        let key = arrival.message.key ?? arrival.id
        if isStopAcknowledged {
            afterStop.insert(key)
            return nil
        }
        // A repetition under the same key is one that the provider would not have shown again.
        guard arrived.insert(key).inserted, !isStopping else { return nil }
        if taps < Self.tapsBeforeStop, let first = arrival.message.buttons.first {
            taps += 1
            return .tap(first)
        }
        isStopping = true
        return .text("STOP")
    }
}
