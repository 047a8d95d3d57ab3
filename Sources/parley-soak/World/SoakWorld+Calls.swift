import Audit
import Clocks
import ConversationRuntime
import Conversations
import Storage
import StoreConformance

// Calling the engine, and gathering everything that came of it.
extension SoakWorld {
    /// What a call came to, over all its attempts.
    private struct Outcome {
        var report: TurnReport?
        var isWhole = true
    }

    /// Calls the engine once, with whatever crash the step holds, and shows it all to the observer.
    func call(
        _ act: Witness.Act,
        _ fault: Fault? = nil,
        _ body: () async throws(EngineError) -> TurnReport?
    ) async throws {
        // An instant of its own, so that what it leaves behind can be told from anything else.
        clock.advance(to: Timestamp(milliseconds: clock.now().milliseconds + 1))
        callCount += 1
        let before = try contactIDs()
        let queued = try queuedRows(of: before)
        let outcome = try await attempt(fault, body)
        let after = try contactIDs()
        let witness = try self.witness(act, outcome.report, outcome.isWhole, before, after)
        tell(witness)
        try observer.observe(witness)
        try checkQueue(queued, witness)
        note(witness)
    }

    private func attempt(
        _ fault: Fault?,
        _ body: () async throws(EngineError) -> TurnReport?
    ) async throws -> Outcome {
        guard let fault else { return Outcome(report: try await sure(body)) }
        let faults = FaultPlan([
            FaultPlan.Fault(
                fault.tookEffect ? .after : .before,
                write: fault.write,
                isFatal: true
            )
        ])
        try reopen(failingBy: faults)
        let result: Result<TurnReport?, EngineError>
        do throws(EngineError) {
            result = .success(try await body())
        } catch {
            result = .failure(error)
        }
        try reopen()
        switch result {
        case .success(let report): return Outcome(report: report)
        case .failure(let error):
            guard !faults.struck.isEmpty else { throw Self.surrender(error) }
            tally.count("faults met")
        }
        guard fault.retries else { return Outcome(isWhole: false) }
        return Outcome(report: try await sure(body), isWhole: false)
    }

    /// Calls the engine when nothing can fail.
    private func sure(
        _ body: () async throws(EngineError) -> TurnReport?
    ) async throws -> TurnReport? {
        do throws(EngineError) {
            return try await body()
        } catch {
            // What a crash left half done is finished by the next call, which may then say so.
            guard error == .conflict else { throw Self.surrender(error) }
        }
        do throws(EngineError) {
            return try await body()
        } catch {
            throw Self.surrender(error)
        }
    }

    private static func surrender(_ error: EngineError) -> Breach {
        Breach(.once, "the engine gave up: \(error.sentence)")
    }

    private func witness(
        _ act: Witness.Act,
        _ report: TurnReport?,
        _ isWhole: Bool,
        _ before: [ContactID?],
        _ after: [ContactID?]
    ) throws -> Witness {
        let leaves = try newLeaves()
        if leaves.contains(where: { $0.kind == .contactUnsuppressed }) { tally.count("opted in") }
        let now = clock.now()
        var owners: [[UInt8]: Int] = [:]
        var proofs: [Int: [ConsentEvidence]] = [:]
        for (address, id) in before.enumerated() { if let id { owners[id.bytes] = address } }
        for (address, id) in after.enumerated() { if let id { owners[id.bytes] = address } }
        let changed = Set(
            leaves.filter(\.isConsentChange).compactMap(\.subject).compactMap { owners[$0] }
        )
        for address in changed where after[address] != nil {
            let all = try engine.evidence(of: addresses[address])
            proofs[address] = all.filter { $0.at == now }
        }
        let isPinned = if case .pinned? = report?.placement { true } else { false }
        return Witness(
            number: callCount,
            now: now,
            act: act,
            leaves: leaves,
            owners: owners,
            current: Set(after.compactMap { $0?.bytes }),
            proofs: proofs,
            said: isWhole ? said(report, owners) : [:],
            edition: isPinned ? workspace.editions[0] : edition,
            erased: before.indices.filter { before[$0] != nil && after[$0] == nil },
            united: Self.united(after) + Self.merged(act, leaves)
        )
    }

