import Conversations
import JSONCoding

/// Reads that a user has a new number, a new business-scoped id, or both.
///
/// Meta tells it twice: as a `system` message, and as a change of the field `user_id_update`. With
/// a new number comes a new id.
struct WhatsAppAddressChange {
    private let value: WhatsAppValue

    init(_ value: WhatsAppValue) {
        self.value = value
    }

    /// A `system` message: `from` is the old number, what the message holds is new.
    func events(
        of message: JSONValue,
        id: String,
        by user: WhatsAppUser,
        at place: String
    ) -> [InboundEvent] {
        let system = message["system"]
        let new = WhatsAppUser(
            phone: system?["wa_id"] ?? system?["new_wa_id"],
            businessID: system?["user_id"],
            parentID: nil,
            on: value.channel
        )
        let told = old(in: system?["body"]?.text ?? "", before: new.businessID)
        let old = WhatsAppUser(
            phones: user.phones,
            businessID: user.businessID == new.businessID ? told : user.businessID ?? told,
            parentID: nil
        )
        let changes = Self.changes(from: old, to: new)
        guard !changes.isEmpty else {
            return [.broken(place: place + ".system", why: "it does not say who has what address")]
        }
        let time = message["timestamp"]
        return changes.map { signal(from: $0, to: $1, mark: id, time) }
    }

    /// An item of `user_id_update`: `user_id` and `parent_user_id` with `previous` and `current`.
    func events(of update: JSONValue, at place: String) -> [InboundEvent] {
        let changes = ["user_id", "parent_user_id"].compactMap { name in
            let ids = ["previous", "current"].compactMap { end in
                address(update[name]?[end])
            }
            return ids.count == 2 && ids[0] != ids[1] ? (ids[0], ids[1]) : nil
        }
        guard !changes.isEmpty else {
            return [.broken(place: place, why: "it does not say which id became which")]
        }
        let time = update["timestamp"]
        return changes.map { signal(from: $0, to: $1, mark: value.mark(time), time) }
    }

    private func address(_ value: JSONValue?) -> ContactAddress? {
        WhatsAppUser(phone: nil, businessID: value, parentID: nil, on: self.value.channel)
            .businessID
    }

    /// Number becomes number and id becomes id; where only one of each kind is known, what there
    /// is becomes what there is.
    private static func changes(
        from old: WhatsAppUser,
        to new: WhatsAppUser
    ) -> [(ContactAddress, ContactAddress)] {
        let pairs = [(old.phones.first, new.phones.first), (old.businessID, new.businessID)]
        let changes = pairs.compactMap { pair -> (ContactAddress, ContactAddress)? in
            guard let old = pair.0, let new = pair.1, old != new else { return nil }
            return (old, new)
        }
        guard changes.isEmpty, let old = old.addresses.first,
            let new = new.addresses.first(where: { $0 != old })
        else { return changes }
        return [(old, new)]
    }

    private func signal(
        from old: ContactAddress,
        to new: ContactAddress,
        mark: String,
        _ time: JSONValue?
    ) -> InboundEvent {
        .signal(
            ProviderSignal(
                address: old,
                kind: .changedAddress(to: new),
                id: "changed:\(old.text):\(new.text):\(mark)",
                at: value.time(time)
            )
        )
    }

    /// The old id in `User <name> changed from <old> to <new>`, where nothing else tells it.
    ///
    /// Users choose their names: only the last five words are Meta's, and a name that ends like the
    /// sentence does must not make one user another.
    private func old(in sentence: String, before new: ContactAddress?) -> ContactAddress? {
        let words = sentence.split(separator: " ").suffix(5).map { String($0) }
        guard let new, words.count == 5, words[0] == "changed", words[1] == "from",
            words[3] == "to", words[4] == new.text
        else { return nil }
        return address(.text(words[2]))
    }
}
