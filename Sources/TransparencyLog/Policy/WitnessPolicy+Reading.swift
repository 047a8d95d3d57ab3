extension WitnessPolicy {
    /// Reads a policy file.
    ///
    /// As C2SP tlog-policy has it, except that the last line has to end and that keys of other
    /// algorithms than ours are refused: a witness that can never count would look as if it did.
    package init(bytes: [UInt8]) throws(PolicyError) {
        guard bytes.count <= Self.largestByteCount else {
            throw .tooLong(limit: Self.largestByteCount)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUnicode }
        try self.init(text: text)
    }

    /// Reads a policy; the same as from its bytes.
    package init(text: String) throws(PolicyError) {
        guard text.utf8.count <= Self.largestByteCount else {
            throw .tooLong(limit: Self.largestByteCount)
        }
        guard text.isEmpty || text.utf8.last == SignedNote.lineFeed else {
            throw .missingLineEnd
        }
        // The last piece is what follows the last line feed: nothing.
        let lines = text.utf8.split(
            separator: SignedNote.lineFeed,
            omittingEmptySubsequences: false
        ).dropLast()
        guard lines.count <= Self.mostLines else { throw .tooManyLines(limit: Self.mostLines) }
        var reader = PolicyReader()
        for (index, line) in lines.enumerated() {
            do throws(PolicyError.Fault) {
                let items = try Self.items(of: line)
                if items.first?.utf8.first ?? Self.comment != Self.comment {
                    try reader.read(items)
                }
            } catch {
                throw .line(index + 1, error)
            }
        }
        guard let quorum = reader.quorum else { throw .missingQuorum }
        self.init(
            logEntries: reader.logs,
            witnesses: reader.witnesses,
            groups: reader.groups,
            quorum: quorum
        )
    }

    private static let comment = UInt8(ascii: "#")
    private static let tab = UInt8(ascii: "\t")

    /// What stands between spaces and tabs; other Unicode spaces are part of an item.
    private static func items(
        of line: some Collection<UInt8>
    ) throws(PolicyError.Fault) -> [String] {
        guard line.allSatisfy({ ($0 >= 0x20 && $0 != 0x7F) || $0 == tab }) else {
            throw .controlCharacter
        }
        return line.split { $0 == UInt8(ascii: " ") || $0 == tab }.map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
