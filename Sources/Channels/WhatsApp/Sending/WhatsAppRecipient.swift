import Conversations
import JSONCoding

/// Whom a message goes to, in the member that Meta wants it in.
///
/// A business-scoped id in `to` is dropped without a word, and a number in `recipient` is refused.
enum WhatsAppRecipient: Hashable, Sendable {
    /// A phone number, digits only: `to`.
    case number(String)
    /// A business-scoped id: `recipient`.
    case businessID(String)

    /// - Throws: `foreignAddress` for another channel's address, or one that is neither.
    init(_ address: ContactAddress, on channel: String) throws(EncodingFault) {
        guard address.channel == channel else { throw .foreignAddress }
        let text = address.text
        if text.hasPrefix("+"), let number = WhatsAppUser.phone(text) {
            self = .number(String(number.dropFirst()))
        } else if let id = WhatsAppUser.businessID(text) {
            self = .businessID(id)
        } else {
            throw .foreignAddress
        }
    }

    var member: JSONValue.Member {
        switch self {
        case .number(let number): JSONValue.Member("to", .text(number))
        case .businessID(let id): JSONValue.Member("recipient", .text(id))
        }
    }

    /// A message of one type to them; the key comes back in every status of it.
    func message(_ type: String, _ content: JSONValue, key: String) -> JSONValue {
        .object([
            JSONValue.Member("messaging_product", "whatsapp"),
            JSONValue.Member("recipient_type", "individual"),
            member,
            JSONValue.Member("type", .text(type)),
            JSONValue.Member(type, content),
            JSONValue.Member("biz_opaque_callback_data", .text(key)),
        ])
    }
}
