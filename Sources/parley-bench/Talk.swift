import Clocks
import Conversations

/// Who says what: contacts who agreed to order updates come back to the menu again and again.
struct Talk: Sendable {
    /// Said once by each contact: two acts of consent, and a name.
    static let agreement: [String] = ["hello", "yes please", "I agree", "yes, gladly", "Anna"]
    /// Said over and over: begins and ends at the menu, and uses what flows are made of.
    static let visit: [String] = [
        "where is my order?", "12345678", "hold it", "3", "what?", "data protection", "bye",
        "hello",
    ]
    /// Contacts that talk; twice as many as one commit should carry, because while one half waits
    /// for the disk the other half is decided.
    static let contacts = 128

    static let channel = "whatsapp"

    /// The message number `turn` of a contact: the agreement, then visit after visit.
    static func message(
        _ turn: Int,
        of contact: Int,
        at now: Timestamp
    ) throws(BenchError) -> InboundMessage {
        guard let address = ContactAddress(channel: channel, text: "+49151\(digits(contact))")
        else { throw BenchError("an address is not well formed") }
        return InboundMessage(
            address: address,
            providerID: providerID(turn, of: contact),
            content: .text(text(turn)),
            receivedAt: now,
            localeHint: "en"
        )
    }

    static func text(_ turn: Int) -> String {
        guard turn >= agreement.count else { return agreement[turn] }
        return visit[(turn - agreement.count) % visit.count]
    }

    /// Always as long, so that every key is made from as many bytes.
    static func providerID(_ turn: Int, of contact: Int) -> String {
        "wamid.\(digits(contact))-\(digits(turn))"
    }

    /// Seven digits.
    private static func digits(_ number: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 7 - text.count)) + text
    }
}

/// Why there is no measurement.
struct BenchError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
