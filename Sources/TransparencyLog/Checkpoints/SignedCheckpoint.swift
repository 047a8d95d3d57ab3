internal import Clocks

/// A checkpoint in the note that carries its signatures.
///
/// C2SP tlog-checkpoint v1. As with any note, what it says is to be believed only after
/// `verified(by:)`.
package struct SignedCheckpoint: Hashable, Sendable {
    /// Bytes in the longest checkpoint, signatures and all.
    ///
    /// Room for sixteen signatures of 5 kB, which the specification asks verifiers to accept.
    package static let largestByteCount = 256 << 10

    /// What the text of the note says.
    package let checkpoint: Checkpoint
    /// The note as it was read or made, with every signature.
    package let note: SignedNote

    /// Reads a note whose text is a checkpoint.
    package init(bytes: [UInt8]) throws(CheckpointError) {
        guard bytes.count <= Self.largestByteCount else {
            throw .tooLong(limit: Self.largestByteCount)
        }
        do {
            note = try SignedNote(bytes: bytes)
        } catch {
            throw .note(error)
        }
        checkpoint = try Checkpoint(noteText: note.text)
    }

    /// Signs a checkpoint for its log.
    ///
    /// There is at least one signer, and each has the origin as its name; there are several while
    /// the log goes over from one key to the next.
    package init(
        checkpoint: Checkpoint,
        signedBy signers: [NoteSigner]
    ) throws(CheckpointError) {
        for signer in signers where !signer.verifierKey.name.isExactly(checkpoint.origin) {
            throw .signerIsNotOrigin(name: signer.verifierKey.name, origin: checkpoint.origin)
        }
        let text = checkpoint.noteText
        self.checkpoint = checkpoint
        do {
            note = try SignedNote(text: text, signatures: signers.map { $0.signature(of: text) })
        } catch {
            throw .note(error)
        }
    }

    private init(checkpoint: Checkpoint, note: SignedNote) {
        self.checkpoint = checkpoint
        self.note = note
    }

    /// The checkpoint as it is stored, published and sent.
    package var bytes: [UInt8] { note.bytes }

    /// The checkpoint with a signature more, usually a witness's; an earlier one by the same key
    /// gives way to it.
    package func adding(_ signature: NoteSignature) throws(CheckpointError) -> SignedCheckpoint {
        let longer: SignedNote
        do {
            longer = try note.adding(signature)
        } catch {
            throw .note(error)
        }
        guard longer.bytes.count <= Self.largestByteCount else {
            throw .tooLong(limit: Self.largestByteCount)
        }
        return SignedCheckpoint(checkpoint: checkpoint, note: longer)
    }

    /// Requires that the log itself signed: one of the keys whose name is the origin.
    ///
    /// A wrong signature by any of the given keys refuses the checkpoint; unknown keys are ignored.
    ///
    /// - Returns: the keys of the log that signed, in the order of their signatures.
    @discardableResult
    package func verified(by keys: [NoteKey]) throws(CheckpointError) -> [NoteKey] {
        let signers = try verifiedSignatures(by: keys).map(\.key).filter {
            $0.algorithm == .ed25519 && $0.name.isExactly(checkpoint.origin)
        }
        guard !signers.isEmpty else { throw .notSignedByLog(origin: checkpoint.origin) }
        return signers
    }

    /// Which of these cosigners saw the checkpoint, and when; possibly none of them.
    ///
    /// Requires no signature of the log. Keys that do not cosign give no time and are passed over;
    /// a wrong signature by any of the given keys refuses the checkpoint.
    package func cosignatures(by keys: [NoteKey]) throws(CheckpointError) -> [CosignatureSeen] {
        try verifiedSignatures(by: keys).compactMap { key, signature in
            guard let timed = TimestampedSignature(bytes: signature.bytes) else { return nil }
            let time = Timestamp(milliseconds: Int64(timed.second) * 1000)
            return CosignatureSeen(key: key, time: time)
        }
    }

    private func verifiedSignatures(
        by keys: [NoteKey]
    ) throws(CheckpointError) -> [(key: NoteKey, signature: NoteSignature)] {
        do {
            return try note.verifiedSignatures(by: keys)
        } catch {
            throw .note(error)
        }
    }
}
