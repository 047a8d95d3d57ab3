import Testing
import TransparencyLog

/// What a refusal says: one line, plain, and nothing of what was refused but public names.
struct NoteErrorTests {
    private func expectSentence(_ text: String) {
        #expect(!text.isEmpty)
        #expect(!text.contains("\n"), "\(text)")
        #expect(!text.hasSuffix("."), "\(text)")
        #expect(text.first?.isUppercase != true, "\(text)")
        #expect(text.utf8.count <= 200, "\(text)")
    }

    static let noteErrors: [NoteError] = [
        .malformedName, .nameTooLong(limit: 255), .malformedKey, .keyTooLong(limit: 4096),
        .unknownAlgorithm(6), .wrongKeyLength(found: 31), .wrongKeyID, .noteTooLong(limit: 9),
        .notUnicode, .controlCharacter(offset: 3), .textWithoutLineEnd, .noSignatures,
        .malformedSignature(line: 2), .tooManySignatures(limit: 100),
        .ambiguousKey(name: "a", id: 1), .invalidSignature(name: "a", id: 1), .unverified,
    ]

    @Test(arguments: noteErrors)
    func `a note is refused in one line`(error: NoteError) {
        expectSentence(error.text)
    }

    @Test(
        arguments: noteErrors.map(CheckpointError.note) + [
            .tooLong(limit: 9), .tooFewLines, .malformedOrigin, .originTooLong(limit: 255),
            .malformedSize, .malformedRoot, .malformedExtension(line: 4),
            .extensionTooLong(limit: 1024), .tooManyExtensions(limit: 16),
            .notSignedByLog(origin: "a"), .signerIsNotOrigin(name: "a", origin: "b"),
        ]
    )
    func `a checkpoint is refused in one line`(error: CheckpointError) {
        expectSentence(error.text)
    }

    @Test(
        arguments: [
            .tooLong(limit: 9), .unknownVersion, .malformedExtra, .extraTooLong(limit: 9),
            .malformedIndex, .malformedHash(line: 3), .pathTooLong(limit: 64), .noCheckpoint,
            .checkpoint(.malformedSize),
        ] as [TLogProofError]
    )
    func `a proof is refused in one line`(error: TLogProofError) {
        expectSentence(error.text)
    }

    @Test(
        arguments: [
            .controlCharacter, .unknownWord, .wrongItemCount, .key(.malformedKey), .wrongKeyType,
            .duplicateKey, .nameTooLong(limit: 255), .reservedName, .duplicateName("a"),
            .unknownName("a"), .secondMembership("a"), .badThreshold, .urlTooLong(limit: 2048),
            .secondQuorum, .tooManyLogs(limit: 64), .tooManyWitnesses(limit: 64),
            .tooManyGroups(limit: 64), .nestedTooDeep(limit: 32),
        ] as [PolicyError.Fault]
    )
    func `a line of a policy is refused in one line that names its place`(
        fault: PolicyError.Fault
    ) {
        let text = PolicyError.line(12, fault).text
        expectSentence(text)
        #expect(text.hasPrefix("line 12 of the policy: "))
    }

    @Test(
        arguments: [
            .tooLong(limit: 9), .tooManyLines(limit: 9), .notUnicode, .missingLineEnd,
            .missingQuorum,
        ] as [PolicyError]
    )
    func `a policy is refused in one line`(error: PolicyError) {
        expectSentence(error.text)
    }

    @Test func `a key is named as others name it`() {
        #expect(
            NoteError.invalidSignature(name: "PeterNeumann", id: 0xc74f_20a3).text
                .contains("PeterNeumann+c74f20a3")
        )
        #expect(NoteError.ambiguousKey(name: "a", id: 0x0f).text.contains("a+0000000f"))
    }
}
