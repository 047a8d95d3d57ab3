import Audit
import Testing
import TransparencyLog

/// A log whose old leaves are gone still proves the others, and says what it cannot prove.
struct TilePruningTests {
    private static let size: UInt64 = 3000

    /// A log of 3000 leaves, pruned to an index, that kept what it has of level 1.
    private static func pruned(below minimumIndex: UInt64) throws -> TileSample {
        var sample = TileSample(leaves: Int(size))
        sample.storeTiles(size: Int(size))
        try sample.storeUpperPartials(size: size)
        sample.prune(below: minimumIndex)
        return sample
    }

    @Test(arguments: [256, 512, 1024, 2560, 2816])
    func `later leaves are proved as before`(minimumIndex: UInt64) throws {
        let sample = try Self.pruned(below: minimumIndex)
        let reader = sample.reader(minimumIndex: minimumIndex)
        var frontier = Frontier()
        for leaf in sample.leaves {
            frontier.append(leaf)
        }
        #expect(try reader.frontier(size: Self.size) == frontier)
        for place in [minimumIndex + 1, minimumIndex + 100, Self.size - 1, Self.size] {
            try TileReaderTests.compare(
                reader,
                sample.leaves,
                size: Self.size,
                index: place - 1,
                old: place
            )
        }
        // A tree that ends where the log begins needs nothing from before.
        try TileReaderTests.compare(
            reader,
            sample.leaves,
            size: Self.size,
            index: minimumIndex,
            old: minimumIndex
        )
    }

    @Test(arguments: [256, 512, 2816])
    func `what needs a leaf that is gone says so`(minimumIndex: UInt64) throws {
        let reader = try Self.pruned(below: minimumIndex).reader(minimumIndex: minimumIndex)
        let error = TreeReadError<Never>.pruned(below: minimumIndex)
        for index in [0, 1, minimumIndex - 1] {
            #expect(throws: error) { try reader.inclusion(of: index, size: Self.size) }
            #expect(throws: error) { try reader.root(height: 0, index: index) }
        }
        for size in [1, 255, minimumIndex - 1] {
            #expect(throws: error) { try reader.root(size: size) }
            #expect(throws: error) { try reader.consistency(from: size, to: Self.size) }
        }
        #expect(throws: error) { try reader.hashTile(at: TilePlace(level: 0, index: 0)) }
        let text = try #require(error.text)
        #expect(text.contains("\(minimumIndex)"))
    }

    @Test func `tiles that came back below the minimum index are not read`() throws {
        var sample = TileSample(leaves: 600)
        sample.storeTiles(size: 600)
        try sample.storeUpperPartials(size: 600)
        let reader = sample.reader(minimumIndex: 256)
        #expect(throws: TreeReadError<Never>.pruned(below: 256)) {
            try reader.inclusion(of: 3, size: 600)
        }
    }

    @Test func `a log that dropped its part of level 1 too has lost its root`() throws {
        var sample = TileSample(leaves: 600)
        sample.storeTiles(size: 600)
        sample.prune(below: 256)
        let reader = sample.reader(minimumIndex: 256)
        #expect(throws: TreeReadError<Never>.pruned(below: 256)) { try reader.root(size: 600) }
    }

    @Test func `a log pruned by less than whole tiles stops the process`() async {
        await #expect(processExitsWith: .failure) {
            _ = TileSample(leaves: 1).reader(minimumIndex: 255)
        }
    }
}
