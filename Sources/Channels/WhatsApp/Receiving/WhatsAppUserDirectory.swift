import Conversations
import JSONCoding

/// The `contacts` of one webhook value, found by id: their order says nothing about whose message
/// is whose.
struct WhatsAppUserDirectory: Sendable {
    private let channel: String
    private var byPhone: [ContactAddress: WhatsAppUser] = [:]
    private var byBusinessID: [ContactAddress: WhatsAppUser] = [:]

    /// What is no contact, or has no id, is passed over: it names nobody.
    init(_ contacts: [JSONValue], on channel: String) {
        self.channel = channel
        for contact in contacts {
            let user = WhatsAppUser(
                phone: contact["wa_id"],
                businessID: contact["user_id"],
                parentID: contact["parent_user_id"],
                on: channel
            )
            for phone in user.phones where byPhone[phone] == nil { byPhone[phone] = user }
            if let id = user.businessID, byBusinessID[id] == nil { byBusinessID[id] = user }
        }
    }

    /// The user that these ids name, with whatever else the contacts say of them.
    func user(phone: JSONValue?, businessID: JSONValue?, parentID: JSONValue?) -> WhatsAppUser {
        let user = WhatsAppUser(
            phone: phone,
            businessID: businessID,
            parentID: parentID,
            on: channel
        )
        if let id = user.businessID, let contact = byBusinessID[id] {
            return user.joined(with: contact)
        }
        // INVARIANT: one number with two ids is two people, as far as anybody can tell.
        guard let contact = user.phones.lazy.compactMap({ byPhone[$0] }).first,
            user.businessID == nil || contact.businessID == nil
        else { return user }
        return user.joined(with: contact)
    }
}
