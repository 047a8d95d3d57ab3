/// Where a bundle of leaves is: beside each tile of level 0, with its number and width.
///
/// C2SP tlog-tiles, "Log entries".
package struct EntryBundlePlace: Hashable, Sendable {
    /// Zero-based number of the bundle; its first leaf is the one at `index` · 256.
    package let index: UInt64
    /// Leaves in the bundle, 1 to 256.
    package let width: Int

    package init(index: UInt64, width: Int = TilePlace.fullWidth) {
        precondition((1...TilePlace.fullWidth).contains(width), "a bundle has 1 to 256 leaves")
        self.index = index
        self.width = width
    }

    package var isFull: Bool { width == TilePlace.fullWidth }

    /// The tile with the hashes of the bundle's leaves.
    package var tile: TilePlace { TilePlace(level: 0, index: index, width: width) }

    /// Whether the log may withhold this bundle; see `TilePlace.isPruned`.
    package func isPruned(below minimumIndex: UInt64) -> Bool {
        tile.isPruned(below: minimumIndex)
    }
}

extension EntryBundlePlace {
    private static let folders = ["tile", "entries"]

    /// The path below the log's prefix: `tile/entries/x001/x234/067`, or with `.p/5` behind.
    package var path: String {
        let number = TileNumber(index: index, width: width).text
        return (Self.folders + [number]).joined(separator: "/")
    }

    /// Reads exactly what `path` writes; any other spelling is `nil`.
    package init?(path: String) {
        guard let parts = TileNumber.parts(of: path), parts.count > 2,
            parts[0].elementsEqual(Self.folders[0].utf8),
            parts[1].elementsEqual(Self.folders[1].utf8),
            let number = TileNumber(parts[2...])
        else { return nil }
        self.init(index: number.index, width: number.width)
    }
}

extension EntryBundlePlace {
    /// Every bundle of a log of `size` leaves: the full ones in order, then the partial one.
    package static func places(forTreeOf size: UInt64) -> some Sequence<EntryBundlePlace> {
        newPlaces(from: 0, to: size)
    }

    /// The bundles that a log of `newSize` leaves has and one of `oldSize` has not, in order.
    package static func newPlaces(
        from oldSize: UInt64,
        to newSize: UInt64
    ) -> some Sequence<EntryBundlePlace> {
        precondition(oldSize <= newSize, "a log only grows")
        return TilePlace.newPlaces(from: oldSize, to: newSize, level: 0).lazy.map {
            EntryBundlePlace(index: $0.index, width: $0.width)
        }
    }
}
