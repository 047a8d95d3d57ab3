/// Evidence that one leaf is in a tree of a given size: the siblings from the leaf up to the root.
///
/// RFC 9162 §2.1.3. At most 64 hashes, as many as the leaf is levels deep.
package struct InclusionProof: Hashable, Sendable {
    /// Zero-based place of the leaf.
    package let index: UInt64
    /// Leaves in the tree.
    package let size: UInt64
    /// The leaf's sibling first, the root's child last.
    package let path: [MerkleHash]

    package init(index: UInt64, size: UInt64, path: [MerkleHash]) {
        self.index = index
        self.size = size
        self.path = path
    }

    /// Whether the leaf at `index` of the tree with this `root` has this hash (§2.1.3.2).
    ///
    /// `root` must come from a source the verifier trusts; a proof says nothing about it.
    package func verify(leaf: MerkleHash, root: MerkleHash) -> Bool {
        guard index < size else { return false }
        var place = index
        var last = size - 1
        var hash = leaf
        for sibling in path {
            guard last != 0 else { return false }
            if place & 1 == 1 || place == last {
                hash = MerkleTree.nodeHash(sibling, hash)
                // The last node of a level without a sibling rises until it is a right child.
                while place & 1 == 0 && place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                hash = MerkleTree.nodeHash(hash, sibling)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }

    /// Builds the proof from leaf hashes, reading every leaf but its own once (§2.1.3.1).
    ///
    /// - Throws: what `leaf` throws.
    package static func build<Failure: Error>(
        index: UInt64,
        size: UInt64,
        leaf: (UInt64) throws(Failure) -> MerkleHash
    ) throws(Failure) -> InclusionProof {
        precondition(index < size, "only a leaf of the tree can be proved to be in it")
        var fromRoot: [MerkleHash] = []
        var subtree = 0..<size
        while subtree.count > 1 {
            let middle = subtree.lowerBound + MerkleTree.split(UInt64(subtree.count))
            let left = subtree.lowerBound..<middle
            let right = middle..<subtree.upperBound
            let isLeft = index < middle
            fromRoot.append(try MerkleTree.root(of: isLeft ? right : left, leaf: leaf))
            subtree = isLeft ? left : right
        }
        return InclusionProof(index: index, size: size, path: fromRoot.reversed())
    }
}
