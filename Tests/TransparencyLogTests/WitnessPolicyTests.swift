import Clocks
import Encryption
import Testing
import TransparencyLog

/// What a policy says, and whom it believes (C2SP tlog-policy).
struct WitnessPolicyTests {
    /// The policy of the specification's example, over our own witnesses `w1` to `w6`.
    private static func twoLevels() throws -> WitnessPolicy {
        try WitnessPolicy(
            text: "log \(WitnessPolicyVectors.log)\n" + WitnessPolicyVectors.witnesses(6) + """
                group X-witnesses 2 w1 w2 w3
                group Y-witnesses any w4 w5 w6
                group X-and-Y all X-witnesses Y-witnesses
                quorum X-and-Y

                """
        )
    }

    /// All subsets of the witnesses 1 to `count`.
    private static func subsets(_ count: Int) -> [[Int]] {
        (0..<1 << count).map { bits in (1...count).filter { bits >> ($0 - 1) & 1 == 1 } }
    }

    @Test func `the lines are kept in their order`() throws {
        let policy = try Self.twoLevels()
        #expect(policy.logs.map(\.text) == [WitnessPolicyVectors.log])
        #expect(policy.witnesses.map(\.name) == ["w1", "w2", "w3", "w4", "w5", "w6"])
        #expect(policy.witnessKeys == (try (1...6).map(WitnessPolicyVectors.witness)))
        #expect(policy.groups.map(\.name) == ["X-witnesses", "Y-witnesses", "X-and-Y"])
        #expect(policy.groups.map(\.threshold) == [2, 1, 2])
        #expect(policy.groups.last?.members == ["X-witnesses", "Y-witnesses"])
        #expect(policy.quorum == .named("X-and-Y"))
    }

    @Test func `two levels of groups are met by exactly the right sets`() throws {
        let policy = try Self.twoLevels()
        for subset in Self.subsets(6) {
            let keys = try subset.map(WitnessPolicyVectors.witness)
            let isEnough = subset.count { $0 <= 3 } >= 2 && subset.count { $0 >= 4 } >= 1
            #expect(policy.isMet(by: keys) == isEnough, "\(subset)")
        }
    }

    @Test(arguments: [("all", 4), ("any", 1), ("1", 1), ("2", 2), ("3", 3), ("4", 4)])
    func `a threshold is met by as many members`(word: String, needed: Int) throws {
        let lines = try WitnessPolicyVectors.witnesses(4)
        let policy = try WitnessPolicy(text: lines + "group g \(word) w1 w2 w3 w4\nquorum g\n")
        for subset in Self.subsets(4) {
            let keys = try subset.map(WitnessPolicyVectors.witness)
            #expect(policy.isMet(by: keys) == (subset.count >= needed), "\(subset)")
        }
    }

    @Test func `strangers do not count, and nobody counts twice`() throws {
        let lines = try WitnessPolicyVectors.witnesses(3)
        let policy = try WitnessPolicy(text: lines + "group g 2 w1 w2 w3\nquorum g\n")
        let first = try WitnessPolicyVectors.witness(1)
        let stranger = try WitnessPolicyVectors.witness(9)
        #expect(!policy.isMet(by: [first, first, first]))
        #expect(!policy.isMet(by: [first, stranger, stranger]))
        #expect(!policy.isMet(by: []))
        // The key of a witness as a log's, and the names of a witness over another key.
        let second = try WitnessPolicyVectors.witness(2)
        let others = [
            try NoteKey(name: second.name, algorithm: .ed25519, publicKey: second.publicKey),
            try NoteKey(name: second.name, algorithm: .cosignature, publicKey: stranger.publicKey),
            try NoteKey(name: "w2", algorithm: .cosignature, publicKey: stranger.publicKey),
            try NoteKey(name: "w2", algorithm: .cosignature, publicKey: second.publicKey),
        ]
        #expect(!policy.isMet(by: [first] + others))
        #expect(policy.isMet(by: [first, try WitnessPolicyVectors.witness(3)]))
    }

    @Test func `a quorum of one witness needs that witness`() throws {
        let lines = try WitnessPolicyVectors.witnesses(2)
        let policy = try WitnessPolicy(text: lines + "quorum w2\n")
        #expect(policy.isMet(by: [try WitnessPolicyVectors.witness(2)]))
        #expect(!policy.isMet(by: [try WitnessPolicyVectors.witness(1)]))
    }

