extension SignedNote {
    /// Reads a note strictly: exactly what `bytes` writes.
    ///
    /// The text ends at the last blank line. Base64 has to be canonical, which golang/mod does not
    /// ask for: a second spelling of the same signatures would be a second note.
    package init(bytes: [UInt8]) throws(NoteError) {
        guard bytes.count <= Self.largestByteCount else {
            throw .noteTooLong(limit: Self.largestByteCount)
        }
        try Self.refuseControlCharacters(bytes)
        guard let blank = Self.lastBlankLine(in: bytes), bytes.last == Self.lineFeed,
            blank + 1 < bytes.count
        else { throw .noSignatures }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUnicode }
        let lines = bytes[(blank + 1)...].dropLast().split(
            separator: Self.lineFeed,
            omittingEmptySubsequences: false
        )
        guard lines.count <= Self.mostSignatures else {
            throw .tooManySignatures(limit: Self.mostSignatures)
        }
        var signatures: [NoteSignature] = []
        for line in lines {
            signatures.append(try NoteSignature(line: line, number: signatures.count + 1))
        }
        try self.init(
            text: String(decoding: bytes[..<blank], as: UTF8.self),
            signatures: signatures
        )
    }

    /// Where the line feed is that makes the last blank line: the one after another.
    private static func lastBlankLine(in bytes: [UInt8]) -> Int? {
        bytes.indices.dropFirst().last { bytes[$0] == lineFeed && bytes[$0 - 1] == lineFeed }
    }
}
