import Testing
import TransparencyLog

/// Which logs a witness watches, and under which names monitors ask for them.
struct WitnessTrustedLogsTests {
    private let cosigner: NoteKey

    init() throws {
        cosigner = try WitnessSample.cosigner().verifierKey
    }

    private func key(_ origin: String, _ secret: UInt8 = 1) throws -> NoteKey {
        try WitnessSample(origin: origin, secret: secret, leaves: 0).key
    }

    @Test func `keys are grouped by origin, and found by it alone`() throws {
        let keys = [try key("a", 1), try key("b", 2), try key("a", 3)]
        let logs = try TrustedLogs(keys: keys, witnessedBy: cosigner)
        #expect(logs.count == 2)
        #expect(logs.keys(of: "a") == [keys[0], keys[2]])
        #expect(logs.keys(of: "b") == [keys[1]])
        #expect(logs.keys(of: "c") == nil)
        #expect(logs.keys(of: "") == nil)
    }

    @Test func `a monitor asks by the hash of the origin`() throws {
        // printf '%s' example.com/audit | sha256sum
        let name = "f02bc92b2809f8bb"
        let logs = try TrustedLogs(keys: [try key("example.com/audit")], witnessedBy: cosigner)
        let path = TrustedLogs.pathName(of: "example.com/audit")
        #expect(path.count == 64)
        #expect(path.hasPrefix(name))
        #expect(logs.origin(atPathName: path) == "example.com/audit")
        #expect(logs.origin(atPathName: path.uppercased()) == nil)
        #expect(logs.origin(atPathName: "example.com/audit") == nil)
        #expect(logs.origin(atPathName: "") == nil)
    }

    @Test func `texts that look alike are other logs`() throws {
        // One letter with its accent, and a letter followed by an accent: equal as Swift strings.
        let (composed, combined) = ("caf\u{E9}.example", "cafe\u{301}.example")
        #expect(composed == combined)
        let logs = try TrustedLogs(keys: [try key(composed)], witnessedBy: cosigner)
        #expect(logs.keys(of: composed)?.count == 1)
        #expect(logs.keys(of: combined) == nil)
        #expect(TrustedLogs.pathName(of: composed) != TrustedLogs.pathName(of: combined))
        let both = [try key(composed), try key(combined)]
        #expect(try TrustedLogs(keys: both, witnessedBy: cosigner).count == 2)
    }

    @Test func `a witness watches a log at least, and a key counts once`() throws {
        let one = try key("a")
        #expect(throws: TrustedLogsError.noLogs) {
            try TrustedLogs(keys: [], witnessedBy: cosigner)
        }
        #expect(throws: TrustedLogsError.repeatedKey(one.title)) {
            try TrustedLogs(keys: [one, one], witnessedBy: cosigner)
        }
    }

    @Test func `a witness's key is no log's, and a log has no key of the witness`() throws {
        #expect(throws: TrustedLogsError.notALogKey(cosigner.title)) {
            try TrustedLogs(keys: [cosigner], witnessedBy: cosigner)
        }
        let same = try key("a", 9)
        #expect(throws: TrustedLogsError.sharedKey(same.title)) {
            try TrustedLogs(keys: [same], witnessedBy: cosigner)
        }
    }

    @Test func `logs and keys are bounded`() throws {
        let many = try (0..<17 as Range<UInt8>).map { try key("a", $0 + 20) }
        #expect(throws: TrustedLogsError.tooManyKeys(origin: "a", limit: 16)) {
            try TrustedLogs(keys: many, witnessedBy: cosigner)
        }
        #expect(try TrustedLogs(keys: [NoteKey](many.dropLast()), witnessedBy: cosigner).count == 1)
        let crowd = try (0...1024).map { try key("log\($0)") }
        #expect(throws: TrustedLogsError.tooManyLogs(limit: 1024)) {
            try TrustedLogs(keys: crowd, witnessedBy: cosigner)
        }
    }

    @Test(
        arguments: [
            .noLogs, .tooManyLogs(limit: 1), .tooManyKeys(origin: "a", limit: 1),
            .repeatedKey("a+1"), .notALogKey("a+1"), .sharedKey("a+1"),
        ] as [TrustedLogsError]
    )
    func `every refusal is one line`(error: TrustedLogsError) {
        #expect(!error.text.isEmpty && !error.text.contains("\n") && !error.text.hasSuffix("."))
    }
}
