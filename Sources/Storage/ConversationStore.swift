package import Audit
package import Clocks

/// What a store of conversations must do.
///
/// Each method is one transaction.
///
/// Blocking by design: the runtime owns the thread that writes. Reads may come from any thread and
/// see only what is committed.
package protocol ConversationStore: LogStore, DeliveryStore, AnswerStore {
    /// Writes the turns in order, each whole or not at all, in one durable commit.
    ///
    /// The results stand in the order of the turns. An error means none of them was written. A turn
    /// of a contact whose erasure is pending is a conflict.
    func commit(_ turns: [TurnCommit]) throws(StoreError) -> [CommitResult]

    func contact(_ id: ContactID) throws(StoreError) -> StoredContact?
    /// Whether a turn with this inbox key was committed.
    func isTaken(inboxKey: [UInt8]) throws(StoreError) -> Bool
    /// Contacts whose time has come, the most overdue first.
    func due(at now: Timestamp, limit: Int) throws(StoreError) -> [ContactID]
    func evidence(for contact: ContactID) throws(StoreError) -> [EvidenceRow]
    /// Contacts in the order of their row numbers, to go through all of them page by page.
    func contacts(after last: ContactID?, limit: Int) throws(StoreError) -> [ContactID]

    /// Contacts with their sealed states, in the same order.
    func contactRows(after last: ContactID?, limit: Int) throws(StoreError) -> [ContactRow]

    /// Erasures that were asked for and are not finished, the oldest request first.
    func erasureJobs() throws(StoreError) -> [ErasureJob]
    /// How many rows `shred` would delete now.
    func rowCounts(of contact: ContactID) throws(StoreError) -> ShredCounts
    /// Deletes a contact's state, queued messages, dead letters and evidence, and what is kept of
    /// messages that were sent; the second time there is nothing.
    ///
    /// Inbox keys stay, so that a provider's late retry does not bring the contact back.
    func shred(_ contact: ContactID) throws(StoreError) -> ShredCounts
    /// Appends the leaves and removes the job, together, once no file holds what was shredded.
    ///
    /// - Returns: The index of the first leaf; `nil`, with nothing appended, when no job is there.
    /// - Throws: `StoreError.logBusy` while a reader keeps the shredded rows in the write-ahead
    ///   log; then nothing was appended, and the job is still there.
    func finishErasure(
        of contact: ContactID,
        leaves: [PreparedLeaf],
        at now: Timestamp
    ) throws(StoreError) -> UInt64?

    /// Inbox keys taken before an instant.
    func inboxCount(before limit: Timestamp) throws(StoreError) -> Int
    /// Inbox keys taken at an instant or later.
    func inboxCount(since limit: Timestamp) throws(StoreError) -> Int
    /// When the oldest inbox key that is there was taken.
    func oldestInboxTime() throws(StoreError) -> Timestamp?
    /// Forgets inbox keys taken before an instant, about 10 000 a call.
    ///
    /// - Returns: How many are gone; 0 when there are no more.
    func pruneInbox(before limit: Timestamp) throws(StoreError) -> Int

    /// Leaves that belong to no contact: keys, configuration, the store itself.
    func append(_ leaves: [PreparedLeaf], at now: Timestamp) throws(StoreError)
    func leaves(from index: UInt64, limit: Int) throws(StoreError) -> [StoredLeaf]
    /// Every head that was committed, by size.
    func heads(from size: UInt64, limit: Int) throws(StoreError) -> [TreeHead]
    func frontier() throws(StoreError) -> Frontier

    /// Keeps the sources of a program, so that sessions pinned to it can go on after a restart.
    func archive(program digest: [UInt8], sources: [UInt8]) throws(StoreError)
    func archivedProgram(_ digest: [UInt8]) throws(StoreError) -> [UInt8]?
}

/// A contact's row: sealed state and its version.
package struct StoredContact: Hashable, Sendable {
    package let version: UInt64
    package let sealedState: [UInt8]

    package init(version: UInt64, sealedState: [UInt8]) {
        self.version = version
        self.sealedState = sealedState
    }
}

/// A contact's row with the name it stands under.
package struct ContactRow: Hashable, Sendable {
    package let id: ContactID
    package let row: StoredContact

    package init(id: ContactID, row: StoredContact) {
        self.id = id
        self.row = row
    }
}

/// A leaf as it stands in the store, with its stored hash.
package struct StoredLeaf: Hashable, Sendable {
    package let index: UInt64
    package let body: [UInt8]
    /// As stored: what the body hashed to when it was written, if nobody touched it.
    package let hash: [UInt8]

    package init(index: UInt64, body: [UInt8], hash: [UInt8]) {
        self.index = index
        self.body = body
        self.hash = hash
    }
}
