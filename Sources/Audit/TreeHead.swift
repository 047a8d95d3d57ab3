package import Clocks

/// What the tree was after a commit: how many leaves, and their root.
package struct TreeHead: Hashable, Sendable {
    package let size: UInt64
    package let root: MerkleHash
    package let time: Timestamp

    package init(size: UInt64, root: MerkleHash, time: Timestamp) {
        self.size = size
        self.root = root
        self.time = time
    }
}
