import Audit
import Encryption
import Testing
import TransparencyLog

/// The text of a checkpoint, one rule at a time (C2SP tlog-checkpoint).
struct CheckpointTests {
    static let root = "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg="

    @Test func `origin, size and root read and write back`() throws {
        let checkpoint = try Checkpoint(noteText: CheckpointVectors.text)
        #expect(checkpoint.origin == "example.com/audit")
        #expect(checkpoint.size == 8)
        #expect(checkpoint.root.hex == CheckpointVectors.root)
        #expect(checkpoint.extensions.isEmpty)
        #expect(checkpoint.noteText == CheckpointVectors.text)
        #expect(try CheckpointVectors.checkpoint() == checkpoint)
        #expect(try CheckpointVectors.checkpoint().hashValue == checkpoint.hashValue)
    }

    @Test func `the example of the specification reads`() throws {
        // C2SP tlog-checkpoint v1.
        let text = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            """
        let checkpoint = try Checkpoint(noteText: text)
        #expect(checkpoint.size == 20_852_163)
        #expect(checkpoint.noteText == text)
    }

    @Test(
        arguments: [
            ("0", 0), ("1", 1), ("10", 10), ("9999999999999999999", 9_999_999_999_999_999_999),
            ("18446744073709551615", .max),
        ] as [(String, UInt64)]
    )
    func `a size is a decimal number`(digits: String, size: UInt64) throws {
        let checkpoint = try Checkpoint(noteText: "a\n\(digits)\n\(Self.root)\n")
        #expect(checkpoint.size == size)
        #expect(checkpoint.noteText == "a\n\(digits)\n\(Self.root)\n")
    }

    @Test(arguments: [
        "", " ", "00", "01", "-1", "+1", "1.0", "1e3", "0x10", "1 ", " 1", "1_000", "1,000", "ten",
        "٣", "１", "18446744073709551616", "99999999999999999999", "100000000000000000000",
        "000000000000000000001",
    ])
    func `every other size is refused`(digits: String) {
        #expect(throws: CheckpointError.malformedSize) {
            try Checkpoint(noteText: "a\n\(digits)\n\(Self.root)\n")
        }
    }

    @Test(arguments: [
        "", " ", "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg",
        "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyh=",
        "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz-Nw7_RgQyg=",
        "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg= ",
        " XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=",
        "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg==",
        "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQw==",
        "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQygA",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ])
    func `every other root is refused`(root: String) {
        #expect(throws: CheckpointError.malformedRoot) {
            try Checkpoint(noteText: "a\n8\n\(root)\n")
        }
    }

    @Test(arguments: [
        "", " ", "a b", "a+b", "a\tb", "a\rb", "a\u{0}", "a\u{7f}", "a\u{85}b", "a\u{9b}31m",
        "a\u{a0}b", "a\u{2028}b", "a\u{3000}b", "+", " a", "a ",
    ])
    func `an origin that is no name is refused`(origin: String) throws {
        let root = try CheckpointVectors.hash(CheckpointVectors.root)
        #expect(throws: CheckpointError.malformedOrigin) {
            try Checkpoint(noteText: "\(origin)\n8\n\(Self.root)\n")
        }
        #expect(throws: CheckpointError.malformedOrigin) {
            try Checkpoint(origin: origin, size: 8, root: root)
        }
    }

    @Test func `the length of an origin is bounded`() throws {
        let longest = String(repeating: "o", count: 255)
        #expect(try Checkpoint(noteText: "\(longest)\n8\n\(Self.root)\n").origin == longest)
        #expect(throws: CheckpointError.originTooLong(limit: 255)) {
            try Checkpoint(noteText: "\(longest)o\n8\n\(Self.root)\n")
        }
    }

    @Test(
        arguments: [
            ("", .tooFewLines),
            ("\n", .tooFewLines),
            ("a\n8\n", .tooFewLines),
            ("a\n8\n\(root)", .tooFewLines),
            ("\n8\n\(root)\n", .malformedOrigin),
            ("\na\n8\n\(root)\n", .malformedOrigin),
            ("a\n\n\(root)\n", .malformedSize),
            ("a\n\n8\n\(root)\n", .malformedSize),
            ("a\n8\n\n\(root)\n", .malformedRoot),
            ("a\n\(root)\n8\n", .malformedSize),
            ("a\n8\n\(root)\n\n", .malformedExtension(line: 4)),
            ("a\n8\n\(root)\nx\n\ny\n", .malformedExtension(line: 5)),
            ("a\n8\n\(root)\nx\n\n", .malformedExtension(line: 5)),
            ("a\n8\n\(root)\nx\ty\n", .malformedExtension(line: 4)),
            ("a\r\n8\r\n\(root)\r\n", .malformedOrigin),
        ] as [(String, CheckpointError)]
    )
    func `a malformed checkpoint is refused`(text: String, error: CheckpointError) {
        #expect(throws: error) { try Checkpoint(noteText: text) }
    }

    @Test func `extension lines are kept, and bounded in number and length`() throws {
        let text = "a\n8\n\(Self.root)\n"
        let lines = (1...16).map { "line \($0) + ä" }
        let kept = try Checkpoint(noteText: text + lines.map { "\($0)\n" }.joined())
        #expect(kept.extensions == lines)
        #expect(kept.noteText == text + lines.map { "\($0)\n" }.joined())
        #expect(try Checkpoint(noteText: text) != kept)
        #expect(throws: CheckpointError.tooManyExtensions(limit: 16)) {
            try Checkpoint(noteText: kept.noteText + "one more\n")
        }
        let longest = String(repeating: "x", count: 1024)
        #expect(try Checkpoint(noteText: text + longest + "\n").extensions == [longest])
        #expect(throws: CheckpointError.extensionTooLong(limit: 1024)) {
            try Checkpoint(noteText: text + longest + "x\n")
        }
        #expect(throws: CheckpointError.malformedExtension(line: 4)) {
            try Checkpoint(origin: "a", size: 8, root: kept.root, extensions: ["x\ny"])
        }
        #expect(throws: CheckpointError.malformedExtension(line: 5)) {
            try Checkpoint(origin: "a", size: 8, root: kept.root, extensions: ["x", ""])
        }
    }

    @Test func `checkpoints that only Unicode holds equal are two checkpoints`() throws {
        let root = try CheckpointVectors.hash(CheckpointVectors.root)
        let composed = try Checkpoint(origin: "log.example/é", size: 8, root: root)
        let decomposed = try Checkpoint(origin: "log.example/e\u{301}", size: 8, root: root)
        #expect(composed.origin == decomposed.origin)
        #expect(composed != decomposed)
    }

    @Test func `a text over the limit is refused unread`() {
        let text = String(repeating: "x", count: SignedCheckpoint.largestByteCount + 1)
        #expect(throws: CheckpointError.tooLong(limit: 262_144)) {
            try Checkpoint(noteText: text)
        }
    }
}
