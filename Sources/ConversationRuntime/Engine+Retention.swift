import Audit
package import Clocks
import Consent
import Conversations
import FlowInterpreter
import FlowProgram
package import Storage

// LAW: Art. 5(1)(e) GDPR: data are kept no longer than necessary.
// The end of keeping, swept over a whole store: what is due, and doing it.
extension Engine {
    /// Contacts opened, and rows deleted, at a time.
    static let sweepPiece = 256

    /// What the policy will have ended by `instant`, if nobody does anything until then.
    ///
    /// Consents that end by then count as ended, and conversations that nobody continues as over.
    /// `vault` is the one the engine was opened on.
    package func retentionPlan(
        at instant: Timestamp,
        vault: any KeyVault,
        progress: (Int) -> Void = { _ in }
    ) throws(EngineError) -> RetentionPlan {
        var tally = RetentionTally()
        var contacts = 0
        let unreadable = try forEachContact(progress) { _, state throws(EngineError) in
            contacts += 1
            self.add(state, at: instant, to: &tally)
        }
        try addUnopened(at: instant, vault, to: &tally)
        return tally.plan(at: instant, contacts: contacts, unreadable: unreadable)
    }

    /// Does what is due now; safe to repeat, and to be interrupted.
    ///
    /// Each class that lost something gets one leaf with its count.
    package func applyRetention(
        vault: any KeyVault,
        progress: (Int) -> Void = { _ in }
    ) async throws(EngineError) -> RetentionPlan {
        var sweep = RetentionSweep(now: clock.now())
        do throws(EngineError) {
            try await run(&sweep, vault, progress)
        } catch {
            // What was deleted before something went wrong is written down all the same; what went
            // wrong matters more than a second failure.
            try? record(sweep.done)
            throw error
        }
        try record(sweep.done)
        return sweep.done
    }

    private func run(
        _ sweep: inout RetentionSweep,
        _ vault: any KeyVault,
        _ progress: (Int) -> Void
    ) async throws(EngineError) {
        var last: ContactID?
        while true {
            let piece = try contactIDs(after: last)
            guard let end = piece.last else { break }
            for id in piece {
                switch try opened(id) {
                case .unreadable: sweep.unreadable += 1
                case .retired: break
                case .contact(let contact, let state):
                    sweep.contacts += 1
                    try await apply(to: contact, state, at: sweep.now, &sweep.tally)
                }
                progress(sweep.contacts)
            }
            last = end
        }
        try await sweepUnopened(at: sweep.now, vault, &sweep.tally)
    }

    /// Opens every contact that goes on under its own name, in the order of their ids.
    ///
    /// - Returns: How many do not open.
    func forEachContact(
        _ progress: (Int) -> Void,
        _ body: (KnownContact, ContactState) throws(EngineError) -> Void
    ) throws(EngineError) -> Int {
        var (seen, unreadable) = (0, 0)
        var last: ContactID?
        while true {
            let piece = try contactIDs(after: last)
            guard let end = piece.last else { return unreadable }
            for id in piece {
                switch try opened(id) {
                case .unreadable: unreadable += 1
                case .retired: break
                case .contact(let contact, let state): try body(contact, state)
                }
                seen += 1
                progress(seen)
            }
            last = end
        }
    }

    private enum Opened {
        case contact(KnownContact, ContactState)
        /// Goes on as another contact, and is erased with it.
        case retired
        case unreadable
    }

    private func opened(_ id: ContactID) throws(EngineError) -> Opened {
        do {
            guard let contact = try directory.contact(id) else { return .unreadable }
            // Erased since the list was read.
            guard let state = try load(contact)?.state else { return .retired }
            return state.mergedInto == nil ? .contact(contact, state) : .retired
        } catch .tampered {
            // One damaged contact must not keep all the others for ever.
            return .unreadable
        }
    }

    private func contactIDs(after last: ContactID?) throws(EngineError) -> [ContactID] {
        do {
            return try store.contacts(after: last, limit: Self.sweepPiece)
        } catch {
            throw .store(error)
        }
    }
}

extension ContactState {
    /// When each value that has a time to live comes to its end.
    var valueEnds: [Timestamp] {
        let running = session.map { $0.frames.flatMap(\.slots) } ?? []
        return (kept.map(\.value.expiresAt) + running.map { $0?.expiresAt }).compactMap(\.self)
    }

    /// The contact as they will be at `instant` if nobody writes or is written to until then.
    func projected(
        from now: Timestamp,
        to instant: Timestamp,
        in program: Program
    ) -> ContactState {
        var later = self
        if let session, session.lastTurnAt.adding(program.sessionIdle) <= instant {
            later.session = nil
        }
        var time: Timestamp? = min(now, instant)
        // Each consent ends at its own time, from which the rest is counted.
        while let next = time {
            _ = later.ledger.expire(program.laws, at: next)
            time = later.ledger.nextExpiry.flatMap { $0 <= instant ? max($0, next) : nil }
        }
        return later
    }
}
