import Clocks
import Testing
import TransparencyLog

/// A reply is read in the one form RFC 3161 gives it, and in no other.
struct TimestampFormTests {
    private let request = TimestampRequest(of: [1, 2, 3], nonce: 7)

    /// A reply that answers the request.
    private var sample: TimestampSample {
        var sample = TimestampSample()
        sample.imprint = request.imprint
        sample.nonce = [0x02, 9, 0, 0x80, 0, 0, 0, 0, 0, 0, 7]
        return sample
    }

    /// What becomes of a reply when one part of it is changed.
    private func outcome(
        _ change: (inout TimestampSample) -> Void
    ) -> Result<TimestampInfo, TimestampError> {
        var changed = sample
        change(&changed)
        do throws(TimestampError) {
            return .success(try TimestampReply(bytes: changed.reply).answer(to: request).info)
        } catch {
            return .failure(error)
        }
    }

    private func error(_ change: (inout TimestampSample) -> Void) -> TimestampError? {
        if case .failure(let error) = outcome(change) { error } else { nil }
    }

    private func isMalformed(_ change: (inout TimestampSample) -> Void) -> Bool {
        if case .malformed = error(change) { true } else { false }
    }

    @Test func `the reply put together by hand is accepted`() throws {
        let info = try outcome { _ in }.get()
        #expect(info.policy == "2.999.3")
        #expect(info.serial == [5])
        #expect(info.time == Timestamp("2026-03-01T09:00:00Z"))
    }

    @Test func `parts that may be there are passed over`() throws {
        let changes: [(inout TimestampSample) -> Void] = [
            { $0.algorithm = TimestampSample.sha256 },
            { $0.accuracy = [0x30, 3, 2, 1, 1] },
            { $0.accuracy = [0x30, 0] },
            { $0.ordering = [1, 1, 0xff] },
            { $0.rest = [0xa0, 2, 0x82, 0] },
            { $0.rest = [0xa1, 0] },
            { $0.rest = [0xa0, 0, 0xa1, 0] },
            { $0.certificates = [0xa0, 0] },
            { $0.certificates = [0xa0, 2, 5, 0, 0xa1, 0] },
            { $0.certificates = [0xa1, 4, 0x31, 2, 4, 0] },
            { $0.certificates = TimestampSample.nested(0xa0, depth: 40) },
            {
                let long = TimestampSample.der(0x04, [UInt8](repeating: 9, count: 60_000))
                $0.certificates = TimestampSample.der(0xa0, long)
            },
            { $0.status = [0x30, 5, 2, 1, 0, 0x30, 0] },
            { $0.status = [0x30, 9, 2, 1, 0, 0x30, 4, 0x0c, 2, 0x4f, 0x4b] },
        ]
        for (place, change) in changes.enumerated() {
            #expect(error(change) == nil, "change \(place)")
        }
    }

    @Test func `a part that is not in its form makes the reply malformed`() {
        let changes: [(inout TimestampSample) -> Void] = [
            { $0.version = [] },
            { $0.version = [0x02, 0] },
            { $0.version = [0x02, 2, 0, 1] },
            { $0.version = [0x02, 2, 1, 0] },
            { $0.version = [0x02, 1, 0xff] },
            { $0.policy = [0x06, 0] },
            { $0.policy = [0x06, 2, 0x2a, 0x86] },
            { $0.policy = [0x06, 3, 0x2a, 0x80, 1] },
            { $0.policy = [0x06, 11, 0x2a] + [UInt8](repeating: 0xff, count: 9) + [1] },
            // An arc of 2^63, and 65 arcs.
            { $0.policy = [0x06, 11, 0x2a, 0x81] + [UInt8](repeating: 0x80, count: 8) + [0] },
            { $0.policy = TimestampSample.der(0x06, [UInt8](repeating: 1, count: 65)) },
            { $0.algorithm = TimestampSample.sha256 + TimestampSample.null + [0x05, 0] },
            { $0.algorithm = TimestampSample.sha256 + [0x04, 0] },
            { $0.algorithm = TimestampSample.sha256 + [0x05, 1, 0] },
            { $0.serial = [] },
            { $0.serial = [0x02, 0] },
            { $0.serial = [0x02, 1, 0x80] },
            { $0.serial = [0x02, 2, 0, 0x7f] },
            { $0.serial = TimestampSample.der(0x02, [UInt8](repeating: 1, count: 21)) },
            { $0.serial = TimestampSample.der(0x02, [0] + [UInt8](repeating: 0xff, count: 21)) },
            { $0.nonce = [0x02, 9, 0x80, 0, 0, 0, 0, 0, 0, 0, 7] },
            { $0.accuracy = [0x10, 0] },
            { $0.ordering = [1, 0] },
            { $0.ordering = [1, 1, 1] },
            { $0.ordering = [0x21, 0] },
            { $0.rest = [0x80, 0] },
            { $0.rest = [0xa1, 0, 0xa0, 0] },
            { $0.rest = [0xa2, 0] },
            { $0.rest = [0x05, 0] },
            { $0.rest = [0] },
            { $0.certificates = [0xa1, 0, 0xa0, 0] },
            { $0.certificates = [0x31, 0] },
            { $0.certificates = [0xa0] },
            { $0.certificates = [0x80, 0] },
            { $0.certificates = [0xa0, 1, 0] },
            { $0.certificates = [0xa0, 2, 0, 0] },
            { $0.certificates = [0xa0, 4, 0x30, 0x80, 0, 0] },
            { $0.certificates = [0xa0, 4, 4, 0x81, 1, 9] },
            { $0.certificates = TimestampSample.nested(0xa0, depth: 50) },
            { $0.status = [0x30, 0] },
            { $0.status = [0x30, 4, 2, 2, 0, 0] },
            { $0.status = [0x30, 5, 2, 1, 0, 0x0c, 0] },
            { $0.status = [] },
        ]
        for (place, change) in changes.enumerated() {
            #expect(isMalformed(change), "change \(place): \(String(describing: error(change)))")
        }
    }

