import Testing
import TransparencyLog

/// One place has one path, and a tree of any size has just the tiles that the specification lists.
struct TilePlaceTests {
    @Test func `a place is written as the specification writes it`() {
        let table: [(TilePlace, String)] = [
            (TilePlace(level: 0, index: 0), "tile/0/000"),
            (TilePlace(level: 0, index: 1_234_067), "tile/0/x001/x234/067"),
            (TilePlace(level: 0, index: 1_234_067, width: 5), "tile/0/x001/x234/067.p/5"),
            (TilePlace(level: 7, index: 999, width: 255), "tile/7/999.p/255"),
            (TilePlace(level: 10, index: 1000), "tile/10/x001/000"),
            (
                TilePlace(level: 63, index: .max, width: 1),
                "tile/63/x018/x446/x744/x073/x709/x551/615.p/1"
            ),
        ]
        for (place, path) in table {
            #expect(place.path == path)
            #expect(TilePlace(path: path) == place)
        }
    }

    @Test func `every place is read back from its path, and no other kind of path is`() {
        var dice = TileDice(seed: 1)
        for _ in 0..<2000 {
            let index = dice.next() >> UInt64.random(in: 0...63, using: &dice)
            let width = Int.random(in: 1...256, using: &dice)
            let tile = TilePlace(
                level: Int.random(in: 0...63, using: &dice),
                index: index,
                width: width
            )
            #expect(TilePlace(path: tile.path) == tile)
            #expect(EntryBundlePlace(path: tile.path) == nil)
            let bundle = EntryBundlePlace(index: index, width: width)
            #expect(EntryBundlePlace(path: bundle.path) == bundle)
            #expect(TilePlace(path: bundle.path) == nil)
        }
    }

    /// What may follow `tile/0/` or `tile/entries/` in no path.
    private static let wrongNumbers = [
        "", "0", "00", "0000", "x00", "-01", "+01", "1e2", " 00", "00 ", "000\n", "000\0", "..",
        "00a", "０００", "00１", "٠٠٠", "000/", "/000", "x000", "x001", "X001/002", "x01/002",
        "x0001/002", "001/002", "x001/x002", "x000/001", "x000/x001/002", "x001//002", "../000",
        "x001/002/003", "x-01/002", "x018/x446/x744/x073/x709/x551/616",
        "x999/x999/x999/x999/x999/x999/999", "x001/x000/x000/x000/x000/x000/x000/000",
        "000.p", "000.p/", "000.p/0", "000.p/00", "000.p/01", "000.p/256", "000.p/999",
        "000.p/1000", "000.p/-1", "000.p/+1", "000.p/1/", "000.p/1/000", "000.p/1.p/1", "000.p1",
        "000.P/1", "000.q/1", "000p/1", "000/1", ".p/1", "00.p/1", "x000.p/1", "000.p/x",
        "x001.p/1/000", "000.p/ 1", "000.p/１", "000.p.p/1",
    ]

    @Test func `a path in any other spelling is no place`() {
        for number in Self.wrongNumbers {
            #expect(TilePlace(path: "tile/0/\(number)") == nil, "\(number)")
            #expect(EntryBundlePlace(path: "tile/entries/\(number)") == nil, "\(number)")
        }
        let wrongStarts = [
            "", "/", "tile", "tile/", "tile/0", "000", "0/000", "tile//000", "tile/00/000",
            "tile/01/000", "tile/64/000", "tile/100/000", "tile/-1/000", "tile/+1/000",
            "tile/x/000", "tile/１/000", "tile/ 0/000", "/tile/0/000", "./tile/0/000",
            " tile/0/000", "Tile/0/000", "tiles/0/000", "tile/0/0/000", "tile\\0\\000",
            "tile/entries/000", "tile/entry/000", "checkpoint",
        ]
        for path in wrongStarts {
            #expect(TilePlace(path: path) == nil, "\(path)")
        }
        for path in ["entries/000", "tile/Entries/000", "tile/entries", "tile/0/000", "tile//000"] {
            #expect(EntryBundlePlace(path: path) == nil, "\(path)")
        }
        #expect(TilePlace(path: String(repeating: "tile/0/", count: 100_000)) == nil)
    }

