/// A stored checkpoint, with the signatures on it already checked by somebody who knows signatures.
package struct CheckpointFact: Hashable, Sendable {
    /// Leaves it is about; of one that cannot be read, the size it is stored under.
    package let size: UInt64
    package let root: MerkleHash
    /// The verifier keys of the log, as text, whose signatures on it are valid.
    package let signers: [String]
    /// Whether it is a checkpoint of this log at all; otherwise size alone counts.
    package let isReadable: Bool

    package init(
        size: UInt64,
        root: MerkleHash,
        signers: [String],
        isReadable: Bool = true
    ) {
        self.size = size
        self.root = root
        self.signers = signers
        self.isReadable = isReadable
    }

    /// What is stored under a size and is no checkpoint of this log.
    package static func unreadable(size: UInt64) -> CheckpointFact {
        CheckpointFact(
            size: size,
            root: MerkleTree.emptyRoot,
            signers: [],
            isReadable: false
        )
    }
}