    @Test func `the part that is malformed is named`() {
        #expect(error { $0.status = [] } == .malformed(.reply))
        #expect(error { $0.certificates = [0x31, 0] } == .malformed(.token))
        #expect(error { $0.serial = [] } == .malformed(.info))
    }

    @Test func `a number of 20 bytes is read whole`() throws {
        let serial = [UInt8](repeating: 0xff, count: 20)
        let info = try outcome { $0.serial = TimestampSample.der(0x02, [0] + serial) }.get()
        #expect(info.serial == serial)
        let zero = try outcome { $0.serial = [0x02, 1, 0] }.get()
        #expect(zero.serial == [0])
    }

    @Test func `object identifiers are written in dotted decimal`() throws {
        let table: [([UInt8], String)] = [
            ([0x00], "0.0"), ([0x27], "0.39"), ([0x28], "1.0"), ([0x4f], "1.39"),
            ([0x50], "2.0"), ([0x81, 0x34], "2.100"), ([0x2a, 0x86, 0x48, 0], "1.2.840.0"),
            ([0x77], "2.39"), ([0x78], "2.40"), ([0x88, 0x37, 1], "2.999.1"),
            ([0x2a] + [UInt8](repeating: 0xff, count: 8) + [0x7f], "1.2.9223372036854775807"),
            ([UInt8](repeating: 0xff, count: 8) + [0x7f], "2.9223372036854775727"),
            ([UInt8](repeating: 1, count: 64), "0" + String(repeating: ".1", count: 64)),
        ]
        for (content, text) in table {
            let info = try outcome { $0.policy = TimestampSample.der(0x06, content) }.get()
            #expect(info.policy == text)
        }
    }

    @Test func `a time is read with its decimals`() throws {
        let table = [
            ("20260301090000Z", "2026-03-01T09:00:00.000Z"),
            ("20260301090000.5Z", "2026-03-01T09:00:00.500Z"),
            ("20260301090000.05Z", "2026-03-01T09:00:00.050Z"),
            ("20260301090000.0009Z", "2026-03-01T09:00:00.000Z"),
            ("20240229235959.999999999Z", "2024-02-29T23:59:59.999Z"),
            ("19691231235959.25Z", "1969-12-31T23:59:59.250Z"),
            ("99991231235959Z", "9999-12-31T23:59:59.000Z"),
        ]
        for (written, text) in table {
            let info = try outcome { $0.time = Array(written.utf8) }.get()
            #expect(info.time.text == text)
            #expect(info.timeText == written)
        }
    }

    @Test func `a time that does not exist or is written otherwise is refused`() {
        let times = [
            "", "Z", "20260301090000", "202603010900Z", "2026030109Z", "20260301090000.Z",
            "20260301090000.50Z", "20260301090000.0Z", "20260301090000,5Z", "20260301090000.5",
            "20260301090000+0000", "20260301090000z", "20260301090000ZZ", "20260301090000Z\0",
            "20260301090000 Z", "20260301090000.-5Z", "20260229090000Z", "20261301090000Z",
            "20260001090000Z", "20260300090000Z", "20260431090000Z", "00000301090000Z",
            "20260301240000Z", "20260301096000Z", "20260301090060Z", "20161231235960Z",
            "20161231235961.5Z", "+0260301090000Z",
            "2026 301090000Z", "٢٠٢٦٠٣٠١Z", "260301090000Z",
            "20260301090000.1234567890123456789Z",
        ]
        for time in times {
            #expect(error { $0.time = Array(time.utf8) } == .malformedTime, "\(time)")
        }
    }

