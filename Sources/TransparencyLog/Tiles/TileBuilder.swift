internal import Audit

/// Makes the tiles that become full while a tree grows, each of them once.
///
/// Which tiles were full before follows from the size. Tiles of level 0 are made of leaf hashes,
/// those of a level above of the roots of the tiles below: one node hash for each leaf, together.
///
/// A builder that lives on knows the open tiles, at most 255 hashes a level, and reads only new
/// leaves. A fresh one reads what came before when a tile that is open at its size becomes full:
/// for level 0 up to 255 leaf hashes, for a level above up to 255 tiles.
package struct TileBuilder: Sendable {
    /// Leaves that are in tiles, full or open.
    package private(set) var size: UInt64
    /// The last hashes of each level's open tile: those that came by since this builder began.
    private var open: [[MerkleHash]]

    /// A builder for a tree whose first `size` leaves are in tiles already, where those are full.
    package init(size: UInt64 = 0) {
        self.size = size
        open = Array(repeating: [], count: TilePlace.levelsInUse.count)
    }

    /// Gives `store` each tile that a tree of `newSize` leaves has full and this one has not.
    ///
    /// A tile comes after those it is made of. When this throws, the builder is as it was before,
    /// and the same tiles come again.
    ///
    /// - Throws: what `reader` throws, and what `store` throws as `TreeReadError.source`.
    package mutating func extend<Failure: Error>(
        to newSize: UInt64,
        from reader: TreeReader<Failure>,
        store: (HashTile) throws(Failure) -> Void
    ) throws(TreeReadError<Failure>) {
        precondition(size <= newSize, "a log only grows")
        var next = self
        var pass = TreePass(reader)
        for index in size..<newSize {
            next.open[0].append(try pass.leaf(index))
            next.size = index + 1
            try next.close(from: &pass, store: store)
        }
        self = next
    }

    /// The partial tile of each level that has one, for a tree of `size` leaves; level 0 first.
    ///
    /// They are another place and other content after each growth. The first call reads what came
    /// before this builder; the next ones read nothing.
    package mutating func partialTiles<Failure: Error>(
        from reader: TreeReader<Failure>
    ) throws(TreeReadError<Failure>) -> [HashTile] {
        var pass = TreePass(reader)
        var tiles: [HashTile] = []
        for level in TilePlace.levelsInUse {
            let width = TilePlace.openWidth(level: level, size: size)
            guard width > 0 else { continue }
            let index = size >> UInt64(8 * level) / UInt64(TilePlace.fullWidth)
            let place = TilePlace(level: level, index: index, width: width)
            try complete(place, from: &pass)
            tiles.append(HashTile(place: place, hashes: open[level]))
        }
        return tiles
    }

    /// Stores the tiles that the last leaf made full, and hands each root to the level above.
    private mutating func close<Failure: Error>(
        from pass: inout TreePass<Failure>,
        store: (HashTile) throws(Failure) -> Void
    ) throws(TreeReadError<Failure>) {
        for level in TilePlace.levelsInUse.dropLast() {
            let positions = size >> UInt64(8 * level)
            guard positions.isMultiple(of: UInt64(TilePlace.fullWidth)) else { return }
            let place = TilePlace(
                level: level,
                index: positions / UInt64(TilePlace.fullWidth) - 1
            )
            try complete(place, from: &pass)
            let tile = HashTile(place: place, hashes: open[level])
            do {
                try store(tile)
            } catch {
                throw .source(error)
            }
            open[level].removeAll(keepingCapacity: true)
            open[level + 1].append(tile.root)
        }
    }

    /// Puts in front of an open tile's hashes those that came before this builder.
    private mutating func complete<Failure: Error>(
        _ place: TilePlace,
        from pass: inout TreePass<Failure>
    ) throws(TreeReadError<Failure>) {
        let missing = place.width - open[place.level].count
        guard missing > 0 else { return }
        let earlier = TilePlace(level: place.level, index: place.index, width: missing)
        open[place.level] = try pass.hashes(at: earlier) + open[place.level]
    }
}
