import Encryption
import Testing
import TransparencyLog

/// The form of a signed note, one rule at a time; each limit at the limit and one beyond it.
struct NoteFormTests {
    static let signature = Base64.encode([1, 2, 3, 4, 5])

    private func note(_ text: String) throws -> SignedNote {
        try SignedNote(bytes: NoteVectors.bytes(text))
    }

    @Test(
        arguments: [
            ("nothing", "", .noSignatures),
            ("one line feed", "\n", .noSignatures),
            ("only line feeds", "\n\n\n", .noSignatures),
            ("a text without signatures", "a\n", .noSignatures),
            ("a blank line without signatures", "a\n\n", .noSignatures),
            ("no blank line", "a\n— b \(signature)\n", .noSignatures),
            ("no text", "— b \(signature)\n", .noSignatures),
            ("an empty text", "\n— b \(signature)\n", .noSignatures),
            ("no end of the last line", "a\n\n— b \(signature)", .noSignatures),
            ("a blank line at the end", "a\n\n— b \(signature)\n\n", .noSignatures),
            ("carriage returns", "a\r\n\r\n— b \(signature)\r\n", .controlCharacter(offset: 1)),
            ("a tab in the text", "a\tb\n\n— b \(signature)\n", .controlCharacter(offset: 1)),
            ("a zero at the end", "a\n\n— b \(signature)\n\0", .controlCharacter(offset: 18)),
            ("a hyphen for the dash", "a\n\n- b \(signature)\n", .malformedSignature(line: 1)),
            ("an en dash", "a\n\n– b \(signature)\n", .malformedSignature(line: 1)),
            ("no space after the dash", "a\n\n—b \(signature)\n", .malformedSignature(line: 1)),
            ("an indented line", "a\n\n — b \(signature)\n", .malformedSignature(line: 1)),
            ("two spaces first", "a\n\n—  b \(signature)\n", .malformedSignature(line: 1)),
            ("two spaces between", "a\n\n— b  \(signature)\n", .malformedSignature(line: 1)),
            ("a space at the end", "a\n\n— b \(signature) \n", .malformedSignature(line: 1)),
            ("a third word", "a\n\n— b \(signature) c\n", .malformedSignature(line: 1)),
            ("no name", "a\n\n—  \(signature)\n", .malformedSignature(line: 1)),
            ("no signature", "a\n\n— b\n", .malformedSignature(line: 1)),
            ("an empty signature", "a\n\n— b \n", .malformedSignature(line: 1)),
            ("only the dash", "a\n\n— \n", .malformedSignature(line: 1)),
            ("a plus in the name", "a\n\n— b+c \(signature)\n", .malformedSignature(line: 1)),
            ("a wide space", "a\n\n— b\u{3000}c \(signature)\n", .malformedSignature(line: 1)),
            ("a key ID alone", "a\n\n— b AQIDBA==\n", .malformedSignature(line: 1)),
            ("three bytes", "a\n\n— b AQID\n", .malformedSignature(line: 1)),
            ("no padding", "a\n\n— b AQIDBAU\n", .malformedSignature(line: 1)),
            ("too much padding", "a\n\n— b AQIDBAU==\n", .malformedSignature(line: 1)),
            ("bits left over", "a\n\n— b AQIDBAV=\n", .malformedSignature(line: 1)),
            ("base64 of URLs", "a\n\n— b AQIDB-U_\n", .malformedSignature(line: 1)),
            ("a foreign letter", "a\n\n— b AQIDBAÜ=\n", .malformedSignature(line: 1)),
            (
                "a bad second line", "a\n\n— b \(signature)\n— c\n",
                .malformedSignature(line: 2)
            ),
            (
                "text after the signatures", "a\n\n— b \(signature)\na\n\nmore\n",
                .malformedSignature(line: 1)
            ),
        ] as [(String, String, NoteError)]
    )
    func `a malformed note is refused by what is wrong`(
        what: String,
        text: String,
        error: NoteError
    ) {
        #expect(throws: error, "\(what)") { try note(text) }
    }

