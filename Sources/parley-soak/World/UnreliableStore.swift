import Audit
import Clocks
import Storage

/// A store whose writes fail when a step says so.
final class UnreliableStore: ConversationStore {
    private let store: any ConversationStore
    private let faults: Faults

    init(_ store: any ConversationStore, _ faults: Faults) {
        self.store = store
        self.faults = faults
    }

    func commit(_ turns: [TurnCommit]) throws(StoreError) -> [CommitResult] {
        try faults.during(.store) { () throws(StoreError) in try store.commit(turns) }
    }

    func shred(_ contact: ContactID) throws(StoreError) -> ShredCounts {
        try faults.during(.store) { () throws(StoreError) in try store.shred(contact) }
    }

    func finishErasure(
        of contact: ContactID,
        leaves: [PreparedLeaf],
        at now: Timestamp
    ) throws(StoreError) -> UInt64? {
        try faults.during(.store) { () throws(StoreError) in
            try store.finishErasure(of: contact, leaves: leaves, at: now)
        }
    }

    func append(_ leaves: [PreparedLeaf], at now: Timestamp) throws(StoreError) {
        try faults.during(.store) { () throws(StoreError) in try store.append(leaves, at: now) }
    }

    func pruneInbox(before limit: Timestamp) throws(StoreError) -> Int {
        try faults.during(.store) { () throws(StoreError) in try store.pruneInbox(before: limit) }
    }

    func archive(program digest: [UInt8], sources: [UInt8]) throws(StoreError) {
        try store.archive(program: digest, sources: sources)
    }

    // MARK: Reads, which never fail

    func contact(_ id: ContactID) throws(StoreError) -> StoredContact? { try store.contact(id) }

    func isTaken(inboxKey: [UInt8]) throws(StoreError) -> Bool {
        try store.isTaken(inboxKey: inboxKey)
    }

    func queued(for contact: ContactID) throws(StoreError) -> [OutboxRow] {
        try store.queued(for: contact)
    }

    func due(at now: Timestamp, limit: Int) throws(StoreError) -> [ContactID] {
        try store.due(at: now, limit: limit)
    }

    func evidence(for contact: ContactID) throws(StoreError) -> [EvidenceRow] {
        try store.evidence(for: contact)
    }

    func contacts(after last: ContactID?, limit: Int) throws(StoreError) -> [ContactID] {
        try store.contacts(after: last, limit: limit)
    }

    func erasureJobs() throws(StoreError) -> [ErasureJob] { try store.erasureJobs() }

    func rowCounts(of contact: ContactID) throws(StoreError) -> ShredCounts {
        try store.rowCounts(of: contact)
    }

    func inboxCount(before limit: Timestamp) throws(StoreError) -> Int {
        try store.inboxCount(before: limit)
    }

    func leaves(from index: UInt64, limit: Int) throws(StoreError) -> [StoredLeaf] {
        try store.leaves(from: index, limit: limit)
    }

    func heads(from size: UInt64, limit: Int) throws(StoreError) -> [TreeHead] {
        try store.heads(from: size, limit: limit)
    }

    func frontier() throws(StoreError) -> Frontier { try store.frontier() }

    func archivedProgram(_ digest: [UInt8]) throws(StoreError) -> [UInt8]? {
        try store.archivedProgram(digest)
    }
}
