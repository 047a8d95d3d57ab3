import Clocks
package import Audit
package import Storage

/// Reads a store's audit log in pieces, so that a log of any length fits in memory.
package struct AuditReading {
    /// Leaves read at a time.
    static let pieceSize = 4096

    private let store: any ConversationStore

    package init(store: any ConversationStore) {
        self.store = store
    }

    package func forEach(
        from first: UInt64 = 0,
        limit: Int? = nil,
        _ body: (StoredLeaf) -> Void
    ) throws(StoreError) {
        var next = first
        var rest = limit ?? Int.max
        while rest > 0 {
            let piece = try store.leaves(from: next, limit: min(Self.pieceSize, rest))
            for leaf in piece { body(leaf) }
            guard let last = piece.last, piece.count == min(Self.pieceSize, rest) else { return }
            next = last.index + 1
            rest -= piece.count
        }
    }

    /// Re-derives every hash and checks it against every head and the stored frontier.
    package func verify(progress: (UInt64) -> Void = { _ in }) throws(StoreError)
        -> VerificationReport
    {
        var verifier = AuditVerifier()
        let frontier = try store.frontier()
        var heads: [TreeHead] = []
        var nextHead: UInt64 = 0
        while true {
            let piece = try store.heads(from: nextHead, limit: Self.pieceSize)
            heads += piece
            guard let last = piece.last, piece.count == Self.pieceSize else { break }
            nextHead = last.size + 1
        }
        for head in heads { verifier.expect(head: head) }
        if frontier.size > heads.last?.size ?? 0 {
            let time = heads.last?.time ?? .init(milliseconds: 0)
            verifier.expect(
                head: TreeHead(size: frontier.size, root: frontier.root, time: time)
            )
        }
        try forEach { leaf in
            verifier.add(index: leaf.index, body: leaf.body, storedHash: leaf.hash)
            if leaf.index % 4096 == 0 { progress(leaf.index) }
        }
        return verifier.finish()
    }
}
