package import Audit
package import Clocks

/// What a store of conversations must do.
///
/// Each method is one transaction.
///
/// Blocking by design: the runtime owns the thread that writes. Reads may come from any thread and
/// see only what is committed.
package protocol ConversationStore: Sendable {
    /// Writes the turns in order, each whole or not at all, in one durable commit.
    ///
    /// The results stand in the order of the turns. An error means none of them was written.
    func commit(_ turns: [TurnCommit]) throws(StoreError) -> [CommitResult]

    func contact(_ id: ContactID) throws(StoreError) -> StoredContact?
    /// Whether a turn with this inbox key was committed.
    func isTaken(inboxKey: [UInt8]) throws(StoreError) -> Bool
    /// Messages waiting for delivery to a contact, oldest first.
    func queued(for contact: ContactID) throws(StoreError) -> [OutboxRow]
    /// Contacts whose time has come, the most overdue first.
    func due(at now: Timestamp, limit: Int) throws(StoreError) -> [ContactID]
    func evidence(for contact: ContactID) throws(StoreError) -> [EvidenceRow]

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