    private func said(
        _ report: TurnReport?,
        _ owners: [[UInt8]: Int]
    ) -> [Int: [OutboundMessage]] {
        guard let report, let contact = report.contact, let address = owners[contact.bytes] else {
            return [:]
        }
        return [address: report.notes.compactMap(\.queued)]
    }

    private static func united(_ ids: [ContactID?]) -> [[Int]] {
        var groups: [ContactID: [Int]] = [:]
        for (address, id) in ids.enumerated() {
            if let id { groups[id, default: []].append(address) }
        }
        return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }

    /// A merge holds from the turn that made it, also while an address still leads to the old name.
    private static func merged(_ act: Witness.Act, _ leaves: [AuditEvent]) -> [[Int]] {
        guard leaves.contains(where: { $0.kind == .contactMerged && $0.cause == "absorbed" }) else {
            return []
        }
        switch act {
        case .link(let one, let other), .merge(let one, let other): return [[other, one]]
        case .message, .time, .locale, .operation, .changeNumber, .suppress, .erase, .attend:
            return []
        }
    }

    private func newLeaves() throws -> [AuditEvent] {
        let stored = try store.leaves(from: leafCount, limit: 10_000)
        leafCount += UInt64(stored.count)
        return try stored.map { try AuditLeaf.decode($0.body).event }
    }

    /// What the contact sees, and may press later.
    private func note(_ witness: Witness) {
        for message in witness.said.values.joined() where !message.buttons.isEmpty {
            guard let address = addresses.firstIndex(of: message.address) else { continue }
            buttons[address] = message.buttons
            allButtons[address, default: []] += message.buttons
        }
    }

    private func tell(_ witness: Witness) {
        guard let onLine else { return }
        for leaf in witness.leaves {
            let subject = leaf.subject.flatMap { witness.owners[$0] }.map { "address \($0)" }
            let words = [
                subject, leaf.kind.rawValue, leaf.purpose, leaf.from, leaf.to, leaf.cause,
                leaf.actor,
            ]
            onLine("     " + words.compactMap(\.self).joined(separator: " · "))
        }
    }

    // MARK: The queue

    private struct Queued: Hashable {
        let address: Int
        let row: Int64
        let purpose: String?
    }

    private func queuedRows(of ids: [ContactID?]) throws -> [Queued] {
        var rows: [Queued] = []
        var seen: Set<ContactID> = []
        for (address, id) in ids.enumerated() {
            guard let id, seen.insert(id).inserted else { continue }
            rows += try store.queued(for: id).map {
                Queued(address: address, row: $0.id, purpose: $0.purpose)
            }
        }
        return rows
    }

    /// What a withdrawal ends dies in the same transaction, not at some later time.
    private func checkQueue(_ before: [Queued], _ witness: Witness) throws {
        guard !before.isEmpty else { return }
        let left = Set(try queuedRows(of: try contactIDs()).map(\.row))
        for queued in before where left.contains(queued.row) {
            let person = observer.person(at: queued.address)
            let isStopped = person.stoppedIn == witness.number
            let isWithdrawn = queued.purpose.map { purpose in
                person.lastWithdrawal(of: purpose) == witness.number
            }
            guard !isStopped, isWithdrawn != true else {
                throw Breach(.stopFirst, "a queued message outlived the turn of a withdrawal")
            }
        }
    }
}

extension TurnNote {
    /// The message that was queued.
    fileprivate var queued: OutboundMessage? {
        switch self {
        case .said(let message), .deferred(let message, _, _): message
        case .withheld, .noticeShown, .consent, .consentRefused, .optedOut, .optedIn, .ended,
            .refused, .silence, .unanswered, .answeredByProvider, .restricted, .exercised,
            .answered, .operated:
            nil
        }
    }
}
