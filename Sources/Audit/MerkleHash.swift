package import Crypto

/// A SHA-256 digest in the Merkle tree: of a leaf, of a node, or of a whole tree (a root).
///
/// Held as four machine words, so that copying, comparing and hashing never allocate. Comparison
/// is not constant-time: every digest in the tree is public.
package struct MerkleHash: Hashable, Sendable {
    /// Bytes in a digest.
    package static let byteCount = 32

    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    package init(_ digest: SHA256.Digest) {
        unsafe digest.withUnsafeBytes { source in
            unsafe Swift.withUnsafeMutableBytes(of: &words) { target in
                unsafe target.copyMemory(from: source)
            }
        }
    }

    /// Takes exactly 32 bytes; any other count is `nil`.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        unsafe Swift.withUnsafeMutableBytes(of: &words) { target in
            unsafe target.copyBytes(from: bytes)
        }
    }

    /// Reads exactly 64 lowercase hexadecimal digits; anything else is `nil`.
    package init?(hex: String) {
        guard let bytes = Hex.bytes(of: hex) else { return nil }
        self.init(bytes)
    }

    package var bytes: [UInt8] { unsafe withBytes { unsafe [UInt8]($0) } }

    /// 64 lowercase hexadecimal digits.
    package var hex: String { Hex.text(of: bytes) }

    /// Lends the 32 bytes in place, so that hashing a node copies them once.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        unsafe Swift.withUnsafeBytes(of: words) { unsafe body($0) }
    }

    package static func == (left: MerkleHash, right: MerkleHash) -> Bool {
        left.words == right.words
    }

    package func hash(into hasher: inout Hasher) {
        // A digest is uniform: one word spreads keys as well as four.
        hasher.combine(words.0)
    }
}
