package import Audit

/// One tile of the tree: neighbouring hashes of a level, and where they belong.
///
/// C2SP tlog-tiles. The bytes are the hashes one after the other, 32 each: 8 192 in a full tile.
package struct HashTile: Hashable, Sendable {
    package let place: TilePlace
    /// As many as the place is wide.
    package let hashes: [MerkleHash]

    package init(place: TilePlace, hashes: [MerkleHash]) {
        precondition(hashes.count == place.width, "a tile has as many hashes as it is wide")
        self.place = place
        self.hashes = hashes
    }

    /// Reads exactly what `bytes` writes for this place.
    package init(place: TilePlace, bytes: [UInt8]) throws(TileError) {
        let wanted = place.width * MerkleHash.byteCount
        guard bytes.count == wanted else {
            throw .wrongLength(found: bytes.count, wanted: wanted)
        }
        let hashes = stride(from: 0, to: bytes.count, by: MerkleHash.byteCount).compactMap {
            MerkleHash(bytes[$0..<$0 + MerkleHash.byteCount])
        }
        self.init(place: place, hashes: hashes)
    }

    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(hashes.count * MerkleHash.byteCount)
        for hash in hashes {
            bytes += hash.bytes
        }
        return bytes
    }

    /// The root of a full tile, which is its hash in the level above.
    ///
    /// A partial tile has no place in the level above, and asking for it is a defect.
    package var root: MerkleHash {
        precondition(place.isFull, "only a full tile has a hash in the level above")
        return hashes.root
    }
}

extension Collection where Element == MerkleHash {
    /// The root of the subtree that these hashes, a power of two of them, are the lowest level of.
    var root: MerkleHash {
        var frontier = Frontier()
        for hash in self {
            frontier.append(hash)
        }
        return frontier.root
    }
}
