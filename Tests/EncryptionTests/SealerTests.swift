import Encryption
import Testing

/// Sealed records: known answers first, then every way they may be handled wrongly.
struct SealerTests {
    let sealer = Sealer(Vectors.secrets)
    let context = Vectors.context

    @Test func `the associated data has the documented bytes`() {
        #expect(context.authenticatedData(keyVersion: 1) == Vectors.sealData)
    }

    @Test func `an envelope made by Python opens`() throws {
        #expect(try sealer.open(Vectors.envelope, context) == Vectors.plaintext)
        #expect(try sealer.open(Vectors.emptyEnvelope, context) == [])
        let zeros60 = [UInt8](repeating: 0, count: 60)
        #expect(try sealer.open(Vectors.envelope60, context) == zeros60)
        #expect(try sealer.open(Vectors.envelope61, context) == zeros60 + [0])
    }

    @Test(arguments: [0, 1, 59, 60, 61, 123, 124, 125, 300, 5000])
    func `what was sealed opens`(count: Int) throws {
        let plaintext = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
        let envelope = sealer.seal(plaintext, context)
        #expect(try sealer.open(envelope, context) == plaintext)
        #expect(try Envelope(reading: envelope).keyVersion == 1)
    }

    /// Header 6, nonce 12, tag 16, and a multiple of 64 in between.
    @Test(arguments: [(0, 98), (60, 98), (61, 162), (124, 162), (125, 226), (300, 354)])
    func `the size tells only the bucket`(count: Int, expected: Int) {
        #expect(sealer.seal([UInt8](repeating: 9, count: count), context).count == expected)
    }

    @Test func `a hundred thousand seals use as many nonces`() {
        var nonces: Set<[UInt8]> = []
        let seals = 100_000
        for _ in 0..<seals {
            nonces.insert([UInt8](sealer.seal([], context)[6..<18]))
        }
        #expect(nonces.count == seals)
    }

    @Test func `no flipped bit goes unnoticed`() {
        for index in Vectors.envelope.indices {
            for bit in 0..<8 {
                var flipped = Vectors.envelope
                flipped[index] ^= 1 << bit
                let error = #expect(throws: OpenError.self, "byte \(index), bit \(bit)") {
                    try sealer.open(flipped, context)
                }
                #expect(error == expectedError(byte: index, of: flipped))
            }
        }
    }

    private func expectedError(byte index: Int, of envelope: [UInt8]) -> OpenError {
        switch index {
        case 0: .unknownVersion(envelope[0])
        case 1: .unknownAlgorithm(envelope[1])
        case 2..<6:
            .wrongKeyVersion(
                found: envelope[2..<6].reduce(0) { $0 << 8 | UInt32($1) },
                wanted: 1
            )
        default: .notAuthentic
        }
    }

    @Test func `no shortened envelope opens`() {
        for count in Vectors.envelope.indices {
            #expect(throws: OpenError.truncated, "\(count) bytes") {
                try sealer.open([UInt8](Vectors.envelope.prefix(count)), context)
            }
        }
        for count in 99..<Vectors.envelope61.count {
            #expect(throws: OpenError.notAuthentic, "\(count) bytes") {
                try sealer.open([UInt8](Vectors.envelope61.prefix(count)), context)
            }
        }
    }

    @Test func `an appended byte is noticed`() {
        #expect(throws: OpenError.notAuthentic) {
            try sealer.open(Vectors.envelope + [0], context)
        }
    }

    @Test func `two rows whose envelopes are exchanged do not open`() {
        let first = SealContext(purpose: "session", table: "sessions", row: [1], rowVersion: 7)
        let second = SealContext(purpose: "session", table: "sessions", row: [2], rowVersion: 7)
        let sealedFirst = sealer.seal([1], first)
        let sealedSecond = sealer.seal([2], second)
        #expect(throws: OpenError.notAuthentic) { try sealer.open(sealedSecond, first) }
        #expect(throws: OpenError.notAuthentic) { try sealer.open(sealedFirst, second) }
    }

    /// The last three move bytes between fields, which only the lengths tell apart.
    @Test(arguments: [
        SealContext(purpose: "outbox", table: "sessions", row: [1, 2], rowVersion: 7),
        SealContext(purpose: "session", table: "outbox", row: [1, 2], rowVersion: 7),
        SealContext(purpose: "session", table: "sessions", row: [1, 3], rowVersion: 7),
        SealContext(purpose: "session", table: "sessions", row: [1, 2], rowVersion: 6),
        SealContext(purpose: "session", table: "sessions", row: [1, 2], rowVersion: 8),
        SealContext(purpose: "sessions", table: "essions", row: [1, 2], rowVersion: 7),
        SealContext(purpose: "session", table: "sessions\u{1}", row: [2], rowVersion: 7),
        SealContext(purpose: "session", table: "sessions", row: [1], rowVersion: 7),
    ])
    func `an envelope opens nowhere else`(other: SealContext) {
        #expect(throws: OpenError.notAuthentic) { try sealer.open(Vectors.envelope, other) }
    }

    @Test func `another contact's key does not open`() {
        let stranger = Sealer(ContactSecrets.generate())
        #expect(throws: OpenError.notAuthentic) { try stranger.open(Vectors.envelope, context) }
    }

    @Test func `a replaced data key names the version it wants`() {
        let next = Sealer(Vectors.secrets.replacingDataKey())
        #expect(throws: OpenError.wrongKeyVersion(found: 1, wanted: 2)) {
            try next.open(Vectors.envelope, context)
        }
    }

    @Test(arguments: [
        Vectors.nonzeroPadding, Vectors.lengthBeyondPadding, Vectors.emptyBucket,
        Vectors.brokenBucket,
    ])
    func `an authentic envelope with other padding is refused`(envelope: [UInt8]) {
        #expect(throws: OpenError.notPadded) { try sealer.open(envelope, context) }
    }
}
