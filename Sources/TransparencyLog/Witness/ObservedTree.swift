package import Audit

/// The largest tree of a log that a witness has cosigned.
package struct ObservedTree: Hashable, Sendable {
    package let size: UInt64
    package let root: MerkleHash

    package init(size: UInt64, root: MerkleHash) {
        self.size = size
        self.root = root
    }
}
