package import Audit
import Clocks
package import Storage

/// Reads a store's audit log in pieces, so that a log of any length fits in memory.
package struct AuditReading {
    /// Leaves read at a time.
    static let pieceSize = 4096

    let store: any ConversationStore

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

    /// Derives every hash again, on every core, and checks the log against its heads, the stored
    /// frontier, and what `input` knows of it; then, if asked to, the store against the log.
    ///
    /// Nothing must be written to the store meanwhile. `progress` hears the index of the last leaf
    /// checked, `contacts` how many contacts were compared.
    package func verify(
        _ input: VerificationInput = VerificationInput(),
        comparesStore: Bool = false,
        progress: (UInt64) -> Void = { _ in },
        contacts: (UInt64) -> Void = { _ in }
    ) throws(StoreError) -> VerificationReport {
        let oldestRow = comparesStore ? try store.oldestInboxTime() : nil
        let verifier = try ParallelScan(LogSource(store)).run(
            AuditVerifier(input, oldestInboxRow: oldestRow),
            progress: progress
        )
        var report = verifier.finish(storedFrontier: try store.frontier())
        if comparesStore { try compare(verifier, &report, contacts) }
        return report
    }
}
