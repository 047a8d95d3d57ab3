import Testing
import TransparencyLog

/// Answers of a witness, as they go out and as they come in (C2SP tlog-witness).
struct WitnessAnswerTests {
    /// The example of the specification: two witnesses, of which one has two keys.
    private static let example = """
        — witness.example/w1 CMp+6LWBU0anHGH5aNDTJkH/gj79sG+T6+iP2ThYN5krrDJbR1HDnucjL39QsZTSvVjy\
        QLrdk3DXDqI5G2HgLatVs0pWh6Up69HVOw==
        — witness.example/w1 I7rEps0pvK2UqkS2gSpVUDhrhVtQV9lgF6pRrWAvjJHjyWpW7VcE3SiOlVlbQNt64vWh\
        O+DlkL0+UfzuOBMh9ChdMkP1vi/lCAsmlw==
        — witness.example/w2 AWui8Sk55XjYLOijihBjhqEH6nS1ndDymE0a+6idX7pLcnoB+dhnz0854aLZgrrKbYKA\
        7nC3HNJhm/kWl7oJlqU3rXXvpysAdyP3wQ==

        """

    private func read(
        _ status: Int,
        _ contentType: String? = "text/plain",
        _ body: String = ""
    ) throws(AddCheckpointAnswerError) -> AddCheckpointAnswer {
        try AddCheckpointAnswer(
            status: status,
            contentType: contentType,
            body: [UInt8](body.utf8)
        )
    }

    @Test(
        arguments: [
            (.conflict(latest: 0), 409), (.conflict(latest: .max), 409), (.unknownLog, 404),
            (.untrusted, 403), (.inconsistent, 422), (.malformed, 400),
        ] as [(AddCheckpointAnswer, Int)]
    )
    func `every refusal has its status and is read back`(
        answer: AddCheckpointAnswer,
        status: Int
    ) throws {
        #expect(answer.status == status)
        let read = try AddCheckpointAnswer(
            status: answer.status,
            contentType: answer.contentType,
            body: answer.body
        )
        #expect(read == answer)
    }

    @Test func `a conflict is the size, a line feed, and the type of a size`() {
        let answer = AddCheckpointAnswer.conflict(latest: 20_852_014)
        #expect(answer.body == [UInt8]("20852014\n".utf8))
        #expect(answer.contentType == "text/x.tlog.size")
    }

    @Test func `the example of the specification is read, and written the same`() throws {
        let answer = try read(200, nil, Self.example)
        guard case .cosigned(let signatures) = answer else {
            Issue.record("not cosigned: \(answer)")
            return
        }
        let names = ["witness.example/w1", "witness.example/w1", "witness.example/w2"]
        #expect(signatures.map(\.name) == names)
        #expect(answer.body == [UInt8](Self.example.utf8))
    }

    @Test(arguments: ["text/x.tlog.size; charset=utf-8", "Text/X.tlog.size", "text/x.tlog.size ;a"])
    func `a type may have parameters and capitals`(type: String) throws {
        #expect(try read(409, type, "8\n") == .conflict(latest: 8))
    }

    @Test(
        arguments: [
            (409, "text/plain", "8\n", .conflictWithoutSize),
            (409, nil, "8\n", .conflictWithoutSize),
            (409, "text/x.tlog.size", "8", .conflictWithoutSize),
            (409, "text/x.tlog.size", "08\n", .conflictWithoutSize),
            (409, "text/x.tlog.size", "8\n\n", .conflictWithoutSize),
            (409, "text/x.tlog.size", "", .conflictWithoutSize),
            (409, "text/x.tlog.size", "18446744073709551616\n", .conflictWithoutSize),
            (200, nil, "", .malformedSignature(line: 1)),
            (200, nil, "\n", .malformedSignature(line: 1)),
            (200, nil, "— w AAAAAAA=", .malformedSignature(line: 1)),
            (200, nil, "— w AAAAAAA=\n\n", .malformedSignature(line: 2)),
            (200, nil, "— w AAAAAAA=\n- w AAAAAAA=\n", .malformedSignature(line: 2)),
            (200, nil, "<html>\n", .malformedSignature(line: 1)),
            (201, nil, "", .unexpectedStatus(201)), (302, nil, "", .unexpectedStatus(302)),
            (500, nil, "", .unexpectedStatus(500)), (0, nil, "", .unexpectedStatus(0)),
        ] as [(Int, String?, String, AddCheckpointAnswerError)]
    )
    func `anything else is refused, and told why`(
        status: Int,
        type: String?,
        body: String,
        error: AddCheckpointAnswerError
    ) {
        #expect(throws: error) { try read(status, type, body) }
    }

    @Test func `an answer has at most sixteen signatures and 64 KiB`() throws {
        let line = "— w AAAAAAA=\n"
        _ = try read(200, nil, String(repeating: line, count: 16))
        #expect(throws: AddCheckpointAnswerError.tooManySignatures(limit: 16)) {
            try read(200, nil, String(repeating: line, count: 17))
        }
        #expect(throws: AddCheckpointAnswerError.tooLong(limit: 65_536)) {
            try read(404, nil, String(repeating: "x", count: 65_537))
        }
    }

    @Test(
        arguments: [
            .tooLong(limit: 9), .unknownLength, .unexpectedStatus(500), .conflictWithoutSize,
            .malformedSignature(line: 1), .tooManySignatures(limit: 16),
        ] as [AddCheckpointAnswerError]
    )
    func `an answer is refused in one line`(error: AddCheckpointAnswerError) {
        #expect(!error.text.isEmpty && !error.text.contains("\n") && !error.text.hasSuffix("."))
    }
}
