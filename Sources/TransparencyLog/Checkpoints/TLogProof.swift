package import Audit
internal import Encryption

/// A receipt: that a leaf is in a log, for checking without the log (C2SP tlog-proof v1).
///
/// It holds everything but the leaf and the keys to trust. `holds(for:)` proves the leaf against
/// the checkpoint in it; the checkpoint is to be verified on its own.
package struct TLogProof: Hashable, Sendable {
    /// The first line.
    package static let header = "c2sp.org/tlog-proof@v1"
    /// Hashes in the path of the largest tree.
    package static let longestPath = 64
    /// Bytes of extra data.
    package static let largestExtra = 64 << 10
    /// Bytes in the longest proof: its largest parts, extra data in base64, rounded up.
    package static let largestByteCount = 384 << 10

    /// Zero-based place of the leaf in the log.
    package let index: UInt64
    /// The leaf's sibling first, the root's child last (RFC 9162 §2.1.3).
    package let path: [MerkleHash]
    /// What an application adds; `nil` or at least one byte.
    ///
    /// Nobody signs it: it is not to be believed.
    package let extra: [UInt8]?
    /// The tree the path leads to, with the signatures that make it worth something.
    package let checkpoint: SignedCheckpoint

    /// Puts a receipt together; whether it holds is for `holds(for:)` to say.
    package init(
        index: UInt64,
        path: [MerkleHash],
        extra: [UInt8]? = nil,
        checkpoint: SignedCheckpoint
    ) throws(TLogProofError) {
        guard path.count <= Self.longestPath else { throw .pathTooLong(limit: Self.longestPath) }
        if let extra {
            guard !extra.isEmpty else { throw .malformedExtra }
            guard extra.count <= Self.largestExtra else {
                throw .extraTooLong(limit: Self.largestExtra)
            }
        }
        self.index = index
        self.path = path
        self.extra = extra
        self.checkpoint = checkpoint
    }

    /// The proof as it is stored, by convention in a file named `.tlog-proof`.
    package var bytes: [UInt8] {
        var lines = [Self.header]
        if let extra {
            lines.append(Self.extraWord + Base64.encode(extra))
        }
        lines.append("\(Self.indexWord)\(index)")
        lines += path.map { Base64.encode($0.bytes) }
        return [UInt8](lines.map { "\($0)\n" }.joined().utf8) + [SignedNote.lineFeed]
            + checkpoint.bytes
    }

    /// Whether the leaf with this hash is at `index` of the tree of the checkpoint.
    ///
    /// Worth nothing before the checkpoint's signatures are verified.
    package func holds(for leafHash: MerkleHash) -> Bool {
        let head = checkpoint.checkpoint
        return InclusionProof(index: index, size: head.size, path: path)
            .verify(leaf: leafHash, root: head.root)
    }

    static let extraWord = "extra "
    static let indexWord = "index "
}