    @Test func `what the token is about is checked`() {
        let sha1: [UInt8] = [0x06, 5, 0x2b, 0x0e, 3, 2, 0x1a]
        #expect(error { $0.algorithm = sha1 + TimestampSample.null } == .otherAlgorithm)
        #expect(error { $0.imprint.removeLast() } == .otherAlgorithm)
        #expect(error { $0.imprint.append(0) } == .otherAlgorithm)
        #expect(error { $0.imprint[31] ^= 1 } == .otherMessage)
        #expect(error { $0.version = [0x02, 1, 2] } == .unknownVersion(2))
        #expect(error { $0.nonce = [] } == .nonceMissing)
        #expect(error { $0.nonce[10] ^= 1 } == .otherNonce)
        #expect(error { $0.nonce = [0x02, 1, 7] } == .otherNonce)
        #expect(error { $0.contentType[12] = 5 } == .notATimestamp)
        #expect(error { $0.signedType[10] = 1 } == .notSigned)
    }

    @Test func `status, reasons and token must fit together`() {
        let token = sample.token
        func error(status: [UInt8], token: [UInt8] = []) -> TimestampError? {
            let bytes = TimestampSample.der(0x30, TimestampSample.der(0x30, status) + token)
            do throws(TimestampError) {
                _ = try TimestampReply(bytes: bytes).answer(to: request)
                return nil
            } catch {
                return error
            }
        }
        func refused(
            _ kind: TimestampRefusal.Kind,
            _ reasons: [TimestampRefusal.Reason] = []
        ) -> TimestampError { .refused(TimestampRefusal(kind: kind, reasons: reasons)) }

        #expect(error(status: [2, 1, 0], token: token) == nil)
        #expect(error(status: [2, 1, 1], token: token) == nil)
        #expect(error(status: [2, 1, 0]) == .contradictory)
        #expect(error(status: [2, 1, 1]) == .contradictory)
        #expect(error(status: [2, 1, 2], token: token) == .contradictory)
        #expect(error(status: [2, 1, 0, 3, 2, 5, 0x20], token: token) == .contradictory)
        #expect(error(status: [2, 1, 2]) == refused(.rejection))
        #expect(error(status: [2, 1, 3]) == refused(.waiting))
        #expect(error(status: [2, 1, 4]) == refused(.revocationWarning))
        #expect(error(status: [2, 1, 5]) == refused(.revocationNotification))
        #expect(error(status: [2, 1, 6]) == .unknownStatus(6))
        #expect(error(status: [2, 1, 6], token: token) == .unknownStatus(6))
        #expect(
            error(status: [2, 1, 2, 3, 2, 5, 0xa0])
                == refused(.rejection, [.badAlgorithm, .badRequest])
        )
        let all: [UInt8] = [2, 1, 2, 3, 5, 6, 0xa4, 0x03, 0xc0, 0x40]
        let reasons: [TimestampRefusal.Reason] = [
            .badAlgorithm, .badRequest, .badDataFormat, .timeNotAvailable, .unacceptedPolicy,
            .unacceptedExtension, .additionalInformationNotAvailable, .systemFailure,
        ]
        #expect(error(status: all) == refused(.rejection, reasons))
        #expect(error(status: [2, 1, 2, 3, 2, 6, 0x40]) == .unknownReason(bit: 1))
        #expect(error(status: [2, 1, 2, 3, 6, 0, 0, 0, 0, 0, 0x80]) == .unknownReason(bit: 32))
        #expect(error(status: [2, 1, 2, 3, 1, 0]) == refused(.rejection))
        for reason in [[3, 0], [3, 1, 1], [3, 2, 8, 0x80], [3, 2, 6, 0x21]] as [[UInt8]] {
            #expect(error(status: [2, 1, 2] + reason) == .malformedReason, "\(reason)")
        }
    }

    @Test func `a length in any but its shortest form is refused`() throws {
        let whole = sample.reply
        let content = Array(whole.dropFirst(3))
        let count = UInt8(content.count)
        #expect(Array(whole.prefix(3)) == [0x30, 0x81, count])
        let heads: [[UInt8]] = [
            [0x30, 0x80], [0x30, 0xff], [0x30, count], [0x30, 0x82, 0, count],
            [0x30, 0x83, 0, 0, count], [0x30, 0x84, 0, 0, 0, count],
            [0x30, 0x88] + [UInt8](repeating: 0xff, count: 8),
            [0x30, 0x81, count + 1], [0x30, 0x81, count - 1],
            [0x31, 0x81, count], [0x3f, 0x81, count], [0x10, 0x81, count],
        ]
        for head in heads {
            #expect(throws: TimestampError.self, "\(head)") {
                try TimestampReply(bytes: head + content)
            }
        }
        let refusal: [UInt8] = [0x30, 3, 2, 1, 2]
        let short = try TimestampReply(bytes: [0x30, 5] + refusal)
        #expect(short.outcome == .refused(TimestampRefusal(kind: .rejection, reasons: [])))
        #expect(throws: TimestampError.malformed(.reply)) {
            try TimestampReply(bytes: [0x30, 0x81, 5] + refusal)
        }
        // The indefinite form of BER, with its end.
        #expect(throws: TimestampError.malformed(.reply)) {
            try TimestampReply(bytes: [0x30, 0x80] + refusal + [0, 0])
        }
    }
}
