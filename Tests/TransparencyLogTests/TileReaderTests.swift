import Audit
import Testing
import TransparencyLog

/// What is read through tiles is what the leaves say.
struct TileReaderTests {
    @Test func `every tree up to 600 leaves reads as it is built from its leaves`() throws {
        var sample = TileSample(leaves: 600)
        var frontier = Frontier()
        var dice = TileDice(seed: 3)
        #expect(try sample.reader().root(size: 0) == MerkleTree.emptyRoot)
        for size in UInt64(1)...600 {
            frontier.append(sample.leaves[Int(size) - 1])
            if size.isMultiple(of: 256) {
                sample.storeTiles(size: Int(size))
                try sample.storeUpperPartials(size: size)
            }
            let reader = sample.reader()
            #expect(try reader.frontier(size: size) == frontier, "\(size)")
            let index = UInt64.random(in: 0..<size, using: &dice)
            let old = UInt64.random(in: 1...size, using: &dice)
            try Self.compare(reader, sample.leaves, size: size, index: index, old: old)
        }
    }

    @Test(arguments: [255, 256, 257, 511, 512, 513, 600])
    func `each kind of place in a tree is proved as from its leaves`(size: UInt64) throws {
        var sample = TileSample(leaves: Int(size))
        sample.storeTiles(size: Int(size))
        let reader = sample.reader()
        for place in [1, 2, 128, 255, 256, 257, 511, 512, 513, size] where place <= size {
            try Self.compare(reader, sample.leaves, size: size, index: place - 1, old: place)
        }
    }

    @Test func `trees of some ten thousand leaves read as they are built from their leaves`() throws
    {
        var sample = TileSample(leaves: 20_000)
        sample.storeTiles(size: 20_000)
        let reader = sample.reader()
        var dice = TileDice(seed: 4)
        for _ in 0..<6 {
            let size = UInt64.random(in: 1...20_000, using: &dice)
            let index = UInt64.random(in: 0..<size, using: &dice)
            let old = UInt64.random(in: 1...size, using: &dice)
            try Self.compare(reader, sample.leaves, size: size, index: index, old: old)
        }
    }

    @Test func `a tree without a single tile reads the same`() throws {
        let sample = TileSample(leaves: 1000)
        let reader = sample.reader()
        try Self.compare(reader, sample.leaves, size: 1000, index: 300, old: 700)
        #expect(try reader.root(size: 1000) == TileSample.root(sample.leaves[...]))
    }

    @Test func `the root of a complete subtree is that of its leaves`() throws {
        var sample = TileSample(leaves: 2048)
        sample.storeTiles(size: 2048)
        let reader = sample.reader()
        for height in 0...11 {
            for index in Set([0, 2048 >> height - 1, 2048 >> height / 2]) {
                let leaves = sample.leaves[index << height..<(index + 1) << height]
                let root = try reader.root(height: height, index: UInt64(index))
                #expect(root == TileSample.root(leaves), "\(height) \(index)")
            }
        }
    }

    @Test func `a tile at any place of the tree is what the definition says`() throws {
        var sample = TileSample(leaves: 1000)
        sample.storeTiles(size: 1000)
        let reader = sample.reader()
        for place in TilePlace.places(forTreeOf: 1000) {
            let span = place.level == 0 ? 1 : 256
            let hashes = (0..<place.width).map { offset in
                let first = (Int(place.index) * 256 + offset) * span
                return TileSample.root(sample.leaves[first..<first + span])
            }
            #expect(try reader.hashTile(at: place).hashes == hashes, "\(place.path)")
        }
    }

    @Test func `a proof reads a handful of tiles and leaves when the last tiles are stored`() throws
    {
        var sample = TileSample(leaves: 20_000)
        sample.storeTiles(size: 20_000)
        try sample.storeUpperPartials(size: 20_000)
        var reads = 0
        let reader = TreeReader<Never>(
            tile: { level, index in
                reads += 1
                return sample.tiles[TilePlace(level: level, index: index)]
            },
            leafHash: { index in
                reads += 1
                return sample.leaves[Int(index)]
            }
        )
        var most = 0
        for index in stride(from: UInt64(0), to: 20_000, by: 999) {
            reads = 0
            _ = try reader.inclusion(of: index, size: 20_000)
            most = max(most, reads)
            reads = 0
            _ = try reader.consistency(from: index + 1, to: 20_000)
            most = max(most, reads)
        }
        // Two tiles a level, and the 32 leaves that no full tile has.
        #expect(most <= 2 * 2 + 32)
    }

    @Test func `hashes past a tile's 256th are not looked at`() throws {
        var sample = TileSample(leaves: 600)
        sample.storeTiles(size: 600)
        let root = try sample.reader().root(size: 600)
        sample.tiles[TilePlace(level: 0, index: 0)]?.append(MerkleTree.emptyRoot)
        #expect(try sample.reader().root(size: 600) == root)
    }

    @Test func `what the source throws comes through`() {
        enum Fault: Error, Equatable { case tile, leaf }
        let withoutTiles = TreeReader<Fault>(
            tile: { (_, _) throws(Fault) in throw .tile },
            leafHash: { (_) throws(Fault) in throw .leaf }
        )
        let withoutLeaves = TreeReader<Fault>(
            tile: { (_, _) throws(Fault) in nil },
            leafHash: { (_) throws(Fault) in throw .leaf }
        )
        #expect(throws: TreeReadError<Fault>.source(.tile)) { try withoutTiles.root(size: 300) }
        #expect(throws: TreeReadError<Fault>.source(.leaf)) {
            try withoutLeaves.inclusion(of: 1, size: 2)
        }
    }

    @Test func `a question about no tree stops the process`() async {
        await #expect(processExitsWith: .failure) {
            _ = try TileSample(leaves: 1).reader().inclusion(of: 1, size: 1)
        }
        await #expect(processExitsWith: .failure) {
            _ = try TileSample(leaves: 1).reader().consistency(from: 0, to: 1)
        }
        await #expect(processExitsWith: .failure) {
            _ = try TileSample(leaves: 1).reader().root(height: 63, index: 1)
        }
        await #expect(processExitsWith: .failure) {
            _ = try TileSample(leaves: 1).reader().hashTile(at: TilePlace(level: 8, index: 0))
        }
    }

    /// Compares both proofs with those built from the leaves.
    static func compare(
        _ reader: TreeReader<Never>,
        _ leaves: [MerkleHash],
        size: UInt64,
        index: UInt64,
        old: UInt64
    ) throws {
        let inclusion = InclusionProof.build(index: index, size: size) { leaves[Int($0)] }
        #expect(try reader.inclusion(of: index, size: size) == inclusion, "\(index) of \(size)")
        let consistency = ConsistencyProof.build(oldSize: old, newSize: size) { leaves[Int($0)] }
        #expect(
            try reader.consistency(from: old, to: size) == consistency,
            "\(old) to \(size)"
        )
    }
}
