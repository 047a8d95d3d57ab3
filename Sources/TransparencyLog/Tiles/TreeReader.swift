package import Audit

/// Answers what a tree is from its tiles: roots, frontiers and proofs, in O(log *n*) reads.
///
/// The hashes are those of RFC 9162 §2.1, in the order in which `InclusionProof.build` and
/// `ConsistencyProof.build` have them, without their pass over every leaf.
///
/// A tile that is not stored is derived from those below it, down to the leaf hashes: slower, and
/// the same. Where the last tile of a level ≥ 1 is not stored, that is up to 255 reads of the level
/// below; a source that has it in part answers with that part.
///
/// Nothing is checked here: who does not trust the source compares a root with a signed one.
package struct TreeReader<Failure: Error> {
    /// Leaf hashes and tiles of level 0 are there from this index on; a multiple of 256.
    package let minimumIndex: UInt64
    let tile: (_ level: Int, _ index: UInt64) throws(Failure) -> [MerkleHash]?
    let leafHash: (_ index: UInt64) throws(Failure) -> MerkleHash

    /// - Parameters:
    ///   - minimumIndex: Nothing of level 0 is asked for below it. What is left below it is told by
    ///     the tiles of level 1, so the last of those must be answered in part until it is full.
    ///   - tile: All 256 hashes of a tile; or the first of them, as many as the tree has or as are
    ///     stored; or `nil`. Hashes past the 256th are not looked at.
    ///   - leafHash: The hash of a leaf from `minimumIndex` on, in the tree that is asked about.
    package init(
        minimumIndex: UInt64 = 0,
        tile: @escaping (_ level: Int, _ index: UInt64) throws(Failure) -> [MerkleHash]?,
        leafHash: @escaping (_ index: UInt64) throws(Failure) -> MerkleHash
    ) {
        precondition(
            minimumIndex.isMultiple(of: UInt64(TilePlace.fullWidth)),
            "a log is pruned by whole tiles"
        )
        self.minimumIndex = minimumIndex
        self.tile = tile
        self.leafHash = leafHash
    }

    /// The root of the 2^`height` leaves from `index` · 2^`height` on.
    package func root(
        height: Int,
        index: UInt64
    ) throws(TreeReadError<Failure>) -> MerkleHash {
        precondition(
            (0...63).contains(height) && index < UInt64.max >> UInt64(height),
            "a complete subtree ends within the indices of 64 bits"
        )
        var pass = TreePass(self)
        return try pass.root(height: height, index: index)
    }

    /// The root of the first `size` leaves.
    package func root(size: UInt64) throws(TreeReadError<Failure>) -> MerkleHash {
        try frontier(size: size).root
    }

    /// The frontier after the first `size` leaves.
    package func frontier(size: UInt64) throws(TreeReadError<Failure>) -> Frontier {
        var pass = TreePass(self)
        return try pass.frontier(of: 0..<size)
    }

    /// What `InclusionProof.build` builds.
    package func inclusion(
        of index: UInt64,
        size: UInt64
    ) throws(TreeReadError<Failure>) -> InclusionProof {
        precondition(index < size, "only a leaf of the tree can be proved to be in it")
        var pass = TreePass(self)
        return InclusionProof(
            index: index,
            size: size,
            path: try pass.inclusionPath(index: index, size: size)
        )
    }

    /// What `ConsistencyProof.build` builds.
    package func consistency(
        from oldSize: UInt64,
        to newSize: UInt64
    ) throws(TreeReadError<Failure>) -> ConsistencyProof {
        precondition(
            0 < oldSize && oldSize <= newSize,
            "a consistency proof starts from a tree with leaves"
        )
        var pass = TreePass(self)
        return ConsistencyProof(
            oldSize: oldSize,
            newSize: newSize,
            path: try pass.consistencyPath(from: oldSize, to: newSize)
        )
    }

    /// The tile at a place, full or partial, of a tree that has it.
    package func hashTile(at place: TilePlace) throws(TreeReadError<Failure>) -> HashTile {
        precondition(
            place.isWithin(treeOf: .max),
            "a tree of 64-bit size has no tile at this place"
        )
        var pass = TreePass(self)
        return HashTile(place: place, hashes: try pass.hashes(at: place))
    }
}
