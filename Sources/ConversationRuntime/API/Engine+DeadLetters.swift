import Clocks
import Consent
import Conversations
import Encryption
package import Storage

// What an operator does with messages that delivery gave up.
extension Engine {
    /// Dead letters of all contacts with a greater id, the oldest first; 0 for the first page.
    package func deadLetters(
        after id: Int64,
        limit: Int
    ) throws(EngineError) -> [DeadLetter] {
        do {
            return try store.deadLetters(after: id, limit: limit)
        } catch {
            throw .store(error)
        }
    }

    // INVARIANT: default deny: what is tried again meets the gate again before it leaves.
    /// Has a dead letter tried again, as if it had never been tried.
    ///
    /// - Returns: The letter as it was; `nil` when there is none with this id, because a STOP has
    ///   cancelled it, somebody was quicker, or there never was one.
    package func requeue(_ id: Int64) async throws(EngineError) -> DeadLetter? {
        try await settle(id, .requeued(id: id)) { $0.requeue($1) }
    }

    /// Gives a dead letter up for good.
    ///
    /// - Returns: The letter as it was; `nil` when there is none with this id.
    package func discard(_ id: Int64) async throws(EngineError) -> DeadLetter? {
        try await settle(id, .discarded(id: id)) { $0.discard($1) }
    }

    private func settle(
        _ id: Int64,
        _ change: DeliveryChange,
        _ note: (inout Delivery, OutboundMessage) -> Void
    ) async throws(EngineError) -> DeadLetter? {
        guard let found = try deadLetter(id),
            let contact = try directory.contact(found.contact)
        else { return nil }
        return try await locks.withLock(contact.id) {
            () async throws(EngineError) -> DeadLetter? in
            // Again under the lock: somebody else may have been quicker.
            guard let letter = try self.deadLetter(id), let loaded = try self.load(contact)
            else { return nil }
            let row = OutboxRow(
                id: letter.id,
                effectID: letter.effectID,
                purpose: letter.purpose,
                sealed: letter.sealed
            )
            let now = self.clock.now()
            var delivery = self.delivery(for: contact, loaded, at: now)
            note(&delivery, try self.open(row, contact))
            let commit = TurnSealing(contact: contact, version: loaded.version, now: now)
                .commit(delivery.outcome(), inboxKey: nil, deliveries: [change])
            _ = try await self.write(commit)
            if case .requeued = change { self.noteRequeued(contact.id) }
            return letter
        }
    }

    private func deadLetter(_ id: Int64) throws(EngineError) -> DeadLetter? {
        do {
            return try store.deadLetter(id)
        } catch {
            throw .store(error)
        }
    }
}
