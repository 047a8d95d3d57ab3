import Audit
import TransparencyLog

/// A log of which leaf *i* is the number *i* in four bytes, big-endian, and its stored tiles.
struct TileSample {
    let leaves: [MerkleHash]
    /// Full tiles, and partial ones where a test puts them; by the place of the full tile.
    var tiles: [TilePlace: [MerkleHash]] = [:]

    /// The hashes of `count` leaves, and no tile.
    init(leaves count: Int) {
        leaves = (0..<UInt32(count)).map { MerkleTree.leafHash(Self.body(of: $0)) }
    }

    static func body(of index: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: index >> $0) }
    }

    /// Stores the full tiles of the first `size` leaves as the definition has them, slowly.
    mutating func storeTiles(size: Int) {
        var level = 0
        var hashes = leaves.prefix(size)
        while hashes.count >= 256 {
            var roots: [MerkleHash] = []
            for first in stride(from: 0, through: hashes.count - 256, by: 256) {
                let tile = [MerkleHash](hashes[first..<first + 256])
                tiles[TilePlace(level: level, index: UInt64(first / 256))] = tile
                roots.append(Self.root(tile[...]))
            }
            hashes = roots[...]
            level += 1
        }
    }

    /// Removes what a log pruned to an index no longer has of level 0.
    mutating func prune(below minimumIndex: UInt64) {
        tiles = tiles.filter { $0.key.level > 0 || !$0.key.isPruned(below: minimumIndex) }
    }

    /// Stores the partial tiles of the levels from 1 on.
    mutating func storeUpperPartials(size: UInt64) throws {
        var builder = TileBuilder(size: size)
        for tile in try builder.partialTiles(from: reader()) where tile.place.level > 0 {
            tiles[TilePlace(level: tile.place.level, index: tile.place.index)] = tile.hashes
        }
    }

    func reader(minimumIndex: UInt64 = 0) -> TreeReader<Never> {
        TreeReader<Never>(
            minimumIndex: minimumIndex,
            tile: { level, index in tiles[TilePlace(level: level, index: index)] },
            leafHash: { index in
                // A reader that asks for a leaf it must do without is a defect.
                precondition(index >= minimumIndex, "leaf \(index) was pruned")
                return leaves[Int(index)]
            }
        )
    }

    /// The tree hash as RFC 6962 §2.1 defines it, by recursion.
    static func root(_ hashes: ArraySlice<MerkleHash>) -> MerkleHash {
        guard let first = hashes.first else { return MerkleTree.emptyRoot }
        guard hashes.count > 1 else { return first }
        var split = 1
        while split * 2 < hashes.count {
            split *= 2
        }
        return MerkleTree.nodeHash(root(hashes.prefix(split)), root(hashes.dropFirst(split)))
    }
}

/// Chance that comes out the same every time.
struct TileDice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    // SplitMix64 (Steele, Lea and Flood, 2014).
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
        return bits ^ bits >> 31
    }
}
