import Audit
import Clocks
import Consent
package import Conversations
package import Storage

// Erasing a contact: by destroying the keys, in steps that may each be the last before a crash.
//
// 1. A turn writes `erasure.requested` and the job, in one transaction.
// 2. The rows in parley.db go.
// 3. The keys go, and what the addresses refused stays under keyed hashes, in one transaction.
// 4. `erasure.completed` is written and the job is done, in one transaction.
extension Engine {
    /// Erases the contact behind an address.
    ///
    /// - Returns: `nil` for an address that is no contact's.
    // LAW: Art. 17 GDPR.
    package func erase(
        _ address: ContactAddress,
        because cause: ErasureCause,
        by actor: Actor
    ) async throws(EngineError) -> ErasureReceipt? {
        guard try directory.find(address) != nil else { return nil }
        return try await withContact(at: address) {
            (contact: KnownContact, loaded: Loaded?) async throws(EngineError) in
            guard let loaded else { return nil }
            let turn = Turn.operation(.erase(cause), by: actor)
            let decided = try self.decide(turn, loaded, of: contact)
            _ = try await self.write(decided)
            guard let job = decided.commit.erasure else { return nil }
            return try self.finish(job)
        }
    }

    /// Finishes the erasures that a crash interrupted; done before the engine takes its first turn.
    @discardableResult
    package func finishErasures() throws(StoreError) -> [ErasureReceipt] {
        var receipts: [ErasureReceipt] = []
        for job in try store.erasureJobs() {
            if let receipt = try finishing(job) { receipts.append(receipt) }
        }
        return receipts
    }

    func isBeingErased(_ contact: ContactID) throws(EngineError) -> Bool {
        do {
            return try store.erasureJobs().contains { $0.contact == contact }
        } catch {
            throw .store(error)
        }
    }

    /// What there is to destroy, of a contact and of those merged into it.
    func rowCounts(of contact: ContactID, _ state: ContactState) throws(EngineError) -> ShredCounts
    {
        var counts = ShredCounts()
        do {
            for id in [contact] + state.mergedFrom.compactMap({ ContactID(bytes: $0) }) {
                counts += try store.rowCounts(of: id)
            }
        } catch {
            throw .store(error)
        }
        return counts
    }

    private func finish(_ job: ErasureJob) throws(EngineError) -> ErasureReceipt? {
        do {
            return try finishing(job)
        } catch {
            throw .store(error)
        }
    }

    /// Steps 2 to 4; each may be repeated.
    private func finishing(_ job: ErasureJob) throws(StoreError) -> ErasureReceipt? {
        let details: ErasureDetails
        do {
            details = try ErasureDetails(bytes: job.details)
        } catch {
            throw .corrupt(file: "parley.db")
        }
        let contacts = [job.contact] + details.mergedFrom.compactMap { ContactID(bytes: $0) }
        for contact in contacts { _ = try store.shred(contact) }
        try directory.destroy(contacts, keeping: details.suppression)
        let now = clock.now()
        let event = AuditEvent(
            time: now,
            kind: .erasureCompleted,
            subject: job.contact.bytes,
            sequence: job.lastSequence + 1,
            cause: details.cause,
            actor: Actor.engine.rawValue
        )
        let leaf = PreparedLeaf(body: AuditLeaf.encode(event))
        guard let index = try store.finishErasure(of: job.contact, leaves: [leaf], at: now),
            let head = try store.heads(from: index + 1, limit: 1).first
        else { return nil }
        return ErasureReceipt(
            pseudonym: job.contact.bytes,
            cause: details.cause,
            requestedAt: job.requestedAt,
            completedAt: now,
            counts: details.counts,
            isSuppressed: details.suppression != nil,
            vendors: details.vendors,
            leaf: index,
            head: head
        )
    }
}
