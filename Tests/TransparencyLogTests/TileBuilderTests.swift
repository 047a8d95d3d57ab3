import Audit
import Testing
import TransparencyLog

/// Each tile is made once, when its last leaf comes, whichever way the tree grew.
struct TileBuilderTests {
    @Test func `a log of 70 000 leaves has the tiles of the specification's example`() throws {
        let sample = TileSample(leaves: 70_000)
        let reader = sample.reader()
        var stored = sample
        var builder = TileBuilder()
        var order: [TilePlace] = []
        try builder.extend(to: 70_000, from: reader) { tile in
            order.append(tile.place)
            stored.tiles[tile.place] = tile.hashes
        }
        #expect(builder.size == 70_000)
        #expect(order.count == 274)
        #expect(Set(order) == Set(TilePlace.places(forTreeOf: 70_000).filter(\.isFull)))
        // The tile above comes right after the last one it is made of.
        #expect(order.firstIndex(of: TilePlace(level: 1, index: 0)) == 256)
        let partial = try builder.partialTiles(from: stored.reader())
        #expect(
            partial.map(\.place.path) == ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"]
        )
        // Known hashes of this log, computed by a program of its own (Python's hashlib).
        let last = try #require(stored.tiles[TilePlace(level: 1, index: 0)]?.last)
        #expect(last.hex == "74d6e374f6a3c2251d5a4144b05a7ba5c28b82d0b7a47526133cd69896d1caef")
        #expect(
            partial[1].hashes.last?.hex
                == "03a16f7a78e9e584cb43dfc0a6e166e31386c42691a2c170a91ebaa8e29cbc9d"
        )
        #expect(
            partial[2].hashes.map(\.hex) == [
                "208bed836edee10551d1a0208e22c9eead1a59c4c33abeb697eb60132f61a798"
            ]
        )
        let root = try stored.reader().root(size: 70_000)
        #expect(root.hex == "339ecf3ae716405fdc28cef164e45a785cade0d5bc3e1400a7a4d70d0b2dec9b")

        // A builder that starts near the end makes the same tiles from what is stored.
        var known = stored
        known.tiles = stored.tiles.filter { $0.key.level == 0 && $0.key.index < 250 }
        var late = TileBuilder(size: 64_100)
        var again: [TilePlace: [MerkleHash]] = [:]
        try late.extend(to: 70_000, from: known.reader()) { again[$0.place] = $0.hashes }
        let wanted = stored.tiles.filter { known.tiles[$0.key] == nil }
        #expect(again == wanted)
        let latePartial = try late.partialTiles(from: stored.reader())
        #expect(latePartial == partial)
    }

    @Test func `a tree that grows in steps gets each tile once`() throws {
        var sample = TileSample(leaves: 5000)
        var expected = sample
        expected.storeTiles(size: 5000)
        var dice = TileDice(seed: 5)
        var living = TileBuilder()
        var made: [HashTile] = []
        while living.size < 5000 {
            let old = living.size
            let new = min(5000, old + UInt64.random(in: 0...700, using: &dice))
            let reader = sample.reader()
            var step: [HashTile] = []
            try living.extend(to: new, from: reader) { step.append($0) }
            var fresh = TileBuilder(size: old)
            var freshStep: [HashTile] = []
            try fresh.extend(to: new, from: reader) { freshStep.append($0) }
            #expect(step == freshStep, "\(old) to \(new)")
            let places = TilePlace.newPlaces(from: old, to: new).filter(\.isFull)
            #expect(step.map(\.place) == places, "\(old) to \(new)")
            for tile in step {
                sample.tiles[tile.place] = tile.hashes
            }
            made += step
            let partial = TilePlace.places(forTreeOf: new).filter { !$0.isFull }
            let livingTiles = try living.partialTiles(from: sample.reader())
            let freshTiles = try fresh.partialTiles(from: sample.reader())
            #expect(livingTiles.map(\.place) == partial)
            #expect(livingTiles == freshTiles)
        }
        #expect(made.count == expected.tiles.count)
        #expect(sample.tiles == expected.tiles)
    }

    @Test func `a builder that lives on reads each new leaf once and nothing else`() throws {
        let sample = TileSample(leaves: 2000)
        var leavesRead: [UInt64] = []
        var tilesRead = 0
        let reader = TreeReader<Never>(
            tile: { _, _ in
                tilesRead += 1
                return nil
            },
            leafHash: { index in
                leavesRead.append(index)
                return sample.leaves[Int(index)]
            }
        )
        var builder = TileBuilder()
        for size in [100, 101, 256, 1000, 1024, 2000] as [UInt64] {
            try builder.extend(to: size, from: reader) { _ in }
            _ = try builder.partialTiles(from: reader)
        }
        #expect(leavesRead == Array(0..<2000))
        #expect(tilesRead == 0)
    }

    @Test func `a pruned log goes on from what it kept of level 1`() throws {
        var whole = TileSample(leaves: 66_000)
        var stored = whole
        var builder = TileBuilder()
        try builder.extend(to: 65_000, from: whole.reader()) {
            stored.tiles[$0.place] = $0.hashes
        }
        try stored.storeUpperPartials(size: 65_000)
        stored.prune(below: 60_160)
        var late = TileBuilder(size: 65_000)
        var made: [HashTile] = []
        try late.extend(to: 66_000, from: stored.reader(minimumIndex: 60_160)) { made.append($0) }
        try builder.extend(to: 66_000, from: whole.reader()) { whole.tiles[$0.place] = $0.hashes }
        let paths = ["tile/0/253", "tile/0/254", "tile/0/255", "tile/1/000", "tile/0/256"]
        #expect(made.map(\.place.path) == paths)
        #expect(Dictionary(uniqueKeysWithValues: made.map { ($0.place, $0.hashes) }) == whole.tiles)
    }

    @Test func `a builder whose tile was not stored brings it again`() throws {
        enum Fault: Error, Equatable { case full }
        let sample = TileSample(leaves: 600)
        let reader = TreeReader<Fault>(
            tile: { (_, _) throws(Fault) in nil },
            leafHash: { (index) throws(Fault) in sample.leaves[Int(index)] }
        )
        var builder = TileBuilder()
        try builder.extend(to: 100, from: reader) { (_) throws(Fault) in }
        #expect(throws: TreeReadError<Fault>.source(.full)) {
            try builder.extend(to: 600, from: reader) { (tile) throws(Fault) in
                if tile.place.index == 1 { throw .full }
            }
        }
        #expect(builder.size == 100)
        var made: [UInt64] = []
        try builder.extend(to: 600, from: reader) { (tile) throws(Fault) in
            made.append(tile.place.index)
        }
        #expect(made == [0, 1])
    }
}
