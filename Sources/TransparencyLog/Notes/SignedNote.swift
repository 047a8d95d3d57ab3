/// A text and the signatures on it (C2SP signed-note v1).
///
/// A note that could be read is one that is well formed. Nothing in it is to be believed before
/// `signatures(by:)` found a trusted key.
package struct SignedNote: Sendable {
    /// Bytes in the longest note, signatures and all.
    package static let largestByteCount = 1 << 20
    /// Signatures on one note; golang/mod has the same bound, the specification asks for 16.
    package static let mostSignatures = 100

    /// What is signed; ends in a line feed.
    package let text: String
    /// At least one, in the order of their lines, repetitions and unknown keys among them.
    package let signatures: [NoteSignature]

    /// Puts signatures under a text, without verifying them.
    package init(text: String, signatures: [NoteSignature]) throws(NoteError) {
        guard text.utf8.last == Self.lineFeed else { throw .textWithoutLineEnd }
        try Self.refuseControlCharacters(text.utf8)
        guard !signatures.isEmpty else { throw .noSignatures }
        guard signatures.count <= Self.mostSignatures else {
            throw .tooManySignatures(limit: Self.mostSignatures)
        }
        self.text = text
        self.signatures = signatures
        guard bytes.count <= Self.largestByteCount else {
            throw .noteTooLong(limit: Self.largestByteCount)
        }
    }

    /// The note as it is stored and sent: text, blank line, one line for each signature.
    package var bytes: [UInt8] {
        var bytes = [UInt8](text.utf8)
        bytes.append(Self.lineFeed)
        for signature in signatures {
            bytes += signature.line.utf8
            bytes.append(Self.lineFeed)
        }
        return bytes
    }

    /// The note with a signature more; an earlier one by the same key gives way to it.
    ///
    /// - Throws: when the note would be over a limit.
    package func adding(_ signature: NoteSignature) throws(NoteError) -> SignedNote {
        let others = signatures.filter { !$0.hasKey(of: signature) }
        return try SignedNote(text: text, signatures: others + [signature])
    }

    static let lineFeed = UInt8(ascii: "\n")

    static func refuseControlCharacters(_ bytes: some Collection<UInt8>) throws(NoteError) {
        for (offset, byte) in bytes.enumerated() where byte < 0x20 && byte != lineFeed {
            throw .controlCharacter(offset: offset)
        }
    }
}

extension SignedNote: Hashable {
    /// Whether both are the same bytes.
    package static func == (left: SignedNote, right: SignedNote) -> Bool {
        left.text.isExactly(right.text) && left.signatures == right.signatures
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(signatures)
    }
}
