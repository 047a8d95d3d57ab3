import Conversations
import JSONCoding

/// Reads what users chose under "Offers and announcements".
///
/// Source: Webhooks, `user_preferences` reference.
struct WhatsAppPreferenceReader {
    private let value: WhatsAppValue

    init(_ value: WhatsAppValue) {
        self.value = value
    }

    func events(of preference: JSONValue, at place: String) -> [InboundEvent] {
        let category = preference["category"]?.text ?? "marketing_messages"
        let choice = preference["value"]?.text
        guard category == "marketing_messages" else {
            return [.unknown(kind: "user_preferences.\(WhatsAppText.plainName(category))")]
        }
        let kind: ProviderSignal.Kind
        switch choice {
        case "stop": kind = .stoppedMarketing
        // LAW: what Meta would carry again is not consent (GDPR Art. 4(11)).
        case "resume": kind = .resumedMarketing
        case nil: return [.broken(place: place + ".value", why: "it is no text")]
        default: return [.unknown(kind: "user_preferences.\(WhatsAppText.plainName(choice))")]
        }
        let user = value.users.user(
            phone: preference["wa_id"],
            businessID: preference["user_id"],
            parentID: preference["parent_user_id"]
        )
        guard !user.primaries.isEmpty else {
            return [.broken(place: place + ".wa_id", why: "it names nobody")]
        }
        // INVARIANT: a stop reaches the contact under whichever id they are known. A signal for
        // each, because one that is known by id alone is not found by a number.
        return user.primaries.map { address in
            let time = preference["timestamp"]
            let name = WhatsAppText.plainName(choice)
            return .signal(
                ProviderSignal(
                    address: address,
                    kind: kind,
                    id: "preference:\(address.text):\(name):\(value.mark(time))",
                    at: value.time(time)
                )
            )
        }
    }
}
