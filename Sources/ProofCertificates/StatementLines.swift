/// The lines of a certificate, each where it belongs.
///
/// A line that is not known, is there twice, or stands elsewhere refuses the whole: nobody is to
/// read something into a certificate that was not verified.
struct StatementLines {
    private var lines: [LineKind: [StatementLine]] = [:]

    /// Takes a text of at most `ProofCertificate.largestByteCount` bytes.
    init(_ text: String) throws(CertificateError) {
        guard text.utf8.count <= ProofCertificate.largestByteCount else {
            throw .tooLong(limit: ProofCertificate.largestByteCount)
        }
        let rows = text.utf8.split(separator: Self.lineFeed, omittingEmptySubsequences: false)
        try Self.checkTitle(rows.first ?? text.utf8[...])
        guard rows.last?.isEmpty == true else { throw .brokenOff }
        var last = LineKind.checker
        for (index, row) in rows.dropFirst().dropLast().enumerated() {
            let line = try StatementLine(row, number: index + 2)
            guard line.kind.isRepeated || lines[line.kind] == nil else {
                throw .doubledLine(line.number, line.kind)
            }
            guard line.kind.position >= last.position else {
                throw .misplacedLine(line.number, line.kind)
            }
            last = line.kind
            lines[line.kind, default: []].append(line)
        }
        for kind in LineKind.allCases where kind.isRequired && lines[kind] == nil {
            throw .missingLine(kind)
        }
    }

    private static let lineFeed = UInt8(ascii: "\n")

    private static func checkTitle(_ row: some Collection<UInt8>) throws(CertificateError) {
        guard row.starts(with: ProofStatement.titleWords.utf8) else { throw .notACertificate }
        guard row.elementsEqual(ProofStatement.title.utf8) else { throw .unknownForm }
    }

    /// The line of a kind that is there once.
    subscript(kind: LineKind) -> StatementLine {
        get throws(CertificateError) {
            guard let line = lines[kind]?.first else { throw .missingLine(kind) }
            return line
        }
    }

    /// What the lines of a kind say, in the order they stand, each once.
    func distinct(
        _ kind: LineKind,
        _ read: (StatementLine) throws(CertificateError) -> String
    ) throws(CertificateError) -> [String] {
        var values: [String] = []
        for line in lines[kind] ?? [] {
            let value = try read(line)
            guard !values.contains(value) else { throw .doubledLine(line.number, kind) }
            values.append(value)
        }
        return values
    }

    /// What the lines of a kind say, which stand in the order of a key that each has to itself.
    func ordered<Value, Key: Comparable>(
        _ kind: LineKind,
        by key: (Value) -> Key,
        _ read: (StatementLine) throws(CertificateError) -> Value
    ) throws(CertificateError) -> [Value] {
        var values: [Value] = []
        for line in lines[kind] ?? [] {
            let value = try read(line)
            if let last = values.last.map(key) {
                guard last != key(value) else { throw .doubledLine(line.number, kind) }
                guard last < key(value) else { throw .misplacedLine(line.number, kind) }
            }
            values.append(value)
        }
        return values
    }
}
