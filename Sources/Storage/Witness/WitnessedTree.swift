package import Audit

/// The largest tree of a log that a witness has cosigned.
package struct WitnessedTree: Hashable, Sendable {
    package let size: UInt64
    package let root: MerkleHash

    package init(size: UInt64, root: MerkleHash) {
        self.size = size
        self.root = root
    }

    /// Stops at a defect that would let a witness sign a tree smaller than one it has signed.
    package func requireSuccessor(of earlier: WitnessedTree?) {
        precondition(size >= earlier?.size ?? 0, "a witness never goes back to a smaller tree")
    }
}

/// The last checkpoint a witness has cosigned of a log.
package struct WitnessedCheckpoint: Hashable, Sendable {
    package let tree: WitnessedTree
    /// The signed note with the witness's own cosignature, as monitors are shown it.
    package let note: [UInt8]

    package init(tree: WitnessedTree, note: [UInt8]) {
        self.tree = tree
        self.note = note
    }
}