    @Test func `quorum none asks for nobody`() throws {
        let policy = try WitnessPolicy(text: "quorum none\n")
        #expect(policy.logs.isEmpty)
        #expect(policy.quorum == .none)
        #expect(policy.isMet(by: []))
        #expect(policy.text == "quorum none\n")
    }

    @Test func `a policy is met by a checkpoint that its witnesses cosigned`() throws {
        let policy = try WitnessPolicy(text: WitnessPolicyVectors.twoLevels)
        let signed = try SignedCheckpoint(bytes: NoteVectors.bytes(CheckpointVectors.cosigned))
        #expect(try signed.verified(by: policy.logs) == policy.logs)
        var seen = try signed.cosignatures(by: policy.witnessKeys)
        #expect(seen.map(\.key) == [policy.witnesses[0].key])
        #expect(!policy.isMet(by: seen.map(\.key)))
        let second = try Cosigner(name: "witness.example/w2", key: NoteVectors.key(1))
        let cosigned = try signed.adding(
            second.cosignature(of: signed.note.text, at: CosignatureTests.time)
        )
        seen = try cosigned.cosignatures(by: policy.witnessKeys)
        #expect(policy.isMet(by: seen.map(\.key)))
    }

    @Test func `a policy reads back from its own text`() throws {
        let policy = try WitnessPolicy(text: WitnessPolicyVectors.twoLevels)
        #expect(
            policy.text == """
                log \(CheckpointVectors.logKey)
                witness X1 \(CheckpointVectors.witnessKey)
                witness X2 \(policy.witnesses[1].key.text) https://witness.example/w2
                group pair 2 X1 X2
                group one 1 pair
                quorum one

                """
        )
        #expect(try WitnessPolicy(text: policy.text) == policy)
        #expect(try WitnessPolicy(bytes: NoteVectors.bytes(policy.text)) == policy)
        #expect(try WitnessPolicy(text: policy.text).hashValue == policy.hashValue)
        #expect(policy != (try Self.twoLevels()))
    }

    @Test func `logs and witnesses may have a URL, of which nothing is believed`() throws {
        let key = try WitnessPolicyVectors.witness(1).text
        let text = """
            log \(WitnessPolicyVectors.log) https://log.example/a?b#c
            witness w \(key) not-a-url
            quorum w

            """
        let policy = try WitnessPolicy(text: text)
        #expect(policy.logEntries.map(\.url) == ["https://log.example/a?b#c"])
        #expect(policy.witnesses.map(\.url) == ["not-a-url"])
        #expect(policy.text == text)
    }

    @Test func `spaces, tabs, empty lines and comments do not matter`() throws {
        let key = try WitnessPolicyVectors.witness(1).text
        let text = """

            \t  # log nonsense
            #quorum other
             \t
            \t witness \t  #1 \t \(key)  \t
              group all any #1
            quorum\tall \t

            """
        let policy = try WitnessPolicy(text: text)
        #expect(policy.witnesses.map(\.name) == ["#1"])
        #expect(policy.quorum == .named("all"))
        #expect(try WitnessPolicy(text: policy.text) == policy)
    }

    @Test func `names are bytes and not what Unicode holds equal`() throws {
        let kelvin = "\u{212A}"
        let first = try WitnessPolicyVectors.witness(1)
        let second = try WitnessPolicyVectors.witness(2)
        let text = "witness K \(first.text)\nwitness \(kelvin) \(second.text)\n"
        let policy = try WitnessPolicy(text: text + "quorum \(kelvin)\n")
        #expect(policy.isMet(by: [second]))
        #expect(!policy.isMet(by: [first]))
        #expect(policy != (try WitnessPolicy(text: text + "quorum K\n")))
        #expect(throws: PolicyError.line(2, .unknownName(kelvin))) {
            try WitnessPolicy(text: "witness K \(first.text)\nquorum \(kelvin)\n")
        }
        // Only space and tab separate: a wide space is part of a name.
        let wide = "a\u{3000}b"
        let spaced = try WitnessPolicy(text: "witness \(wide) \(first.text)\nquorum \(wide)\n")
        #expect(spaced.isMet(by: [first]))
    }
}
