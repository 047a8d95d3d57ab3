package import Audit
package import Storage
package import TransparencyLog

/// Reads the log for others: proofs they can check without this store, and the log as files.
///
/// Needs no key: nothing in the log is secret.
package struct LogReading: Sendable {
    let store: any ConversationStore

    package init(store: any ConversationStore) {
        self.store = store
    }

    private var tree: StoredTree { StoredTree(store: store) }

    /// How many leaves there are.
    package func size() throws(LogError) -> UInt64 {
        try reading { () throws(StoreError) in try store.frontier() }.size
    }

    /// The last checkpoint that was signed.
    package func lastCheckpoint() throws(LogError) -> SignedCheckpoint? {
        try reading { () throws(StoreError) in try store.lastCheckpoint() }
            .map { row throws(LogError) in try Self.checkpoint(of: row) }
    }

    /// A receipt that a leaf is in the log, under its last checkpoint; the leaf is in it too.
    ///
    /// - Throws: `LogError.unsigned` for a leaf after the last checkpoint, `.pruned`, `.beyondEnd`.
    package func proof(ofLeaf index: UInt64) throws(LogError) -> TLogProof {
        let size = try size()
        guard index < size else { throw .beyondEnd(size: size) }
        guard let checkpoint = try lastCheckpoint(), index < checkpoint.checkpoint.size else {
            throw .unsigned
        }
        let first = try reading { () throws(StoreError) in try store.firstLeaf() }
        guard index >= first else { throw .pruned(below: first) }
        let leaf = try reading { () throws(StoreError) in
            try store.leaves(from: index, limit: 1)
        }.first
        guard let leaf, leaf.index == index else { throw .inconsistent(size: size) }
        let path = try tree.inclusion(of: index, size: checkpoint.checkpoint.size).path
        let proof: TLogProof
        do {
            proof = try TLogProof(
                index: index,
                path: path,
                extra: leaf.body,
                checkpoint: checkpoint
            )
        } catch {
            throw .inconsistent(size: size)
        }
        // Tiles and leaves may have been changed since: what does not hold is not handed out.
        guard proof.holds(for: MerkleTree.leafHash(leaf.body)) else {
            throw .inconsistent(size: size)
        }
        return proof
    }

    /// That the log of `new` leaves begins with the log of `old` leaves.
    package func consistency(
        from old: UInt64,
        to new: UInt64
    ) throws(LogError) -> ConsistencyProof {
        let size = try size()
        guard new <= size else { throw .beyondEnd(size: size) }
        return try tree.consistency(from: old, to: new)
    }

    /// The root of the first `size` leaves.
    package func root(size: UInt64) throws(LogError) -> MerkleHash { try tree.root(size: size) }

    /// The log up to its last checkpoint, to be written as files.
    package func export() throws(LogError) -> PublishedCheckpoint {
        guard let checkpoint = try lastCheckpoint() else { throw .unsigned }
        return PublishedCheckpoint(
            checkpoint: checkpoint,
            export: LogExport(store: store, size: checkpoint.checkpoint.size)
        )
    }

    static func checkpoint(of row: StoredCheckpoint) throws(LogError) -> SignedCheckpoint {
        do {
            return try SignedCheckpoint(bytes: row.note)
        } catch {
            throw .store(.corrupt(file: "parley.db"))
        }
    }

    private func reading<Value>(
        _ body: () throws(StoreError) -> Value
    ) throws(LogError) -> Value {
        do {
            return try body()
        } catch {
            throw .store(error)
        }
    }
}
