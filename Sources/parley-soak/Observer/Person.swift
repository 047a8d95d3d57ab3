import Clocks
import Conversations

/// Where one consent stands, by the acts the observer saw.
struct Standing: Hashable {
    struct Key: Hashable {
        let purpose: String
        let channel: String
    }

    /// Given by two acts that the observer saw, and not ended since.
    var isGiven = false
    /// Somebody decided or asked something about it.
    var isTouched = false
    /// The call in which it was withdrawn; until it is given again.
    var withdrawnIn: Int?
    /// Nothing was asked since it was withdrawn.
    var restsWithdrawn = false
    var isRefused = false
    var firstRequestedAt: Timestamp?
    var requestedIn: Int?
    var ownRequestIn: Int?
    var endsAt: Timestamp?
    var noticeVersion: String?
}

/// A message the observer saw being queued.
struct QueuedMessage {
    /// `nil` when a crash swallowed the report.
    let message: OutboundMessage?
    let className: String
    let purpose: String?
    let queuedIn: Int
    /// It was the one confirmation of a STOP.
    let confirmsStop: Bool
    var isDead = false
    var isDelivered = false
}

/// A person as the observer knows them: addresses, and what they said.
final class Person {
    var addresses: Set<Int>
    var isBorn = false
    var locale = ""
    var lastChannel: String
    var standings: [Standing.Key: Standing] = [:]
    /// The call of the last STOP that still holds, and when it was.
    var stoppedIn: Int?
    var stoppedAt: Timestamp?
    /// Messages since that STOP that nothing but the STOP explains.
    var confirmations = 0
    /// Since the STOP they asked for something themselves: START, HELP, their rights.
    var asksAgain = false
    /// A text may have been a STOP, and they have not written since.
    var isDoubtful = false
    var isRestricted = false
    var exercisedRights = false
    var shown: [ShownInstance] = []
    var buttonIDs: Set<String> = []
    var wordsShown: Set<String> = []
    var missedWords = false
    var queue: [QueuedMessage] = []

    struct ShownInstance: Hashable {
        let text: Edition.ShownText
        let channel: String
        let number: Int
    }

    init(address: Int, channel: String) {
        addresses = [address]
        lastChannel = channel
    }

    var isStopped: Bool { stoppedIn != nil }

    /// Whether any consent to a purpose was withdrawn and not given again.
    func hasWithdrawn(_ purpose: String) -> Bool {
        standings.contains { $0.key.purpose == purpose && $0.value.withdrawnIn != nil }
    }

    /// The latest call in which consent to a purpose was withdrawn, on any channel, or everything.
    func lastWithdrawal(of purpose: String) -> Int? {
        let named = standings.filter { $0.key.purpose == purpose }.compactMap(\.value.withdrawnIn)
        return (named + [stoppedIn].compactMap(\.self)).max()
    }

    // MARK: What ends consent

    /// STOP to everything.
    func stop(in number: Int, at now: Timestamp) {
        if !isStopped {
            stoppedIn = number
            confirmations = 0
        }
        // Also said again: what was queued since, such as the answer to START, dies with it.
        for place in queue.indices { queue[place].isDead = true }
        // Said again, it may be confirmed now, if it was not before.
        stoppedAt = now
        asksAgain = false
        isDoubtful = false
        for purpose in Set(standings.keys.map(\.purpose)) { withdraw(purpose, in: number) }
    }

    /// One purpose withdrawn: on every channel on which anything is known of it.
    func withdraw(_ purpose: String, in number: Int) {
        for key in standings.keys where key.purpose == purpose { withdraw(key, in: number) }
    }

    func withdraw(_ key: Standing.Key, in number: Int) {
        var standing = standings[key] ?? Standing()
        end(&standing)
        standing.withdrawnIn = standing.restsWithdrawn ? standing.withdrawnIn : number
        standing.restsWithdrawn = true
        standings[key] = standing
        bury(key.purpose)
    }

    /// Not valid any more, for whatever reason.
    func end(_ key: Standing.Key) {
        var standing = standings[key] ?? Standing()
        let wasGiven = standing.isGiven
        end(&standing)
        standings[key] = standing
        if wasGiven { bury(key.purpose) }
    }

    private func end(_ standing: inout Standing) {
        standing.isGiven = false
        standing.isTouched = true
        standing.endsAt = nil
        standing.firstRequestedAt = nil
        standing.requestedIn = nil
        standing.ownRequestIn = nil
    }

    /// What is queued for a purpose must never come out.
    func bury(_ purpose: String) {
        for place in queue.indices where queue[place].purpose == purpose {
            queue[place].isDead = true
        }
    }
}
