import Clocks
import Encryption
import Testing
import TransparencyLog

/// What a real authority says is understood, and only an answer to our own request is kept.
struct TimestampReplyTests {
    private let request = TimestampRequest(
        of: TimestampVectors.message,
        nonce: TimestampVectors.nonce
    )

    @Test func `a request is the 70 bytes that OpenSSL reads`() {
        #expect(request.bytes == TimestampSample.bytes(TimestampVectors.request))
        #expect(request.bytes.count == 70)
    }

    @Test func `every nonce makes a request of the same length`() {
        for nonce in [0, 1, 1 << 62, 1 << 63, .max] as [UInt64] {
            let request = TimestampRequest(of: [], nonce: nonce)
            #expect(request.nonce == nonce | 1 << 63)
            #expect(request.bytes.count == 70)
            let written = request.bytes.dropFirst(59).prefix(8)
            #expect(written.reduce(0) { $0 << 8 | UInt64($1) } == request.nonce)
        }
    }

    @Test func `the reply of an authority answers its request`() throws {
        let bytes = TimestampSample.bytes(TimestampVectors.granted)
        let reply = try TimestampReply(bytes: bytes)
        let token = try reply.answer(to: request)
        #expect(reply.outcome == .granted(token))
        #expect(token.bytes == Array(bytes.dropFirst(9)))
        let info = token.info
        #expect(info.version == 1)
        #expect(info.policy == "1.3.6.1.4.1.32473.1")
        #expect(info.imprint == request.imprint)
        #expect(Hex.encode(info.serial) == "8000000000000000000000000000000000000042")
        #expect(info.time == Timestamp("2026-11-21T17:32:34.642Z"))
        #expect(info.timeText == "20261121173234.642591Z")
        #expect(info.nonce.map(Hex.encode) == "8123456789abcdef")
    }

    @Test func `a token that was kept is read again`() throws {
        let bytes = TimestampSample.bytes(TimestampVectors.granted)
        let token = try TimestampReply(bytes: bytes).answer(to: request)
        let again = try TimestampToken(bytes: token.bytes)
        #expect(again == token)
        try again.check(request)
    }

    @Test func `a reply with as little as can be is read, and refused for want of a nonce`() throws
    {
        let reply = try TimestampReply(bytes: TimestampSample.bytes(TimestampVectors.bare))
        guard case .granted(let token) = reply.outcome else {
            Issue.record("the reply is granted")
            return
        }
        #expect(token.info.policy == "2.999.1")
        #expect(token.info.serial == [2])
        #expect(token.info.time == Timestamp("2026-11-21T17:32:34Z"))
        #expect(token.info.timeText == "20261121173234Z")
        #expect(token.info.nonce == nil)
        #expect(throws: TimestampError.nonceMissing) { try reply.answer(to: request) }
    }

    @Test func `a reply about another message or to another request is refused`() throws {
        let reply = try TimestampReply(bytes: TimestampSample.bytes(TimestampVectors.granted))
        let other = TimestampRequest(
            of: TimestampVectors.message + [0],
            nonce: TimestampVectors.nonce
        )
        #expect(throws: TimestampError.otherMessage) { try reply.answer(to: other) }
        let later = TimestampRequest(
            of: TimestampVectors.message,
            nonce: TimestampVectors.nonce + 1
        )
        #expect(throws: TimestampError.otherNonce) { try reply.answer(to: later) }
    }

    @Test func `an authority that refuses says why`() throws {
        let table: [(String, TimestampRefusal.Reason)] = [
            (TimestampVectors.rejectedAlgorithm, .badAlgorithm),
            (TimestampVectors.rejectedPolicy, .unacceptedPolicy),
        ]
        for (vector, reason) in table {
            let refusal = TimestampRefusal(kind: .rejection, reasons: [reason])
            let reply = try TimestampReply(bytes: TimestampSample.bytes(vector))
            #expect(reply.outcome == .refused(refusal))
            #expect(throws: TimestampError.refused(refusal)) { try reply.answer(to: request) }
            #expect(refusal.text.hasSuffix(reason.text))
        }
    }

    @Test func `a reply granted with modifications is told from one granted as asked`() throws {
        var bytes = TimestampSample.bytes(TimestampVectors.granted)
        bytes[8] = 1
        let reply = try TimestampReply(bytes: bytes)
        let token = try reply.answer(to: request)
        #expect(reply.outcome == .grantedWithModifications(token))
    }

    @Test func `each refusal is one sentence of its own`() {
        let refusals = [TimestampRefusal.Kind.waiting, .revocationWarning, .revocationNotification]
            .map { TimestampError.refused(TimestampRefusal(kind: $0, reasons: [])) }
        let errors: [TimestampError] =
            refusals + [
                .tooLong, .malformed(.reply), .malformed(.token), .malformed(.info), .malformedTime,
                .malformedReason,
                .unknownStatus(9), .unknownReason(bit: 1), .contradictory, .notSigned,
                .notATimestamp, .otherAlgorithm, .unknownVersion(2), .otherMessage, .nonceMissing,
                .otherNonce,
                .refused(
                    TimestampRefusal(kind: .rejection, reasons: [.badRequest, .systemFailure])
                ),
            ]
        for error in errors {
            #expect(error.text.first?.isLowercase == true)
            #expect(!error.text.contains("\n"))
        }
        #expect(Set(errors.map(\.text)).count == errors.count)
    }
}
