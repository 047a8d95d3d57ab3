import Audit
import Testing
import TransparencyLog

/// A tile's bytes are its hashes and nothing else.
struct TileBytesTests {
    @Test func `a tile is read back from its bytes, 32 for each hash`() throws {
        let leaves = TileSample(leaves: 256).leaves
        for width in [1, 2, 112, 255, 256] {
            let place = TilePlace(level: 3, index: 9, width: width)
            let tile = HashTile(place: place, hashes: Array(leaves.prefix(width)))
            #expect(tile.bytes.count == 32 * width)
            #expect(tile.bytes == leaves.prefix(width).flatMap(\.bytes))
            #expect(try HashTile(place: place, bytes: tile.bytes) == tile)
        }
    }

    @Test func `a tile of another length is refused`() {
        let place = TilePlace(level: 0, index: 0, width: 2)
        for count in Array(0...100) + [8192] where count != 64 {
            #expect(throws: TileError.wrongLength(found: count, wanted: 64)) {
                try HashTile(place: place, bytes: [UInt8](repeating: 7, count: count))
            }
        }
    }

    @Test func `the root of a full tile is the root of its hashes`() {
        let leaves = TileSample(leaves: 256).leaves
        let tile = HashTile(place: TilePlace(level: 0, index: 0), hashes: leaves)
        #expect(tile.root == TileSample.root(leaves[...]))
    }

    @Test func `each refusal is one sentence`() {
        let errors: [TileError] = [
            .wrongLength(found: 1, wanted: 32), .truncated(entry: 3), .trailingBytes(count: 2),
        ]
        for error in errors {
            #expect(error.text.first?.isLowercase == true)
            #expect(!error.text.contains("\n"))
        }
        #expect(Set(errors.map(\.text)).count == errors.count)
    }

    @Test func `a place or a tile that cannot be stops the process`() async {
        await #expect(processExitsWith: .failure) { _ = TilePlace(level: 64, index: 0) }
        await #expect(processExitsWith: .failure) { _ = TilePlace(level: 0, index: 0, width: 0) }
        await #expect(processExitsWith: .failure) { _ = TilePlace(level: 0, index: 0, width: 257) }
        await #expect(processExitsWith: .failure) {
            _ = HashTile(place: TilePlace(level: 0, index: 0), hashes: [])
        }
        await #expect(processExitsWith: .failure) {
            let place = TilePlace(level: 0, index: 0, width: 1)
            _ = HashTile(place: place, hashes: [MerkleTree.emptyRoot]).root
        }
    }
}
