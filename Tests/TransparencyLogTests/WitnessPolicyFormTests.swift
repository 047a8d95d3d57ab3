import Encryption
import Testing
import TransparencyLog

/// What is no policy, one rule at a time; each limit at the limit and one beyond it.
struct WitnessPolicyFormTests {
    /// Lines 1 to 4 define `w1` to `w4`, so that the text begins on line 5.
    private func fault(_ text: String) throws -> PolicyError? {
        let lines = try WitnessPolicyVectors.witnesses(4)
        do {
            _ = try WitnessPolicy(text: lines + text)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        arguments: [
            ("quorum w1\n", nil),
            ("", .missingQuorum),
            ("# quorum w1\n", .missingQuorum),
            ("quorum w1", .missingLineEnd),
            ("quorum w1\n ", .missingLineEnd),
            ("quorum\n", .line(5, .wrongItemCount)),
            ("quorum w1 w2\n", .line(5, .wrongItemCount)),
            ("quorum w5\n", .line(5, .unknownName("w5"))),
            ("quorum w1\nquorum w1\n", .line(6, .secondQuorum)),
            ("quorum none\nquorum w1\n", .line(6, .secondQuorum)),
            ("\n#\nquorum W1\n", .line(7, .unknownName("W1"))),
            ("Quorum w1\n", .line(5, .unknownWord)),
            ("threshold 2\n", .line(5, .unknownWord)),
            ("quorum w1\nwitnes x\n", .line(6, .unknownWord)),
            ("quorum w1 # the first\n", .line(5, .wrongItemCount)),
            ("quorum w1\r\n", .line(5, .controlCharacter)),
            ("# a bell: \u{7}\nquorum w1\n", .line(5, .controlCharacter)),
            ("# delete: \u{7f}\nquorum w1\n", .line(5, .controlCharacter)),
            ("\u{0}\nquorum w1\n", .line(5, .controlCharacter)),
            ("\u{feff}quorum w1\n", .line(5, .unknownWord)),
            ("group\n", .line(5, .wrongItemCount)),
            ("group g\n", .line(5, .wrongItemCount)),
            ("group g any\n", .line(5, .wrongItemCount)),
            ("group g w1 w2\n", .line(5, .badThreshold)),
            ("group g 0 w1 w2\n", .line(5, .badThreshold)),
            ("group g 3 w1 w2\n", .line(5, .badThreshold)),
            ("group g 01 w1 w2\n", .line(5, .badThreshold)),
            ("group g +1 w1 w2\n", .line(5, .badThreshold)),
            ("group g -1 w1 w2\n", .line(5, .badThreshold)),
            ("group g 1.0 w1 w2\n", .line(5, .badThreshold)),
            ("group g ALL w1 w2\n", .line(5, .badThreshold)),
            ("group g 18446744073709551617 w1 w2\n", .line(5, .badThreshold)),
            ("group g any w5\n", .line(5, .unknownName("w5"))),
            ("group g any none\n", .line(5, .reservedName)),
            ("group none any w1\n", .line(5, .reservedName)),
            ("group w1 any w2\n", .line(5, .duplicateName("w1"))),
            ("group g any w1\ngroup g any w2\n", .line(6, .duplicateName("g"))),
            ("group g any w1 w1\n", .line(5, .secondMembership("w1"))),
            ("group g any w1\ngroup h any w2 w1\n", .line(6, .secondMembership("w1"))),
            (
                "group g any w1\ngroup h any g\ngroup i any g\n",
                .line(7, .secondMembership("g"))
            ),
            // A group in itself, two in each other, and one that comes later.
            ("group g any g\n", .line(5, .unknownName("g"))),
            ("group g any h\ngroup h any g\n", .line(5, .unknownName("h"))),
            ("group g any w1 h\ngroup h any w2\n", .line(5, .unknownName("h"))),
            ("quorum g\ngroup g any w1\n", .line(5, .unknownName("g"))),
            // Nothing has to come before the quorum but what it names.
            ("quorum w1\ngroup g any w1\n", nil),
            ("group any any w1\ngroup all all any\ngroup 2 1 all\nquorum 2\n", nil),
            ("witness\n", .line(5, .wrongItemCount)),
            ("witness w5\n", .line(5, .wrongItemCount)),
            ("witness w5 key url more\n", .line(5, .wrongItemCount)),
            ("witness w5 key\n", .line(5, .key(.malformedKey))),
            ("witness none key\n", .line(5, .reservedName)),
            ("witness w1 key\n", .line(5, .duplicateName("w1"))),
            ("group g any w1\nwitness g key\n", .line(6, .duplicateName("g"))),
            ("witness w5 \(NoteVectors.fooKey)\n", .line(5, .wrongKeyType)),
            ("log\n", .line(5, .wrongItemCount)),
            ("log key url more\n", .line(5, .wrongItemCount)),
            ("log key\n", .line(5, .key(.malformedKey))),
            ("log \(CheckpointVectors.witnessKey)\n", .line(5, .wrongKeyType)),
            (
                "log \(NoteVectors.fooKey)\nlog \(NoteVectors.fooKey)\n",
                .line(6, .duplicateKey)
            ),
            ("log w \(NoteVectors.fooKey)\n", .line(5, .key(.malformedKey))),
        ] as [(String, PolicyError?)]
    )
    func `a malformed policy is refused by its line`(text: String, error: PolicyError?) throws {
        #expect(try fault(text) == error, "\(text.debugDescription)")
    }

    @Test func `the same key under another name is still the same`() throws {
        let publicKey = try WitnessPolicyVectors.witness(1).publicKey
        let renamed = try NoteKey(name: "other", algorithm: .cosignature, publicKey: publicKey)
        #expect(try fault("witness x \(renamed.text)\n") == .line(5, .duplicateKey))
        let log = try NoteKey(text: NoteVectors.fooKey)
        let other = try NoteKey(name: "other", algorithm: .ed25519, publicKey: log.publicKey)
        let lines = "log \(log.text)\nlog \(other.text)\n"
        #expect(try fault(lines) == .line(6, .duplicateKey))
    }

    @Test func `keys of algorithms not known are refused, not passed over`() throws {
        // A witness that can never count would make `2 of 3` into `2 of 2` without a word.
        let material = Base64.encode([6] + [UInt8](repeating: 1, count: 1312))
        let error = PolicyError.line(5, .key(.unknownAlgorithm(6)))
        #expect(try fault("witness w5 w.example+01020304+\(material)\n") == error)
        #expect(try fault("log w.example+01020304+\(material)\n") == error)
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        #expect(throws: PolicyError.notUnicode) {
            try WitnessPolicy(bytes: NoteVectors.bytes("quorum none\n#") + [0xff, 0x0a])
        }
        #expect(throws: PolicyError.missingQuorum) { try WitnessPolicy(bytes: []) }
    }

