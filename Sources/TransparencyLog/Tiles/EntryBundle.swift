internal import Audit

/// Up to 256 neighbouring leaves of the log, as their bytes were hashed.
///
/// C2SP tlog-tiles, "Log entries": before each entry stands its length in two bytes, big-endian.
/// An entry may be empty; a bundle may not.
package struct EntryBundle: Hashable, Sendable {
    /// Bytes in the longest entry that the format has room for.
    package static let longestEntryByteCount = 65_535

    package let place: EntryBundlePlace
    /// As many as the place is wide.
    package let entries: [[UInt8]]

    package init(place: EntryBundlePlace, entries: [[UInt8]]) {
        precondition(entries.count == place.width, "a bundle has as many entries as it is wide")
        precondition(
            entries.allSatisfy { $0.count <= Self.longestEntryByteCount },
            "an entry has at most 65 535 bytes"
        )
        self.place = place
        self.entries = entries
    }

    /// Reads exactly what `bytes` writes for this place, and nothing past its last entry.
    package init(place: EntryBundlePlace, bytes: [UInt8]) throws(TileError) {
        var entries: [[UInt8]] = []
        entries.reserveCapacity(place.width)
        var offset = 0
        for entry in 0..<place.width {
            guard bytes.count - offset >= 2 else { throw .truncated(entry: entry) }
            let count = Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
            offset += 2
            guard bytes.count - offset >= count else { throw .truncated(entry: entry) }
            entries.append([UInt8](bytes[offset..<offset + count]))
            offset += count
        }
        guard offset == bytes.count else { throw .trailingBytes(count: bytes.count - offset) }
        self.init(place: place, entries: entries)
    }

    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.reduce(0) { $0 + 2 + $1.count })
        for entry in entries {
            bytes.append(UInt8(entry.count >> 8))
            bytes.append(UInt8(entry.count & 0xff))
            bytes += entry
        }
        return bytes
    }

    /// The tile of level 0 that these leaves have, derived from them.
    package var hashTile: HashTile {
        HashTile(place: place.tile, hashes: entries.map(MerkleTree.leafHash))
    }
}
