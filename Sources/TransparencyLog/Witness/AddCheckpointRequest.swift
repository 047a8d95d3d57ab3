package import Audit
internal import Encryption

/// What a log asks a witness: to cosign a checkpoint, given the way from one it cosigned before.
///
/// C2SP tlog-witness, section "add-checkpoint". Reading proves the form and nothing else.
package struct AddCheckpointRequest: Hashable, Sendable {
    /// Hashes in the longest proof that may be sent.
    package static let longestProof = 63
    /// Bytes in the longest request: the proof, and a checkpoint with a dozen long signatures.
    package static let largestByteCount = 64 << 10

    /// The size of the tree the log believes the witness cosigned last; 0 for none.
    package let oldSize: UInt64
    /// RFC 6962 consistency proof from the old size to that of the checkpoint.
    package let proof: [MerkleHash]
    package let checkpoint: SignedCheckpoint

    package init(
        oldSize: UInt64,
        proof: [MerkleHash],
        checkpoint: SignedCheckpoint
    ) throws(AddCheckpointRequestError) {
        guard proof.count <= Self.longestProof else {
            throw .proofTooLong(limit: Self.longestProof)
        }
        self.oldSize = oldSize
        self.proof = proof
        self.checkpoint = checkpoint
        guard bytes.count <= Self.largestByteCount else {
            throw .tooLong(limit: Self.largestByteCount)
        }
    }

    /// Reads a request strictly: exactly what `bytes` writes.
    package init(bytes: [UInt8]) throws(AddCheckpointRequestError) {
        guard bytes.count <= Self.largestByteCount else {
            throw .tooLong(limit: Self.largestByteCount)
        }
        var rest = bytes[...]
        guard let first = rest.takeLine(), first.starts(with: Self.oldWord.utf8),
            let oldSize = CanonicalDecimal.number(first.dropFirst(Self.oldWord.utf8.count))
        else { throw .malformedOldSize }
        let proof = try Self.proof(&rest)
        let checkpoint: SignedCheckpoint
        do {
            checkpoint = try SignedCheckpoint(bytes: [UInt8](rest))
        } catch {
            throw .checkpoint(error)
        }
        try self.init(oldSize: oldSize, proof: proof, checkpoint: checkpoint)
    }

    /// The body of the request.
    package var bytes: [UInt8] {
        let lines = ["\(Self.oldWord)\(oldSize)"] + proof.map { Base64.encode($0.bytes) }
        return [UInt8](lines.map { "\($0)\n" }.joined().utf8) + [SignedNote.lineFeed]
            + checkpoint.bytes
    }

    private static let oldWord = "old "

    /// Takes the lines of the proof and the empty line after them.
    private static func proof(
        _ rest: inout ArraySlice<UInt8>
    ) throws(AddCheckpointRequestError) -> [MerkleHash] {
        var proof: [MerkleHash] = []
        while let line = rest.takeLine() {
            guard !line.isEmpty else { return proof }
            guard proof.count < longestProof else { throw .proofTooLong(limit: longestProof) }
            let hash = Base64.decode(String(decoding: line, as: UTF8.self))
                .flatMap { MerkleHash($0) }
            // The old size is line 1.
            guard let hash else { throw .malformedHash(line: proof.count + 2) }
            proof.append(hash)
        }
        throw .noCheckpoint
    }
}

extension ArraySlice<UInt8> {
    /// Takes a whole line from the front, without its line feed; `nil` when none is left.
    fileprivate mutating func takeLine() -> ArraySlice<UInt8>? {
        guard let end = firstIndex(of: SignedNote.lineFeed) else { return nil }
        defer { self = self[(end + 1)...] }
        return self[..<end]
    }
}
