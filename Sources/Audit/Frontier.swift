/// The roots of the complete subtrees a tree falls into: all it takes to append and state a root.
///
/// A tree of *n* leaves has one peak for each bit set in *n*, largest subtree first (RFC 9162
/// §2.1.2 keeps the same stack). Appending *n* leaves costs *n* − 1 node hashes at most, together.
package struct Frontier: Hashable, Sendable {
    /// Leaves appended so far.
    package private(set) var size: UInt64
    private var peaks: [MerkleHash]

    package init() {
        size = 0
        peaks = []
    }

    package mutating func append(_ leafHash: MerkleHash) {
        var hash = leafHash
        var remaining = size
        // Each peak of the same height as `hash` joins it, as a carry runs through set bits.
        while remaining & 1 == 1 {
            hash = MerkleTree.nodeHash(peaks.removeLast(), hash)
            remaining >>= 1
        }
        peaks.append(hash)
        size += 1
    }

    /// The root of the whole tree: one node hash for each peak but the first.
    package var root: MerkleHash {
        guard var hash = peaks.last else { return MerkleTree.emptyRoot }
        for peak in peaks.dropLast().reversed() {
            hash = MerkleTree.nodeHash(peak, hash)
        }
        return hash
    }
}

extension Frontier {
    /// Why stored bytes are no frontier.
    package enum Malformed: Error, Hashable {
        /// Fewer bytes than the size takes.
        case shorterThanSize
        /// The hashes are not as many as the bits set in the size.
        case wrongLength
    }

    private static let sizeByteCount = 8

    /// The size (8 bytes, big-endian), then each peak (32 bytes), largest subtree first.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.sizeByteCount + peaks.count * MerkleHash.byteCount)
        for place in (0..<Self.sizeByteCount).reversed() {
            bytes.append(UInt8(truncatingIfNeeded: size >> UInt64(place * 8)))
        }
        for peak in peaks {
            bytes += peak.bytes
        }
        return bytes
    }

    /// Reads exactly what `bytes` writes.
    package init(bytes: [UInt8]) throws(Malformed) {
        guard bytes.count >= Self.sizeByteCount else { throw .shorterThanSize }
        size = bytes.prefix(Self.sizeByteCount).reduce(0) { $0 << 8 | UInt64($1) }
        let hashes = bytes.dropFirst(Self.sizeByteCount)
        guard hashes.count == size.nonzeroBitCount * MerkleHash.byteCount else {
            throw .wrongLength
        }
        peaks = stride(from: hashes.startIndex, to: hashes.endIndex, by: MerkleHash.byteCount)
            .compactMap { MerkleHash(hashes[$0..<$0 + MerkleHash.byteCount]) }
    }
}
