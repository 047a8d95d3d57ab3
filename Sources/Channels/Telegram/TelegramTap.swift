import Conversations

/// A tap on a button, which Telegram shows as waiting until the bot answers it.
enum TelegramTap {
    /// Stands before the id of a tap in that of its message.
    static let mark = "tap-"

    /// The tap's id, if a message is one.
    static func id(of message: InboundMessage) -> String? {
        guard let colon = message.providerID.firstIndex(of: ":") else { return nil }
        let part = message.providerID[message.providerID.index(after: colon)...]
        guard part.hasPrefix(mark) else { return nil }
        return String(part.dropFirst(mark.count))
    }

    static func isID(_ text: String) -> Bool {
        (1...TelegramLimits.callbackID).contains(text.utf8.count)
            && text.utf8.allSatisfy(TelegramSecret.mayHold)
    }
}
