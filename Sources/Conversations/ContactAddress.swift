/// Where a contact is reached: a channel and the address on it.
///
/// It never prints itself whole, so that it cannot slip into a log or an error.
package struct ContactAddress: Hashable, Sendable, CustomStringConvertible {
    package let channel: String
    package let text: String

    /// The longest address of any channel we know, with room.
    package static let longestText = 256

    /// `nil` for an empty or oversized address or channel, or one with control characters.
    package init?(channel: String, text: String) {
        let isClean = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard (1...64).contains(channel.utf8.count), isClean,
            (1...Self.longestText).contains(text.utf8.count)
        else { return nil }
        self.channel = channel
        self.text = text
    }

    package var description: String {
        text.count >= 10 ? "\(channel):\(text.prefix(3))…\(text.suffix(2))" : "\(channel):…"
    }
}
