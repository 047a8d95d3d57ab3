internal import Audit
internal import Encryption

extension TLogProof {
    /// Reads a proof strictly: exactly what `bytes` writes.
    package init(bytes: [UInt8]) throws(TLogProofError) {
        guard bytes.count <= Self.largestByteCount else {
            throw .tooLong(limit: Self.largestByteCount)
        }
        var lines = ProofLines(bytes)
        guard lines.next()?.elementsEqual(Self.header.utf8) == true else {
            throw .unknownVersion
        }
        var line = lines.next()
        let extra = try Self.extra(line)
        if extra != nil { line = lines.next() }
        guard let digits = line?.rest(after: Self.indexWord),
            let index = CanonicalDecimal.number(digits)
        else { throw .malformedIndex }
        let path = try Self.path(&lines)
        let checkpoint: SignedCheckpoint
        do {
            checkpoint = try SignedCheckpoint(bytes: [UInt8](lines.rest))
        } catch {
            throw .checkpoint(error)
        }
        try self.init(index: index, path: path, extra: extra, checkpoint: checkpoint)
    }

    private static func extra(_ line: ArraySlice<UInt8>?) throws(TLogProofError) -> [UInt8]? {
        guard let text = line?.rest(after: extraWord) else { return nil }
        guard let extra = Base64.decode(String(decoding: text, as: UTF8.self)), !extra.isEmpty
        else { throw .malformedExtra }
        return extra
    }

    private static func path(_ lines: inout ProofLines) throws(TLogProofError) -> [MerkleHash] {
        var path: [MerkleHash] = []
        while let line = lines.next() {
            guard !line.isEmpty else { return path }
            guard path.count < longestPath else { throw .pathTooLong(limit: longestPath) }
            let hash = Base64.decode(String(decoding: line, as: UTF8.self))
                .flatMap { MerkleHash($0) }
            guard let hash else { throw .malformedHash(line: lines.number) }
            path.append(hash)
        }
        throw .noCheckpoint
    }
}

/// Takes whole lines from the front and leaves what comes after them untouched.
private struct ProofLines {
    /// What was not read yet.
    private(set) var rest: ArraySlice<UInt8>
    /// Lines taken so far.
    private(set) var number = 0

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    /// The next line without its line feed; `nil` when no line feed is left.
    mutating func next() -> ArraySlice<UInt8>? {
        guard let end = rest.firstIndex(of: SignedNote.lineFeed) else { return nil }
        let line = rest[..<end]
        rest = rest[(end + 1)...]
        number += 1
        return line
    }
}

extension ArraySlice<UInt8> {
    /// What follows a word at the beginning; `nil` when the word is not there.
    fileprivate func rest(after word: String) -> ArraySlice<UInt8>? {
        starts(with: word.utf8) ? dropFirst(word.utf8.count) : nil
    }
}
