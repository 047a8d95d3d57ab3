import Encryption
import Testing
import TransparencyLog

/// Signed notes as golang/mod opens and signs them (sumdb/note/note_test.go, see `NoteVectors`).
struct NoteOpeningTests {
    private func keys(_ texts: String...) throws -> [NoteKey] {
        try texts.map { try NoteKey(text: $0) }
    }

    @Test func `one known key of two that signed is found`() throws {
        let note = try SignedNote(
            bytes: NoteVectors.note(NoteVectors.peterLine, NoteVectors.enochLine)
        )
        #expect(note.text == NoteVectors.text)
        #expect(note.signatures.map(\.name) == ["PeterNeumann", "EnochRoot"])
        #expect(note.signatures.map(\.keyID) == [0xc74f_20a3, 0xaf0c_fe78])
        #expect(note.signatures.allSatisfy { $0.bytes.count == 64 })
        let known = try keys(NoteVectors.peter)
        #expect(try note.signatures(by: known) == known)
    }

    @Test func `two known keys are found in the order of their signatures`() throws {
        let note = try SignedNote(
            bytes: NoteVectors.note(NoteVectors.peterLine, NoteVectors.enochLine)
        )
        let known = try keys(NoteVectors.enoch, NoteVectors.peter)
        #expect(try note.signatures(by: known) == known.reversed())
    }

    @Test func `a note that no known key signed is refused`() throws {
        let note = try SignedNote(
            bytes: NoteVectors.note(NoteVectors.peterLine, NoteVectors.enochLine)
        )
        #expect(throws: NoteError.unverified) { try note.signatures(by: []) }
        let stranger = try keys(NoteVectors.fooKey)
        #expect(throws: NoteError.unverified) { try note.signatures(by: stranger) }
    }

