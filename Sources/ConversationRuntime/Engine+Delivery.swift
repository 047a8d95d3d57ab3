import Clocks
import FlowProgram
import Audit
package import Conversations
import Consent
import Encryption
import Storage

extension Engine {
    /// Takes a contact's queued messages, oldest first, each after the gate was asked again.
    ///
    /// What was handed over, or withheld now, leaves the queue with an audit leaf.
    package func deliver(
        to address: ContactAddress
    ) async throws(EngineError) -> [DeliveredMessage] {
        guard let contact = try directory.find(address) else { return [] }
        return try await locks.withLock(contact.id) { () async throws(EngineError) in
            guard let loaded = try self.load(contact) else { return [] }
            let rows = try self.queued(for: contact)
            guard !rows.isEmpty else { return [] }
            let now = self.clock.now()
            var delivery = Delivery(
                program: self.registry.current.program,
                state: loaded.state,
                subject: contact.id.bytes,
                now: now
            )
            var settled: [Int64] = []
            for row in rows {
                switch delivery.pass(try self.open(row, contact)) {
                case .settled: settled.append(row.id)
                case .waits: break
                }
            }
            let items = delivery.delivered
            guard !settled.isEmpty || loaded.state.heldUntil.map({ $0 <= now }) == true else {
                return []
            }
            let commit = TurnSealing(contact: contact, version: loaded.version, now: now)
                .commit(delivery.outcome(), inboxKey: nil, settled: settled)
            _ = try await self.write(commit)
            return items.map { DeliveredMessage(message: $0.message, withheld: $0.withheld) }
        }
    }

    func queued(for contact: KnownContact) throws(EngineError) -> [OutboxRow] {
        do {
            return try store.queued(for: contact.id)
        } catch {
            throw .store(error)
        }
    }

    func open(
        _ row: OutboxRow,
        _ contact: KnownContact
    ) throws(EngineError) -> OutboundMessage {
        do {
            let bytes = try contact.sealer.open(row.sealed, SealContexts.outbox(row.effectID))
            return try OutboundMessage(bytes: bytes)
        } catch {
            throw .tampered
        }
    }
}