    @Test func `the tree of 70 000 leaves has the tiles of the specification's example`() {
        let places = Array(TilePlace.places(forTreeOf: 70_000))
        #expect(places.count == 273 + 1 + 1 + 1 + 1)
        let full = (0..<273).map { TilePlace(level: 0, index: $0) }
        #expect(Array(places.prefix(273)) == full)
        let rest = [
            TilePlace(level: 0, index: 273, width: 112),
            TilePlace(level: 1, index: 0),
            TilePlace(level: 1, index: 1, width: 17),
            TilePlace(level: 2, index: 0, width: 1),
        ]
        #expect(Array(places.dropFirst(273)) == rest)
        let bundles = Array(EntryBundlePlace.places(forTreeOf: 70_000))
        #expect(bundles.map(\.tile) == full + rest.prefix(1))
    }

    @Test func `a tree without leaves has no tiles, and one of 256 leaves has two`() {
        #expect(Array(TilePlace.places(forTreeOf: 0)).isEmpty)
        #expect(Array(EntryBundlePlace.places(forTreeOf: 0)).isEmpty)
        let places = Array(TilePlace.places(forTreeOf: 256))
        #expect(places.map(\.path) == ["tile/0/000", "tile/1/000.p/1"])
        let bundles = Array(EntryBundlePlace.places(forTreeOf: 256))
        #expect(bundles.map(\.path) == ["tile/entries/000"])
    }

    @Test func `the new places of a larger tree are those the smaller one has not`() {
        var dice = TileDice(seed: 2)
        var sizes = (0..<12).map { _ in UInt64.random(in: 0...140_000, using: &dice) }
        sizes += [0, 1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 131_072]
        for old in sizes {
            for new in sizes.prefix(4) + [old, old + 1, old + 255, old + 256] where new >= old {
                let found = Array(TilePlace.newPlaces(from: old, to: new))
                let wanted = Set(TilePlace.places(forTreeOf: new))
                    .subtracting(TilePlace.places(forTreeOf: old))
                #expect(found.count == wanted.count, "\(old) to \(new)")
                #expect(Set(found) == wanted, "\(old) to \(new)")
                let bundles = EntryBundlePlace.newPlaces(from: old, to: new).map(\.tile)
                #expect(bundles == found.filter { $0.level == 0 }, "\(old) to \(new)")
            }
        }
    }

    @Test func `the largest tree is counted off without running over`() {
        let places = Array(TilePlace.newPlaces(from: .max - 1, to: .max))
        #expect(places == [TilePlace(level: 0, index: 1 << 56 - 1, width: 255)])
        var iterator = TilePlace.places(forTreeOf: .max).makeIterator()
        #expect(iterator.next()?.path == "tile/0/000")
        #expect(iterator.next()?.path == "tile/0/001")
    }

    @Test func `a tile is within a tree that has all its hashes`() {
        let inside = [
            TilePlace(level: 0, index: 0, width: 1), TilePlace(level: 0, index: 272),
            TilePlace(level: 0, index: 273, width: 112), TilePlace(level: 1, index: 0),
            TilePlace(level: 1, index: 1, width: 17), TilePlace(level: 2, index: 0, width: 1),
        ]
        let outside = [
            TilePlace(level: 0, index: 273, width: 113), TilePlace(level: 0, index: 274, width: 1),
            TilePlace(level: 1, index: 1, width: 18), TilePlace(level: 2, index: 0, width: 2),
            TilePlace(level: 3, index: 0, width: 1), TilePlace(level: 63, index: 0, width: 1),
            TilePlace(level: 0, index: .max), TilePlace(level: 8, index: 1 << 56),
        ]
        for place in inside {
            #expect(place.isWithin(treeOf: 70_000), "\(place.path)")
        }
        for place in outside {
            #expect(!place.isWithin(treeOf: 70_000), "\(place.path)")
        }
    }

    @Test func `a tile is pruned when all it covers is below the minimum index`() {
        let table: [(TilePlace, UInt64)] = [
            (TilePlace(level: 0, index: 0), 256),
            (TilePlace(level: 0, index: 0, width: 3), 256),
            (TilePlace(level: 0, index: 3), 1024),
            (TilePlace(level: 1, index: 0), 65_536),
            (TilePlace(level: 1, index: 1), 131_072),
        ]
        for (place, end) in table {
            #expect(!place.isPruned(below: 0))
            #expect(!place.isPruned(below: end - 1))
            #expect(place.isPruned(below: end))
        }
        #expect(!TilePlace(level: 7, index: 0).isPruned(below: .max))
        #expect(!TilePlace(level: 63, index: 0).isPruned(below: .max))
        #expect(!TilePlace(level: 0, index: .max).isPruned(below: .max))
        #expect(EntryBundlePlace(index: 1).isPruned(below: 512))
        #expect(!EntryBundlePlace(index: 1).isPruned(below: 511))
    }
}
