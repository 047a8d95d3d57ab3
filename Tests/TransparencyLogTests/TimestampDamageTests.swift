import Testing
import TransparencyLog

/// No damage to a reply stops the program or passes unseen.
struct TimestampDamageTests {
    private let granted = TimestampSample.bytes(TimestampVectors.granted)
    private let request = TimestampRequest(
        of: TimestampVectors.message,
        nonce: TimestampVectors.nonce
    )

    @Test func `a reply cut at any byte is refused`() {
        for vector in [TimestampVectors.granted, TimestampVectors.rejectedAlgorithm] {
            let bytes = TimestampSample.bytes(vector)
            for count in 0..<bytes.count {
                #expect(throws: TimestampError.self, "\(count)") {
                    try TimestampReply(bytes: Array(bytes.prefix(count)))
                }
            }
        }
    }

    @Test func `bytes after a reply are refused`() throws {
        #expect(throws: TimestampError.malformed(.reply)) {
            try TimestampReply(bytes: granted + [0])
        }
        let token = try TimestampReply(bytes: granted).answer(to: request)
        #expect(throws: TimestampError.malformed(.token)) {
            try TimestampToken(bytes: token.bytes + [0])
        }
    }

    @Test func `a reply with any bit flipped is refused, or is another reply to our request`()
        throws
    {
        let original = try TimestampReply(bytes: granted)
        let info = try original.answer(to: request).info
        // The signed content; what comes after it, certificates and signature, is not read here.
        let content = 74..<243
        var accepted = 0
        for bit in 0..<granted.count * 8 {
            var damaged = granted
            damaged[bit / 8] ^= 0x80 >> UInt8(bit % 8)
            guard let reply = try? TimestampReply(bytes: damaged),
                let token = try? reply.answer(to: request)
            else { continue }
            accepted += 1
            #expect(reply != original, "\(bit)")
            #expect(token.info.imprint == request.imprint, "\(bit)")
            #expect(token.info == info || content.contains(bit / 8), "\(bit)")
        }
        // Most of a reply is what only the verification of the signature would see.
        #expect(accepted > granted.count * 4)
    }

    @Test func `a refusal with any bit flipped is never a grant`() {
        let bytes = TimestampSample.bytes(TimestampVectors.rejectedPolicy)
        for bit in 0..<bytes.count * 8 {
            var damaged = bytes
            damaged[bit / 8] ^= 0x80 >> UInt8(bit % 8)
            guard let reply = try? TimestampReply(bytes: damaged) else { continue }
            guard case .refused = reply.outcome else {
                Issue.record("bit \(bit) makes a grant of a refusal")
                return
            }
        }
    }

    @Test func `bytes by chance are refused`() {
        var dice = TileDice(seed: 6)
        for _ in 0..<3000 {
            let count = Int.random(in: 0...200, using: &dice)
            var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &dice) }
            #expect(throws: TimestampError.self) { try TimestampReply(bytes: bytes) }
            // The same behind the start of a real reply, so that more than the first tag is read.
            let kept = Int.random(in: 9...243, using: &dice)
            bytes = granted.prefix(kept) + bytes
            bytes += [UInt8](repeating: 0, count: max(0, granted.count - bytes.count))
            let reply = try? TimestampReply(bytes: Array(bytes.prefix(granted.count)))
            #expect(reply == nil, "\(kept)")
        }
    }

    @Test func `a reply longer than any is refused unread`() {
        let limit = TimestampReply.longestByteCount
        let long = [UInt8](repeating: 0x30, count: limit + 1)
        #expect(throws: TimestampError.tooLong) { try TimestampReply(bytes: long) }
        #expect(throws: TimestampError.tooLong) { try TimestampToken(bytes: long) }
        // One that is as long as any may be is read, and found to be none.
        #expect(throws: TimestampError.malformed(.reply)) {
            try TimestampReply(bytes: Array(long.prefix(limit)))
        }
    }

    @Test func `a reply as long as any may be is accepted, and not one byte more`() throws {
        let limit = TimestampReply.longestByteCount
        var sample = TimestampSample()
        sample.imprint = request.imprint
        func fill(_ count: Int) -> [UInt8] {
            let certificate = TimestampSample.der(0x04, [UInt8](repeating: 9, count: count))
            sample.certificates = TimestampSample.der(0xa0, certificate)
            return sample.reply
        }
        let around = fill(65_000).count - 65_000
        let longest = fill(limit - around)
        #expect(longest.count == limit)
        let reply = try TimestampReply(bytes: longest)
        guard case .granted = reply.outcome else {
            Issue.record("the reply is granted")
            return
        }
        let longer = fill(limit - around + 1)
        #expect(longer.count == limit + 1)
        #expect(throws: TimestampError.tooLong) { try TimestampReply(bytes: longer) }
    }

    @Test func `elements that nest without end are refused`() {
        // As deep as fits: four bytes for each but the innermost.
        let nested = TimestampSample.nested(0x30, depth: 16_000)
        #expect(nested.count > 60_000 && nested.count <= TimestampReply.longestByteCount)
        #expect(throws: TimestampError.malformed(.reply)) { try TimestampReply(bytes: nested) }
        #expect(throws: TimestampError.malformed(.token)) { try TimestampToken(bytes: nested) }
    }
}
