import Clocks
import Encryption
import Testing
import TransparencyLog

/// Time stamps of checkpoints: what is asked, what is read back, and which checkpoint it is of.
struct TimestampCheckpointTests {
    private let reply = TimestampSample.bytes(TimestampVectors.granted)

    /// A checkpoint of the text that the authority of the vectors has stamped.
    private func stamped(_ text: [UInt8] = TimestampVectors.message) throws -> SignedCheckpoint {
        let checkpoint = try Checkpoint(noteText: String(decoding: text, as: UTF8.self))
        let signer = try NoteSigner(name: checkpoint.origin, key: NoteVectors.key(1))
        return try SignedCheckpoint(checkpoint: checkpoint, signedBy: [signer])
    }

    @Test func `a request about a checkpoint is about the text that is signed`() throws {
        let request = try stamped().timestampRequest(nonce: TimestampVectors.nonce)
        #expect(request.bytes == TimestampSample.bytes(TimestampVectors.request))
        #expect(try stamped().imprint == request.imprint)
    }

    @Test func `a request is read back as it was written`() throws {
        for nonce in [0, 1, 1 << 62, 1 << 63, .max] as [UInt64] {
            let request = TimestampRequest(of: [UInt8(nonce >> 56)], nonce: nonce)
            #expect(TimestampRequest(bytes: request.bytes) == request)
        }
    }

    @Test func `what is no request of ours is not read as one`() throws {
        let bytes = TimestampSample.bytes(TimestampVectors.request)
        let free = Set(24..<56).union(59..<67)
        for place in bytes.indices {
            var other = bytes
            other[place] ^= 1
            let read = TimestampRequest(bytes: other)
            #expect((read != nil) == free.contains(place), "byte \(place)")
            #expect(read == nil || read?.bytes == other)
        }
        // A nonce without its highest bit would be written shorter.
        var short = bytes
        short[59] &= 0x7f
        #expect(TimestampRequest(bytes: short) == nil)
        #expect(TimestampRequest(bytes: Array(bytes.dropLast())) == nil)
        #expect(TimestampRequest(bytes: bytes + [0]) == nil)
        #expect(TimestampRequest(bytes: []) == nil)
    }

    @Test func `a token is read bare, and out of its reply`() throws {
        let bare = Array(reply.dropFirst(9))
        let token = try TimestampToken(bytes: bare)
        #expect(try TimestampToken(replyOrToken: bare) == token)
        #expect(try TimestampToken(replyOrToken: reply) == token)
    }

    @Test func `what holds no token is refused with its reason`() throws {
        let refusal = TimestampRefusal(kind: .rejection, reasons: [.badAlgorithm])
        #expect(throws: TimestampError.refused(refusal)) {
            try TimestampToken(
                replyOrToken: TimestampSample.bytes(TimestampVectors.rejectedAlgorithm)
            )
        }
        for bytes in [[], [0], Array("no time stamp".utf8)] as [[UInt8]] {
            #expect(throws: TimestampError.malformed(.reply)) {
                try TimestampToken(replyOrToken: bytes)
            }
        }
        let long = [UInt8](repeating: 0x30, count: TimestampReply.longestByteCount + 1)
        #expect(throws: TimestampError.tooLong) { try TimestampToken(replyOrToken: long) }
    }

    @Test func `a token is of the one checkpoint it was made for, however it is cosigned`() throws {
        let token = try TimestampToken(replyOrToken: reply)
        let checkpoint = try stamped()
        #expect(token.isOf(checkpoint))
        let witness = try Cosigner(name: "witness.example/w1", key: NoteVectors.key(2))
        let seenAt = Timestamp(milliseconds: 1_772_355_600_000)
        let cosigned = try checkpoint.adding(
            witness.cosignature(of: checkpoint.note.text, at: seenAt)
        )
        #expect(cosigned != checkpoint)
        #expect(token.isOf(cosigned))
        var longer = TimestampVectors.message
        longer += Array("an extension line\n".utf8)
        #expect(try !token.isOf(stamped(longer)))
    }

    @Test func `a token of another version is of no checkpoint`() throws {
        let checkpoint = try stamped()
        var sample = TimestampSample()
        sample.imprint = checkpoint.imprint
        #expect(try TimestampToken(bytes: sample.token).isOf(checkpoint))
        sample.version = [0x02, 1, 2]
        #expect(try !TimestampToken(bytes: sample.token).isOf(checkpoint))
    }
}