    @Test func `a key given twice is ambiguous, unless it did not sign`() throws {
        let known = try keys(NoteVectors.enoch, NoteVectors.peter, NoteVectors.enoch)
        let byEnoch = try SignedNote(bytes: NoteVectors.note(NoteVectors.enochLine))
        #expect(throws: NoteError.ambiguousKey(name: "EnochRoot", id: 0xaf0c_fe78)) {
            try byEnoch.signatures(by: known)
        }
        let byPeter = try SignedNote(bytes: NoteVectors.note(NoteVectors.peterLine))
        #expect(try byPeter.signatures(by: known).map(\.name) == ["PeterNeumann"])
    }

    @Test func `a hundred signatures are read and one more is refused`() throws {
        let line = NoteVectors.peterLine
        let most = NoteVectors.note(String(repeating: line, count: 100))
        let known = try keys(NoteVectors.peter)
        #expect(try SignedNote(bytes: most).signatures(by: known) == known)
        #expect(throws: NoteError.tooManySignatures(limit: 100)) {
            try SignedNote(bytes: NoteVectors.note(String(repeating: line, count: 101)))
        }
    }

    @Test func `a wrong signature by a known key refuses the note`() throws {
        let peter = NoteVectors.bytes(NoteVectors.peterLine)
        let line =
            String(decoding: peter[..<60], as: UTF8.self) + "ABCD"
            + String(decoding: peter[60...], as: UTF8.self)
        let note = try SignedNote(bytes: NoteVectors.note(line))
        let known = try keys(NoteVectors.peter)
        #expect(throws: NoteError.invalidSignature(name: "PeterNeumann", id: 0xc74f_20a3)) {
            try note.signatures(by: known)
        }
        // Also when another known key signed rightly before it.
        let both = try SignedNote(bytes: NoteVectors.note(NoteVectors.enochLine, line))
        let all = try keys(NoteVectors.peter, NoteVectors.enoch)
        #expect(throws: NoteError.self) { try both.signatures(by: all) }
    }

    @Test func `of several signatures by one key the first decides`() throws {
        let enoch = NoteVectors.bytes(NoteVectors.enochLine)
        let altered =
            String(decoding: enoch[..<60], as: UTF8.self) + "ABCD"
            + String(decoding: enoch[60...], as: UTF8.self)
        let peter = NoteVectors.peterLine
        let good = NoteVectors.enochLine
        let note = try SignedNote(bytes: NoteVectors.note(peter, peter, good, good, altered))
        let known = try keys(NoteVectors.peter)
        #expect(try note.signatures(by: known) == known)
        let both = try keys(NoteVectors.peter, NoteVectors.enoch)
        #expect(try note.signatures(by: both) == both)
        let reversed = try SignedNote(bytes: NoteVectors.note(peter, altered, good))
        #expect(throws: NoteError.self) { try reversed.signatures(by: both) }
    }

    @Test(
        arguments: [
            (NoteVectors.bytes(NoteVectors.text), .noSignatures),
            (NoteVectors.bytes(NoteVectors.text + "\n"), .noSignatures),
            ([UInt8](NoteVectors.note(NoteVectors.peterLine).dropLast()), .noSignatures),
            ([0x01] + NoteVectors.note(NoteVectors.peterLine), .controlCharacter(offset: 0)),
            ([0xff] + NoteVectors.note(NoteVectors.peterLine), .notUnicode),
            (
                NoteVectors.note("— Bad Name \(NoteVectors.peterBase64)\n"),
                .malformedSignature(line: 1)
            ),
            (NoteVectors.note("— Bad Name \(NoteVectors.peterBase64)"), .noSignatures),
            (
                NoteVectors.note(NoteVectors.peterLine, "Unexpected line.\n"),
                .malformedSignature(line: 2)
            ),
        ] as [([UInt8], NoteError)]
    )
    func `a malformed note is refused`(bytes: [UInt8], error: NoteError) {
        #expect(throws: error) { try SignedNote(bytes: bytes) }
    }

    @Test(arguments: [("PeterNeumann", "CarmenSandiego"), ("x08g", "xxxx")])
    func `a signature under another name or ID is nobody's`(from: String, to: String) throws {
        let start = try #require(NoteVectors.peterLine.firstRange(of: from))
        let line = NoteVectors.peterLine.replacingCharacters(start, by: to)
        let note = try SignedNote(bytes: NoteVectors.note(line))
        let known = try keys(NoteVectors.peter)
        #expect(throws: NoteError.unverified) { try note.signatures(by: known) }
    }

    @Test func `what is signed is what golang signs`() throws {
        let signer = try NoteVectors.peterSigner()
        #expect(signer.verifierKey.text == NoteVectors.peter)
        let signature = signer.signature(of: NoteVectors.text)
        let note = try SignedNote(text: NoteVectors.text, signatures: [signature])
        #expect(note.bytes == NoteVectors.note(NoteVectors.peterLine))
        #expect(try note.signatures(by: [signer.verifierKey]) == [signer.verifierKey])
    }

    @Test func `a new signature takes the place of one by the same key, at the end`() throws {
        let signer = try NoteVectors.peterSigner()
        let bad = try NoteSignature(name: "PeterNeumann", keyID: 0xc74f_20a3, bytes: [0x20])
        let enoch = try NoteSignature(
            line: NoteVectors.bytes(NoteVectors.enochLine).dropLast()
        )
        let note = try SignedNote(text: NoteVectors.text, signatures: [bad, enoch, bad])
        let signed = try note.adding(signer.signature(of: note.text))
        let expected = NoteVectors.note(NoteVectors.enochLine, NoteVectors.peterLine)
        #expect(signed.bytes == expected)
        // The same name with another ID is another key.
        let other = try NoteSignature(name: "PeterNeumann", keyID: 1, bytes: [0x20])
        #expect(try signed.adding(other).signatures.count == 3)
    }

    @Test func `a note of another program verifies`() throws {
        let note = try SignedNote(bytes: NoteVectors.bytes(NoteVectors.fooNote))
        let known = try keys(NoteVectors.fooKey)
        #expect(note.text == "This is an example message.\n")
        #expect(try note.signatures(by: known) == known)
        #expect(note.bytes == NoteVectors.bytes(NoteVectors.fooNote))
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<Index>, by text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
