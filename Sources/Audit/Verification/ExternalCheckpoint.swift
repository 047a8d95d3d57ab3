package import Clocks

/// A checkpoint that somebody kept where the log's operator cannot change it.
package struct ExternalCheckpoint: Hashable, Sendable {
    package let size: UInt64
    package let root: MerkleHash
    /// Where it was kept, in words: a file, a witness, a receipt.
    package let source: String
    /// When somebody else saw it, by their clock: a witness, a time-stamping authority.
    ///
    /// What the log dates earlier and has only after it is back-dated.
    package let seenAt: Timestamp?

    package init(
        size: UInt64,
        root: MerkleHash,
        source: String,
        seenAt: Timestamp? = nil
    ) {
        self.size = size
        self.root = root
        self.source = source
        self.seenAt = seenAt
    }
}
