import ProofCertificates
import Testing

/// Texts that are not quite those of a statement.
struct StatementReadingTests {
    private let statement: ProofStatement

    init() throws {
        statement = try ProofSample().statement()
    }

    /// The error for the text whose first line that begins so was rewritten.
    private func error(
        _ start: String,
        _ rewrite: (String) -> [String]
    ) throws -> CertificateError? {
        let place = try statement.lines.place(of: start)
        let text = statement.text { lines in
            lines.replaceSubrange(place...place, with: rewrite(lines[place]))
        }
        do {
            _ = try ProofStatement(text: text)
            return nil
        } catch {
            return error
        }
    }

    private func number(of start: String) throws -> Int {
        try statement.lines.place(of: start) + 1
    }

    @Test func `another first line is none of a certificate`() throws {
        #expect(try error("parley") { _ in ["acme.example/parley"] } == .notACertificate)
        #expect(try error("parley") { _ in [] } == .notACertificate)
        #expect(try error("parley") { _ in ["parley proof certificate 2"] } == .unknownForm)
        #expect(try error("parley") { _ in ["parley proof certificate 11"] } == .unknownForm)
        #expect(throws: CertificateError.notACertificate) { try ProofStatement(text: "") }
        #expect(throws: CertificateError.brokenOff) {
            try ProofStatement(text: String(statement.text.dropLast()))
        }
    }

    @Test(arguments: LineKind.allCases)
    func `a line twice is refused, of whatever kind`(_ kind: LineKind) throws {
        let number = try number(of: kind.rawValue) + 1
        #expect(try error(kind.rawValue) { [$0, $0] } == .doubledLine(number, kind))
    }

    @Test(arguments: LineKind.allCases)
    func `a line that is missing is named`(_ kind: LineKind) throws {
        let text = statement.text { $0.removeAll { $0.hasPrefix("\(kind.rawValue) ") } }
        // Nothing but a program without purposes has no notices, so that one is found out later.
        guard kind != .notice else {
            #expect(try ProofStatement(text: text).program.notices.isEmpty)
            return
        }
        #expect(throws: CertificateError.missingLine(kind)) { try ProofStatement(text: text) }
    }

    @Test func `a line that is not known is refused wherever it stands`() throws {
        for start in ["checker", "flow", "property C5"] {
            for line in ["", "remark all is well", "Checker 1", "flows a", "— a b"] {
                #expect(
                    try error(start) { [$0, line] } == .unknownLine(try number(of: start) + 1)
                )
            }
        }
    }

    @Test func `a line out of its order is refused`() throws {
        let flow = try number(of: "flow")
        #expect(
            try error("flow goodbye") { ["limit 1", $0] } == .misplacedLine(flow + 1, .flow)
        )
        let text = statement.text { $0.swapAt(flow - 1, flow) }
        #expect(throws: CertificateError.misplacedLine(flow + 1, .flow)) {
            try ProofStatement(text: text)
        }
        let property = try number(of: "property V1")
        let properties = statement.text { $0.swapAt(property - 1, property) }
        #expect(throws: CertificateError.misplacedLine(property + 1, .property)) {
            try ProofStatement(text: properties)
        }
    }

    @Test(arguments: [
        ("checker", ["", "1 2", "1\t2", String(repeating: "1", count: 65)]),
        ("time", ["", "now", "2026-03-01", "2026-03-01T09:00Z", "2026-03-01T10:00:00.000+01:00"]),
        (
            "program",
            ["", "12", String(repeating: "A", count: 64), String(repeating: "g", count: 64)]
        ),
        ("locale", ["", "e n", "en_US", String(repeating: "a", count: 36)]),
        (
            "notice",
            ["", "privacy", "@1", "privacy@", "Privacy@1", "privacy@1\u{202E}", "privacy@\u{9B}"]
        ),
        ("flow", ["", "main", "main ", "Main 00", "1 00", "main  00", "main 00 00"]),
        ("limit", ["", "0", "-1", "+1", "01", "1.0", "10000001", "99999999999999999999"]),
        (
            "exploration",
            ["", "chat - 1", "chat - 1 2 3", "chat  1 2", "Chat - 1 2", "chat - -1 2"]
        ),
        ("exploration", ["chat - 01 2", "chat - 1 1000000000001", "chat - 1 9223372036854775808"]),
        ("property", ["", "V1", "V1 holds", "V1 Holds by checker", "X1 holds by checker"]),
        ("property", ["V01 holds by checker", "V1 holds by checker ", "V1 holds by nobody"]),
    ])
    func `a value that is not written so is refused`(_ kind: String, _ values: [String]) throws {
        let number = try number(of: kind)
        let known = try #require(LineKind(rawValue: kind))
        for value in values {
            let expected = CertificateError.malformedLine(number, known)
            #expect(try error(kind) { _ in ["\(kind) \(value)"] } == expected, "\(value)")
        }
    }

    @Test func `a second spelling is refused`() throws {
        let spellings: [(String) -> String] = [
            { $0.replacing(" ", with: "  ") }, { $0.uppercased() }, { "\($0) " }, { " \($0)" },
            { "\($0)\r" }, { "\($0)\u{301}" },
        ]
        for place in statement.lines.indices {
            for spelling in spellings {
                let text = statement.text { $0[place] = spelling($0[place]) }
                // A notice may end in any character, so that it is another notice then.
                guard let read = try? ProofStatement(text: text) else { continue }
                #expect(read.text.utf8.elementsEqual(text.utf8))
                #expect(read.program.notices != statement.program.notices, "line \(place + 1)")
            }
        }
    }

    @Test func `more than the limit is not looked at`() {
        let lines = (0..<6000).map { "locale a\($0)\n" }.joined()
        let text = "\(ProofStatement.title)\nchecker 1\n\(lines)"
        #expect(throws: CertificateError.tooLong(limit: ProofCertificate.largestByteCount)) {
            try ProofStatement(text: text)
        }
    }
}
