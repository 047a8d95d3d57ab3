/// Where a tile of the tree is: the level, the number within the level, and how wide it is.
///
/// C2SP tlog-tiles, "Merkle Tree": a tile holds up to 256 neighbouring hashes of one level. Level 0
/// has the leaf hashes; a hash of level *n* is the root of a full tile of level *n* − 1. A partial
/// tile is another place than the full one, because its width is part of its path.
package struct TilePlace: Hashable, Sendable {
    /// Hashes in a full tile.
    package static let fullWidth = 256
    /// Levels a path may name.
    package static let levels = 0...63
    /// Levels that a tree has tiles in whose size fits 64 bits.
    package static let levelsInUse = 0...7

    package let level: Int
    /// Zero-based number of the tile within its level.
    package let index: UInt64
    /// Hashes in the tile, 1 to 256.
    package let width: Int

    package init(level: Int, index: UInt64, width: Int = TilePlace.fullWidth) {
        precondition(Self.levels.contains(level), "a tile is on a level from 0 to 63")
        precondition((1...Self.fullWidth).contains(width), "a tile has 1 to 256 hashes")
        self.level = level
        self.index = index
        self.width = width
    }

    package var isFull: Bool { width == Self.fullWidth }

    /// Whether a tree of `size` leaves has all these hashes; a path may name any place at all.
    package func isWithin(treeOf size: UInt64) -> Bool {
        let positions = size >> UInt64(8 * level)
        let (first, overflows) = index.multipliedReportingOverflow(by: UInt64(Self.fullWidth))
        return !overflows && first <= positions && positions - first >= UInt64(width)
    }

    /// Whether the log may withhold this tile: all it covers, once full, is below `minimumIndex`.
    ///
    /// tlog-tiles, "Pruning". A tile that is pruned takes its partial forms with it.
    package func isPruned(below minimumIndex: UInt64) -> Bool {
        // The end of the tile is (index + 1) · 256^(level + 1), which need not fit 64 bits.
        index < minimumIndex >> UInt64(8 * (level + 1))
    }
}

extension TilePlace {
    private static let folder = "tile"

    /// The path below the log's prefix: `tile/0/x001/x234/067`, or `tile/0/x001/x234/067.p/5`.
    package var path: String {
        "\(Self.folder)/\(level)/\(TileNumber(index: index, width: width).text)"
    }

    /// Reads exactly what `path` writes; any other spelling is `nil`.
    package init?(path: String) {
        guard let parts = TileNumber.parts(of: path), parts.count > 2,
            parts[0].elementsEqual(Self.folder.utf8),
            let level = TileNumber.decimal(parts[1], upTo: Self.levels.upperBound),
            let number = TileNumber(parts[2...])
        else { return nil }
        self.init(level: level, index: number.index, width: number.width)
    }
}

extension TilePlace {
    /// Every tile of a tree of `size` leaves: the full ones of a level in order, then its partial.
    ///
    /// Level by level from 0, so that no tile comes before one it is made of. One tile for about
    /// 255 leaves; they are counted off as they are asked for, and never all in memory.
    package static func places(forTreeOf size: UInt64) -> some Sequence<TilePlace> {
        newPlaces(from: 0, to: size)
    }

    /// The tiles that a tree of `newSize` leaves has and one of `oldSize` has not, in that order.
    ///
    /// A tile of the old tree keeps its content for good, so an export that is complete for the old
    /// size is complete for the new one when these are added.
    package static func newPlaces(
        from oldSize: UInt64,
        to newSize: UInt64
    ) -> some Sequence<TilePlace> {
        precondition(oldSize <= newSize, "a log only grows")
        return levelsInUse.lazy.flatMap { level in
            newPlaces(from: oldSize, to: newSize, level: level)
        }
    }

    static func newPlaces(
        from oldSize: UInt64,
        to newSize: UInt64,
        level: Int
    ) -> some Sequence<TilePlace> {
        // Shifts by 64 or more are 0, as the formula wants for the highest level.
        let shift = UInt64(8 * (level + 1))
        let firstOpen = oldSize >> shift
        let lastOpen = newSize >> shift
        let oldWidth = openWidth(level: level, size: oldSize)
        let newWidth = openWidth(level: level, size: newSize)
        return (firstOpen...lastOpen).lazy.compactMap { index -> TilePlace? in
            let width = index < lastOpen ? fullWidth : newWidth
            let isUnchanged = index == firstOpen && width == oldWidth
            guard width > 0, !isUnchanged else { return nil }
            return TilePlace(level: level, index: index, width: width)
        }
    }

    /// Hashes after the last full tile of a level: ⌊size / 256^level⌋ mod 256.
    static func openWidth(level: Int, size: UInt64) -> Int {
        Int(size >> UInt64(8 * level) & 0xff)
    }
}