    @Test func `the size of a policy is bounded`() throws {
        let limit = WitnessPolicy.largestByteCount
        let end = "\nquorum none\n"
        let filler = "#" + String(repeating: "x", count: limit - end.utf8.count - 1)
        #expect(try WitnessPolicy(text: filler + end).quorum == .none)
        #expect(throws: PolicyError.tooLong(limit: limit)) {
            try WitnessPolicy(text: "#" + filler + end)
        }
        #expect(throws: PolicyError.tooLong(limit: limit)) {
            try WitnessPolicy(bytes: NoteVectors.bytes("#" + filler + end))
        }
    }

    @Test func `the number of lines is bounded`() throws {
        let most = String(repeating: "\n", count: WitnessPolicy.mostLines - 1) + "quorum none\n"
        #expect(try WitnessPolicy(text: most).quorum == .none)
        #expect(throws: PolicyError.tooManyLines(limit: 2048)) {
            try WitnessPolicy(text: "\n" + most)
        }
    }

    @Test func `logs, witnesses and groups are bounded in number`() throws {
        let logs = try (1...65).map { "log \(try WitnessPolicyVectors.log($0).text)\n" }
        let full = logs.prefix(64).joined() + "quorum none\n"
        #expect(try WitnessPolicy(text: full).logs.count == 64)
        #expect(throws: PolicyError.line(65, .tooManyLogs(limit: 64))) {
            try WitnessPolicy(text: logs.joined() + "quorum none\n")
        }
        let witnesses = try WitnessPolicyVectors.witnesses(64)
        let extra = try WitnessPolicyVectors.witness(65).text
        let groups = (1...64).map { "group g\($0) any w\($0)\n" }.joined()
        let whole = try WitnessPolicy(text: witnesses + groups + "quorum g64\n")
        #expect(whole.witnesses.count == 64)
        #expect(whole.groups.count == 64)
        #expect(throws: PolicyError.line(65, .tooManyWitnesses(limit: 64))) {
            try WitnessPolicy(text: witnesses + "witness w65 \(extra)\n")
        }
        #expect(throws: PolicyError.line(129, .tooManyGroups(limit: 64))) {
            try WitnessPolicy(text: witnesses + groups + "group g65 any g1\n")
        }
    }

    @Test func `groups nest as deep as the limit and no deeper`() throws {
        let witness = try WitnessPolicyVectors.witnesses(1)
        let chain = "group g1 any w1\n" + (2...33).map { "group g\($0) any g\($0 - 1)\n" }.joined()
        let deepest = chain.split(separator: "\n").prefix(32).joined(separator: "\n")
        let policy = try WitnessPolicy(text: witness + deepest + "\nquorum g32\n")
        #expect(policy.isMet(by: policy.witnessKeys))
        #expect(!policy.isMet(by: []))
        #expect(throws: PolicyError.line(34, .nestedTooDeep(limit: 32))) {
            try WitnessPolicy(text: witness + chain + "quorum g33\n")
        }
    }

    @Test func `names and URLs are bounded in length`() throws {
        let key = try WitnessPolicyVectors.witness(1).text
        let name = String(repeating: "n", count: WitnessPolicy.longestName)
        let named = "witness \(name) \(key)\n"
        #expect(try WitnessPolicy(text: named + "quorum \(name)\n").witnesses[0].name == name)
        let tooLong = PolicyError.Fault.nameTooLong(limit: 255)
        let others = [
            ("witness \(name)n \(key)\n", 1), (named + "group \(name)n any \(name)\n", 2),
            (named + "group g any \(name)n\n", 2), (named + "quorum \(name)n\n", 2),
        ]
        for (text, line) in others {
            #expect(throws: PolicyError.line(line, tooLong)) { try WitnessPolicy(text: text) }
        }
        let url = String(repeating: "u", count: WitnessPolicy.longestURL)
        let policy = try WitnessPolicy(text: "witness w \(key) \(url)\nquorum w\n")
        #expect(policy.witnesses[0].url == url)
        for line in ["witness w \(key) \(url)u\n", "log \(WitnessPolicyVectors.log) \(url)u\n"] {
            #expect(throws: PolicyError.line(1, .urlTooLong(limit: 2048))) {
                try WitnessPolicy(text: line)
            }
        }
    }
}
