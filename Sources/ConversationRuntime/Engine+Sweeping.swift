import Audit
import Clocks
import Consent
import Conversations
import FlowProgram
import Storage

// What a sweep does to one contact, to what needs no opening, and to the log.
extension Engine {
    func add(
        _ state: ContactState,
        at instant: Timestamp,
        to tally: inout RetentionTally
    ) {
        let program = registry.current.program
        let later = state.projected(from: clock.now(), to: instant, in: program)
        if let deletion = later.plannedDeletion(program.retention), deletion.dueAt <= instant {
            tally.add(deletion)
            return
        }
        for end in state.valueEnds where end <= instant {
            tally.add(keptValueEnding: end, program.retention)
        }
    }

    func apply(
        to contact: KnownContact,
        _ state: ContactState,
        at now: Timestamp,
        _ tally: inout RetentionTally
    ) async throws(EngineError) {
        let program = registry.current.program
        let current = state.projected(from: now, to: now, in: program)
        if let deletion = current.plannedDeletion(program.retention), deletion.dueAt <= now {
            // Never another contact in this one's place.
            guard try directory.find(state.address)?.id == contact.id else { return }
            let receipt = try await erase(
                state.address,
                because: .retention(deletion.recordClass.rawValue),
                by: .engine
            )
            if receipt != nil { tally.add(deletion) }
            return
        }
        let ends = state.valueEnds.filter { $0 <= now }
        guard !ends.isEmpty, try await wake(contact.id) != nil else { return }
        for end in ends {
            tally.add(keptValueEnding: end, program.retention)
        }
    }

    // MARK: What needs no opening

    func addUnopened(
        at instant: Timestamp,
        _ vault: any KeyVault,
        to tally: inout RetentionTally
    ) throws(EngineError) {
        tally.add(unfinishedContacts: try unfinished(in: vault).count)
        guard let inbox = inboxSweep(at: instant) else { return }
        do {
            tally.add(inbox.deletion, count: try store.inboxCount(before: inbox.before))
        } catch {
            throw .store(error)
        }
    }

    func sweepUnopened(
        at now: Timestamp,
        _ vault: any KeyVault,
        _ tally: inout RetentionTally
    ) async throws(EngineError) {
        for id in try unfinished(in: vault) where try await destroyUnfinished(id, vault) {
            tally.add(unfinishedContacts: 1)
        }
        guard let inbox = inboxSweep(at: now) else { return }
        do throws(StoreError) {
            // The store prunes in pieces, so that a large inbox never holds up a turn for long.
            while true {
                let count = try store.pruneInbox(before: inbox.before)
                if count == 0 { break }
                tally.add(inbox.deletion, count: count)
            }
            // What was sent is known for as long as what was received.
            while try store.pruneSent(before: inbox.before) > 0 { continue }
        } catch {
            throw .store(error)
        }
    }

    /// Contacts that have keys and no row: a crash came before their first turn was finished, or
    /// the turn is under way.
    private func unfinished(in vault: any KeyVault) throws(EngineError) -> [ContactID] {
        var found: [ContactID] = []
        var last: ContactID?
        do throws(StoreError) {
            while true {
                let piece = try vault.contactIDs(after: last, limit: Self.sweepPiece)
                guard let end = piece.last else { return found }
                for id in piece where try store.contact(id) == nil { found.append(id) }
                last = end
            }
        } catch {
            throw .store(error)
        }
    }

    /// Destroys the keys of a contact that still has no row once no turn of theirs is under way.
    private func destroyUnfinished(
        _ id: ContactID,
        _ vault: any KeyVault
    ) async throws(EngineError) -> Bool {
        try await locks.withLock(id) { () async throws(EngineError) -> Bool in
            do throws(StoreError) {
                guard try self.store.contact(id) == nil,
                    try !self.store.erasureJobs().contains(where: { $0.contact == id })
                else { return false }
                var records: Set<[UInt8]?> = []
                for identifier in try vault.identifiers(of: id) {
                    records.insert(try vault.suppression(for: identifier))
                }
                // INVARIANT: what the address said before stays, whatever becomes of these keys.
                guard records.count <= 1 else { return false }
                try self.directory.destroy([id], keeping: records.first ?? nil)
                return true
            } catch {
                throw .store(error)
            }
        }
    }

    /// The ids received before this instant are not needed any more.
    private func inboxSweep(at now: Timestamp) -> (before: Timestamp, deletion: PlannedDeletion)? {
        let policy = registry.current.program.retention
        guard let last = policy.rule(for: .inbox).cutoff(at: now),
            let deletion = policy.rowDeletion(of: .inbox, from: last)
        else { return nil }
        return (Timestamp(milliseconds: last.milliseconds + 1), deletion)
    }

    // MARK: The log

    /// A leaf for each class that lost something: how many, never who.
    func record(_ plan: RetentionPlan) throws(EngineError) {
        let now = clock.now()
        let leaves = plan.items.map { item in
            let event = AuditEvent(
                time: now,
                kind: .retentionApplied,
                to: "count:\(item.count)",
                cause: item.recordClass,
                actor: Actor.engine.rawValue
            )
            return PreparedLeaf(body: AuditLeaf.encode(event))
        }
        guard !leaves.isEmpty else { return }
        do {
            try store.append(leaves, at: now)
        } catch {
            throw .store(error)
        }
    }
}
