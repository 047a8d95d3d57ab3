package import Audit
package import Clocks
import Synchronization

/// A store in memory: the plain model that the conformance suite holds every store against.
package final class MemoryStore: ConversationStore {
    struct Contact {
        var id: ContactID
        var version: UInt64
        var sealedState: [UInt8]
        var nextDue: Timestamp?
    }

    struct Contents {
        var contacts: [Int64: Contact] = [:]
        /// When each key was taken.
        var inbox: [[UInt8]: Timestamp] = [:]
        var outbox: [Queued] = []
        var lastOutboxID: Int64 = 0
        var sent: [[UInt8]: StoredSentMessage] = [:]
        var answers: [[UInt8]: StoredAnswer] = [:]
        var evidence: [ContactID: [EvidenceRow]] = [:]
        var leaves: [StoredLeaf] = []
        var heads: [TreeHead] = []
        var frontier = Frontier()
        var programs: [[UInt8]: [UInt8]] = [:]
        var jobs: [ContactID: ErasureJob] = [:]
        var log = Log()
    }

    let contents = Mutex(Contents())

    private let onCommit: @Sendable ([TurnCommit]) -> Void

    /// - Parameter onCommit: hears of every batch as it is handed over.
    package init(onCommit: @escaping @Sendable ([TurnCommit]) -> Void = { _ in }) {
        self.onCommit = onCommit
    }

    package func commit(_ turns: [TurnCommit]) throws(StoreError) -> [CommitResult] {
        onCommit(turns)
        return contents.withLock { contents in
            let results = turns.map { contents.commit($0) }
            if let last = turns.last { contents.closeBatch(at: last.now) }
            return results
        }
    }

    package func contact(_ id: ContactID) throws(StoreError) -> StoredContact? {
        contents.withLock { contents in
            guard let contact = contents.contacts[id.rowKey], contact.id == id else { return nil }
            return StoredContact(version: contact.version, sealedState: contact.sealedState)
        }
    }

    package func isTaken(inboxKey: [UInt8]) throws(StoreError) -> Bool {
        contents.withLock { $0.inbox[inboxKey] != nil }
    }

    package func due(at now: Timestamp, limit: Int) throws(StoreError) -> [ContactID] {
        contents.withLock { contents in
            let due = contents.contacts.values.compactMap { contact in
                contact.nextDue.map { (due: $0, contact: contact) }
            }
            let ordered = due.filter { $0.due <= now }
                .sorted { ($0.due, $0.contact.id.rowKey) < ($1.due, $1.contact.id.rowKey) }
            return ordered.prefix(limit).map(\.contact.id)
        }
    }

    package func evidence(for contact: ContactID) throws(StoreError) -> [EvidenceRow] {
        contents.withLock { $0.evidence[contact] ?? [] }
    }

    package func append(_ leaves: [PreparedLeaf], at now: Timestamp) throws(StoreError) {
        contents.withLock { contents in
            for leaf in leaves { contents.append(leaf) }
            contents.closeBatch(at: now)
        }
    }

    package func leaves(from index: UInt64, limit: Int) throws(StoreError) -> [StoredLeaf] {
        contents.withLock { contents in
            let first = max(index, contents.log.firstLeaf)
            let position = Int(first) - Int(contents.leaves.first?.index ?? 0)
            return Array(contents.leaves.dropFirst(max(0, position)).prefix(limit))
        }
    }

    package func heads(from size: UInt64, limit: Int) throws(StoreError) -> [TreeHead] {
        contents.withLock { contents in
            let first = contents.log.firstLeaf
            return Array(
                contents.heads.filter { $0.size >= size && $0.size > first }.prefix(limit)
            )
        }
    }

    package func frontier() throws(StoreError) -> Frontier {
        contents.withLock { $0.frontier }
    }

    package func archive(program digest: [UInt8], sources: [UInt8]) throws(StoreError) {
        contents.withLock { $0.programs[digest] = sources }
    }

    package func archivedProgram(_ digest: [UInt8]) throws(StoreError) -> [UInt8]? {
        contents.withLock { $0.programs[digest] }
    }
}

extension MemoryStore.Contents {
    mutating func commit(_ turn: TurnCommit) -> CommitResult {
        if let key = turn.inboxKey, inbox[key] != nil { return .duplicate }
        let stored = contacts[turn.contact.rowKey]
        guard (stored?.version ?? 0) == turn.expectedVersion,
            stored == nil || stored?.id == turn.contact, jobs[turn.contact] == nil
        else { return .conflict }
        if let key = turn.inboxKey { inbox[key] = turn.now }
        contacts[turn.contact.rowKey] = MemoryStore.Contact(
            id: turn.contact,
            version: turn.expectedVersion + 1,
            sealedState: turn.sealedState,
            nextDue: turn.nextDue
        )
        cancel(turn)
        outbox.removeAll { turn.settled.contains($0.row.id) }
        deliver(turn)
        for row in turn.outbox { queue(row, of: turn) }
        evidence[turn.contact, default: []] += turn.evidence
        let first = frontier.size
        for leaf in turn.leaves { append(leaf) }
        if let job = turn.erasure { jobs[turn.contact] = job }
        return .committed(firstLeaf: first)
    }

    private mutating func cancel(_ turn: TurnCommit) {
        outbox.removeAll { queued in
            guard queued.contact == turn.contact else { return false }
            return switch turn.cancellation {
            case .none: false
            case .all: true
            case .purposes(let names): queued.row.purpose.map { names.contains($0) } ?? false
            }
        }
    }

    mutating func append(_ leaf: PreparedLeaf) {
        leaves.append(
            StoredLeaf(index: frontier.size, body: leaf.body, hash: leaf.hash.bytes)
        )
        frontier.append(leaf.hash)
    }

    /// A head for each commit that wrote a leaf.
    mutating func closeBatch(at now: Timestamp) {
        guard frontier.size > heads.last?.size ?? 0 else { return }
        heads.append(TreeHead(size: frontier.size, root: frontier.root, time: now))
    }
}
