package import Audit
package import Clocks
package import Storage

/// A store that fails where a plan says so, and is otherwise the one it wraps.
package final class FaultyStore: ConversationStore {
    let store: any ConversationStore
    let plan: FaultPlan

    package init(_ store: any ConversationStore, _ plan: FaultPlan) {
        self.store = store
        self.plan = plan
    }

    package func commit(_ turns: [TurnCommit]) throws(StoreError) -> [CommitResult] {
        try plan.run(.commit) { () throws(StoreError) in try store.commit(turns) }
    }

    package func append(_ leaves: [PreparedLeaf], at now: Timestamp) throws(StoreError) {
        try plan.run(.append) { () throws(StoreError) in try store.append(leaves, at: now) }
    }

    package func archive(program digest: [UInt8], sources: [UInt8]) throws(StoreError) {
        try plan.run(.archive) { () throws(StoreError) in
            try store.archive(program: digest, sources: sources)
        }
    }

    package func shred(_ contact: ContactID) throws(StoreError) -> ShredCounts {
        try plan.run(.shred) { () throws(StoreError) in try store.shred(contact) }
    }

    package func finishErasure(
        of contact: ContactID,
        leaves: [PreparedLeaf],
        at now: Timestamp
    ) throws(StoreError) -> UInt64? {
        try plan.run(.finishErasure) { () throws(StoreError) in
            try store.finishErasure(of: contact, leaves: leaves, at: now)
        }
    }

    package func pruneInbox(before limit: Timestamp) throws(StoreError) -> Int {
        try plan.run(.pruneInbox) { () throws(StoreError) in
            try store.pruneInbox(before: limit)
        }
    }

    // MARK: Reading

    package func contact(_ id: ContactID) throws(StoreError) -> StoredContact? {
        try plan.run(.reading) { () throws(StoreError) in try store.contact(id) }
    }

    package func isTaken(inboxKey: [UInt8]) throws(StoreError) -> Bool {
        try plan.run(.reading) { () throws(StoreError) in try store.isTaken(inboxKey: inboxKey) }
    }

    package func due(at now: Timestamp, limit: Int) throws(StoreError) -> [ContactID] {
        try plan.run(.reading) { () throws(StoreError) in try store.due(at: now, limit: limit) }
    }

    package func evidence(for contact: ContactID) throws(StoreError) -> [EvidenceRow] {
        try plan.run(.reading) { () throws(StoreError) in try store.evidence(for: contact) }
    }

    package func contacts(
        after last: ContactID?,
        limit: Int
    ) throws(StoreError) -> [ContactID] {
        try plan.run(.reading) { () throws(StoreError) in
            try store.contacts(after: last, limit: limit)
        }
    }

    package func erasureJobs() throws(StoreError) -> [ErasureJob] {
        try plan.run(.reading) { () throws(StoreError) in try store.erasureJobs() }
    }

    package func rowCounts(of contact: ContactID) throws(StoreError) -> ShredCounts {
        try plan.run(.reading) { () throws(StoreError) in try store.rowCounts(of: contact) }
    }

    package func inboxCount(before limit: Timestamp) throws(StoreError) -> Int {
        try plan.run(.reading) { () throws(StoreError) in try store.inboxCount(before: limit) }
    }

    package func leaves(from index: UInt64, limit: Int) throws(StoreError) -> [StoredLeaf] {
        try plan.run(.reading) { () throws(StoreError) in
            try store.leaves(from: index, limit: limit)
        }
    }

    package func heads(from size: UInt64, limit: Int) throws(StoreError) -> [TreeHead] {
        try plan.run(.reading) { () throws(StoreError) in
            try store.heads(from: size, limit: limit)
        }
    }

    package func frontier() throws(StoreError) -> Frontier {
        try plan.run(.reading) { () throws(StoreError) in try store.frontier() }
    }

    package func archivedProgram(_ digest: [UInt8]) throws(StoreError) -> [UInt8]? {
        try plan.run(.reading) { () throws(StoreError) in try store.archivedProgram(digest) }
    }
}
