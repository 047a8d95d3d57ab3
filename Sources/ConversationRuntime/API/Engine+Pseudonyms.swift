import Clocks
import Consent
package import Conversations
package import Storage

/// Who a pseudonym leads to.
package enum ContactPlace: Hashable, Sendable {
    /// Nobody: it was never given, or the contact was erased.
    case nobody
    /// The contact became one with another, who goes on.
    case merged(into: ContactID)
    /// A contact, where they are written to.
    case current(ContactAddress)
}

// Contacts by the name that the log and programs know them under.
extension Engine {
    /// Who a pseudonym leads to.
    package func place(of id: ContactID) throws(EngineError) -> ContactPlace {
        guard let contact = try directory.contact(id), let state = try load(contact)?.state
        else { return .nobody }
        if let survivor = state.mergedInto.flatMap({ ContactID(bytes: $0) }) {
            return .merged(into: survivor)
        }
        // Never another contact in this one's place.
        guard try directory.find(state.address)?.id == id else { return .nobody }
        return .current(state.address)
    }

    /// The pseudonym of the contact behind an address that has finished a turn.
    package func pseudonym(of address: ContactAddress) throws(EngineError) -> ContactID? {
        guard let contact = try directory.find(address), try load(contact) != nil else {
            return nil
        }
        return contact.id
    }

    /// Whether a pseudonym is a contact's.
    package func isContact(_ id: ContactID) throws(EngineError) -> Bool {
        try directory.contact(id) != nil
    }

    /// The pseudonyms of contacts, in a fixed order; also of those that were merged into others.
    package func pseudonyms(
        after last: ContactID?,
        limit: Int
    ) throws(EngineError) -> [ContactID] {
        do {
            return try store.contacts(after: last, limit: limit)
        } catch {
            throw .store(error)
        }
    }

    /// Does something to a contact that no message of theirs did.
    ///
    /// - Returns: `nil` for a pseudonym that is nobody's any more.
    package func perform(
        _ operation: Operation,
        by actor: Actor,
        on id: ContactID
    ) async throws(EngineError) -> TurnReport? {
        guard let contact = try directory.contact(id) else { return nil }
        let report = try await locks.withLock(id) { () async throws(EngineError) -> TurnReport? in
            // Erased or merged while this waited.
            guard try self.directory.contact(id) != nil, let loaded = try self.load(contact),
                loaded.state.mergedInto == nil
            else { return nil }
            let turn = Turn.operation(operation, by: actor)
            return try await self.write(self.decide(turn, loaded, of: contact))
        }
        if let report { await finishStopping(report) }
        return report
    }
}
