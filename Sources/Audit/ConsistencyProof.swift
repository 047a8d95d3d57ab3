/// Evidence that a tree is an earlier one with leaves only added at its end.
///
/// RFC 9162 §2.1.4. What is compared is two roots; neither is part of the proof.
package struct ConsistencyProof: Hashable, Sendable {
    package let oldSize: UInt64
    package let newSize: UInt64
    /// In the order of §2.1.4.1; empty when the sizes are equal.
    package let path: [MerkleHash]

    package init(oldSize: UInt64, newSize: UInt64, path: [MerkleHash]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.path = path
    }

    /// Whether the tree with the new root begins with the leaves of the old one (§2.1.4.2).
    ///
    /// An empty old tree is refused: every tree extends it, so that a proof would prove nothing.
    package func verify(oldRoot: MerkleHash, newRoot: MerkleHash) -> Bool {
        guard oldSize > 0, oldSize <= newSize else { return false }
        guard oldSize < newSize else { return path.isEmpty && oldRoot == newRoot }
        // A complete old tree is itself the first node, which the proof leaves out.
        let isComplete = oldSize.nonzeroBitCount == 1
        guard let first = isComplete ? oldRoot : path.first else { return false }
        var place = oldSize - 1
        var last = newSize - 1
        let shift = UInt64(place.trailingOnes)
        place >>= shift
        last >>= shift
        var oldHash = first
        var newHash = first
        for sibling in isComplete ? path[...] : path.dropFirst() {
            guard last != 0 else { return false }
            if place & 1 == 1 || place == last {
                oldHash = MerkleTree.nodeHash(sibling, oldHash)
                newHash = MerkleTree.nodeHash(sibling, newHash)
                while place & 1 == 0 && place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                newHash = MerkleTree.nodeHash(newHash, sibling)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && oldHash == oldRoot && newHash == newRoot
    }

    /// Builds the proof from leaf hashes, reading each of the new tree's leaves once at most.
    ///
    /// - Throws: what `leaf` throws.
    package static func build<Failure: Error>(
        oldSize: UInt64,
        newSize: UInt64,
        leaf: (UInt64) throws(Failure) -> MerkleHash
    ) throws(Failure) -> ConsistencyProof {
        precondition(
            0 < oldSize && oldSize <= newSize,
            "a consistency proof starts from a tree with leaves"
        )
        var fromRoot: [MerkleHash] = []
        var subtree = 0..<newSize
        // Descend to the subtree that ends where the old tree ends (SUBPROOF of §2.1.4.1).
        while subtree.upperBound != oldSize {
            let middle = subtree.lowerBound + MerkleTree.split(UInt64(subtree.count))
            let left = subtree.lowerBound..<middle
            let right = middle..<subtree.upperBound
            let goesLeft = oldSize <= middle
            fromRoot.append(try MerkleTree.root(of: goesLeft ? right : left, leaf: leaf))
            subtree = goesLeft ? left : right
        }
        if subtree.lowerBound > 0 {
            fromRoot.append(try MerkleTree.root(of: subtree, leaf: leaf))
        }
        return ConsistencyProof(oldSize: oldSize, newSize: newSize, path: fromRoot.reversed())
    }
}

extension UInt64 {
    /// How many of the lowest bits are set before the first that is not.
    fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
