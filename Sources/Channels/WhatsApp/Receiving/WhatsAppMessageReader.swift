import Conversations
import JSONCoding

/// Reads what contacts sent, and what Meta says in their place (`system`).
struct WhatsAppMessageReader {
    private let value: WhatsAppValue

    init(_ value: WhatsAppValue) {
        self.value = value
    }

    func events(of message: JSONValue, at place: String) -> [InboundEvent] {
        guard let id = WhatsAppText.id(message["id"]) else {
            return [.broken(place: place + ".id", why: "it is no id")]
        }
        let user = value.users.user(
            phone: message["from"],
            businessID: message["from_user_id"],
            parentID: message["from_parent_user_id"]
        )
        if message["is_echo"]?.truth == true { return [.unknown(kind: "echo")] }
        if message["type"]?.text == "system" {
            return system(message, id: id, of: user, at: place)
        }
        let content: InboundMessage.Content
        switch WhatsAppContent.read(message) {
        case .said(let said): content = said
        case .notSaid(let kind): return [.unknown(kind: kind)]
        }
        guard let address = user.addresses.first else {
            return [.broken(place: place + ".from", why: "it names nobody")]
        }
        let inbound = InboundMessage(
            address: address,
            providerID: id,
            content: content,
            receivedAt: value.time(message["timestamp"]),
            localeHint: nil
        )
        return [.message(inbound, aliases: Array(user.addresses.dropFirst()))]
    }

    private func system(
        _ message: JSONValue,
        id: String,
        of user: WhatsAppUser,
        at place: String
    ) -> [InboundEvent] {
        let system = message["system"]
        switch system?["type"]?.text {
        case "user_changed_number", "user_changed_user_id", "customer_changed_number":
            return WhatsAppAddressChange(value).events(of: message, id: id, by: user, at: place)
        case "customer_identity_changed", "user_identity_changed":
            guard !user.primaries.isEmpty else {
                return [.broken(place: place + ".from", why: "it names nobody")]
            }
            return user.primaries.map { address in
                .signal(
                    ProviderSignal(
                        address: address,
                        kind: .identityChanged,
                        id: "identity:\(address.text):\(id)",
                        at: value.time(message["timestamp"])
                    )
                )
            }
        case let other:
            return [.unknown(kind: "system.\(WhatsAppText.plainName(other))")]
        }
    }
}
