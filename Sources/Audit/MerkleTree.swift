internal import Crypto

/// The hash functions of the log's tree: RFC 6962 §2.1, unchanged in RFC 9162 §2.1.1.
///
/// A leaf and a node are hashed under different first bytes, so that no leaf can pass for a node.
package enum MerkleTree {
    private static let leafPrefix: UInt8 = 0x00
    private static let nodePrefix: UInt8 = 0x01

    /// The root of a tree without leaves: SHA-256 of nothing.
    package static let emptyRoot = MerkleHash(SHA256().finalize())

    /// SHA-256 of `0x00` and the leaf's bytes as stored.
    package static func leafHash(_ bytes: [UInt8]) -> MerkleHash {
        var hasher = SHA256()
        var prefix = leafPrefix
        unsafe withUnsafeBytes(of: &prefix) { unsafe hasher.update(bufferPointer: $0) }
        unsafe bytes.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
        return MerkleHash(hasher.finalize())
    }

    /// SHA-256 of `0x01`, the left child and the right child.
    package static func nodeHash(_ left: MerkleHash, _ right: MerkleHash) -> MerkleHash {
        let width = MerkleHash.byteCount
        var hasher = SHA256()
        // One contiguous block: each call of `update` costs more than copying 64 bytes.
        unsafe withUnsafeTemporaryAllocation(byteCount: 1 + 2 * width, alignment: 1) { block in
            unsafe block[0] = nodePrefix
            unsafe left.withBytes {
                unsafe UnsafeMutableRawBufferPointer(rebasing: block[1..<1 + width])
                    .copyMemory(from: $0)
            }
            unsafe right.withBytes {
                unsafe UnsafeMutableRawBufferPointer(rebasing: block[(1 + width)...])
                    .copyMemory(from: $0)
            }
            unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(block))
        }
        return MerkleHash(hasher.finalize())
    }

    /// The root of the leaves in `range`, in one pass and with a handful of hashes in memory.
    ///
    /// - Throws: what `leaf` throws.
    package static func root<Failure: Error>(
        of range: Range<UInt64>,
        leaf: (UInt64) throws(Failure) -> MerkleHash
    ) throws(Failure) -> MerkleHash {
        var frontier = Frontier()
        for index in range {
            frontier.append(try leaf(index))
        }
        return frontier.root
    }

    /// The size of the left subtree of a tree of `size` ≥ 2 leaves: the largest power of two below.
    static func split(_ size: UInt64) -> UInt64 {
        1 << UInt64(63 - (size - 1).leadingZeroBitCount)
    }
}