    @Test func `every control character but the line feed is refused, wherever it is`() {
        let bytes = NoteVectors.note(NoteVectors.peterLine)
        for place in [0, 30, bytes.count - 95, bytes.count - 3, bytes.count] {
            for control in (0x00...0x1f as ClosedRange<UInt8>) where control != 0x0a {
                var altered = bytes
                altered.insert(control, at: place)
                #expect(throws: NoteError.controlCharacter(offset: place)) {
                    try SignedNote(bytes: altered)
                }
            }
        }
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        let broken: [[UInt8]] = [
            [0xff], [0x80], [0xc0, 0xaf], [0xe0, 0x80, 0xaf], [0xed, 0xa0, 0x80],
            [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x80], [0xf0, 0x9f, 0x98],
        ]
        for bytes in broken {
            #expect(throws: NoteError.notUnicode) {
                try SignedNote(bytes: bytes + NoteVectors.note(NoteVectors.peterLine))
            }
        }
    }

    @Test(
        arguments: [
            ("a\n\n— b \(signature)\n", "a\n"),
            ("\n\n— b \(signature)\n", "\n"),
            ("\n\n\n— b \(signature)\n", "\n\n"),
            ("a\n\nb\n\n— b \(signature)\n", "a\n\nb\n"),
            ("a\n\n— b \(signature)\n\n— c \(signature)\n", "a\n\n— b \(signature)\n"),
            (
                "ä \u{7f}\u{85}\u{2028}\u{fffd}\n\n— ü \(signature)\n",
                "ä \u{7f}\u{85}\u{2028}\u{fffd}\n"
            ),
            ("a\n\n— b \(signature)\n— b \(signature)\n", "a\n"),
        ]
    )
    func `a well-formed note reads and writes back`(whole: String, text: String) throws {
        let read = try note(whole)
        #expect(read.text.utf8.elementsEqual(text.utf8))
        #expect(read.bytes == NoteVectors.bytes(whole))
        let rebuilt = try SignedNote(text: text, signatures: read.signatures)
        #expect(rebuilt == read)
        #expect(rebuilt.hashValue == read.hashValue)
    }

    @Test func `a signature line reads and writes back`() throws {
        let signature = try NoteSignature(name: "log.example/ä", keyID: 0x0102_0304, bytes: [5])
        #expect(signature.line == "— log.example/ä AQIDBAU=")
        let read = try NoteSignature(line: NoteVectors.bytes(signature.line))
        #expect(read == signature)
        #expect(read.hashValue == signature.hashValue)
        #expect(throws: NoteError.malformedSignature(line: 7)) {
            try NoteSignature(line: NoteVectors.bytes(signature.line + "\n"), number: 7)
        }
        #expect(throws: NoteError.malformedSignature(line: 1)) {
            try NoteSignature(name: "a", keyID: 1, bytes: [])
        }
        #expect(throws: NoteError.malformedName) {
            try NoteSignature(name: "a b", keyID: 1, bytes: [1])
        }
    }

    @Test func `what is put together is held to the same rules`() throws {
        let signature = try NoteSignature(name: "b", keyID: 0x0102_0304, bytes: [5])
        #expect(throws: NoteError.textWithoutLineEnd) {
            try SignedNote(text: "", signatures: [signature])
        }
        #expect(throws: NoteError.textWithoutLineEnd) {
            try SignedNote(text: "abc", signatures: [signature])
        }
        #expect(throws: NoteError.controlCharacter(offset: 1)) {
            try SignedNote(text: "a\r\n", signatures: [signature])
        }
        #expect(throws: NoteError.noSignatures) {
            try SignedNote(text: "abc\n", signatures: [])
        }
    }

    @Test func `the number of signatures is bounded, however they come`() throws {
        let signatures = try (1...101).map {
            try NoteSignature(name: "b", keyID: $0, bytes: [5])
        }
        let full = try SignedNote(text: "a\n", signatures: [NoteSignature](signatures.prefix(100)))
        #expect(try SignedNote(bytes: full.bytes) == full)
        #expect(throws: NoteError.tooManySignatures(limit: 100)) {
            try SignedNote(text: "a\n", signatures: signatures)
        }
        #expect(throws: NoteError.tooManySignatures(limit: 100)) {
            try full.adding(signatures[100])
        }
        #expect(try full.adding(signatures[3]).signatures.count == 100)
    }

    @Test func `the size of a note is bounded, however it comes`() throws {
        let limit = SignedNote.largestByteCount
        let end = "\n\n— b \(Self.signature)\n"
        let filler = String(repeating: "x", count: limit - end.utf8.count)
        let full = try note(filler + end)
        #expect(full.bytes.count == limit)
        #expect(throws: NoteError.noteTooLong(limit: limit)) { try note("x" + filler + end) }
        #expect(throws: NoteError.noteTooLong(limit: limit)) {
            try SignedNote(text: "x" + filler + "\n", signatures: full.signatures)
        }
        let other = try NoteSignature(name: "c", keyID: 1, bytes: [5])
        #expect(throws: NoteError.noteTooLong(limit: limit)) { try full.adding(other) }
    }

    @Test func `sixteen signatures of five kilobytes are read`() throws {
        let signatures = try (1...16).map {
            try NoteSignature(
                name: String(repeating: "n", count: NoteName.longest),
                keyID: $0,
                bytes: [UInt8](repeating: 0xA5, count: 5000)
            )
        }
        let signed = try CheckpointVectors.checkpoint()
        let note = try SignedNote(text: signed.noteText, signatures: signatures)
        #expect(try SignedNote(bytes: note.bytes) == note)
        #expect(try SignedCheckpoint(bytes: note.bytes).checkpoint == signed)
    }

    @Test func `a name too long in a signature line is refused as such`() throws {
        let name = String(repeating: "n", count: NoteName.longest)
        #expect(try note("a\n\n— \(name) \(Self.signature)\n").signatures.count == 1)
        #expect(throws: NoteError.nameTooLong(limit: 255)) {
            try note("a\n\n— \(name)n \(Self.signature)\n")
        }
    }
}
