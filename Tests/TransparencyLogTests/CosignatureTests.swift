import Clocks
import Encryption
import Testing
import TransparencyLog

/// Cosignatures: who saw a checkpoint and when (C2SP tlog-cosignature, Ed25519 v1).
struct CosignatureTests {
    static let time = Timestamp(milliseconds: CheckpointVectors.cosignedAtSecond * 1000)

    private func cosigned() throws -> SignedCheckpoint {
        try SignedCheckpoint(bytes: NoteVectors.bytes(CheckpointVectors.cosigned))
    }

    /// A checkpoint with one signature of the witness's name and ID, made as the test says.
    private func checkpoint(
        signedAs bytes: [UInt8]
    ) throws -> (SignedCheckpoint, [NoteKey]) {
        let key = try CheckpointVectors.cosigner().verifierKey
        let signature = try NoteSignature(name: key.name, keyID: key.id, bytes: bytes)
        let plain = try SignedCheckpoint(bytes: NoteVectors.bytes(CheckpointVectors.signed))
        return (try plain.adding(signature), [key])
    }

    private static let refusal = CheckpointError.note(
        .invalidSignature(name: "witness.example/w1", id: 0x04d2_d833)
    )

    @Test func `a cosignature of another program verifies, with its time`() throws {
        let keys = try CheckpointVectors.keys()
        let seen = try cosigned().cosignatures(by: keys)
        #expect(seen == [CosignatureSeen(key: keys[1], time: Self.time)])
        #expect(seen.first?.time.text == "2023-03-20T12:25:47.000Z")
    }

    @Test func `what is cosigned is what another program cosigns`() throws {
        let plain = try SignedCheckpoint(bytes: NoteVectors.bytes(CheckpointVectors.signed))
        let cosigner = try CheckpointVectors.cosigner()
        #expect(cosigner.verifierKey.text == CheckpointVectors.witnessKey)
        let late = Timestamp(milliseconds: Self.time.milliseconds + 999)
        for time in [Self.time, late] {
            let signature = cosigner.cosignature(of: plain.note.text, at: time)
            #expect(signature.bytes.count == 72)
            let bytes = try plain.adding(signature).bytes
            #expect(bytes == NoteVectors.bytes(CheckpointVectors.cosigned))
        }
    }

    @Test func `keys that did not cosign, and the log's, are passed over`() throws {
        let checkpoint = try cosigned()
        let keys = try CheckpointVectors.keys()
        #expect(try checkpoint.cosignatures(by: []).isEmpty)
        #expect(try checkpoint.cosignatures(by: [keys[0]]).isEmpty)
        let other = try Cosigner(name: "witness.example/w2", key: NoteVectors.key(5))
        let seen = try checkpoint.cosignatures(by: [other.verifierKey, keys[1]])
        #expect(seen.map(\.key) == [keys[1]])
    }

    @Test func `a cosignature does not make up for a wrong signature of the log`() throws {
        let keys = try CheckpointVectors.keys()
        let wrong = try NoteSignature(name: keys[0].name, keyID: keys[0].id, bytes: [1])
        let checkpoint = try cosigned().adding(wrong)
        #expect(try checkpoint.cosignatures(by: [keys[1]]).count == 1)
        let error = CheckpointError.note(
            .invalidSignature(name: keys[0].name, id: keys[0].id)
        )
        #expect(throws: error) { try checkpoint.cosignatures(by: keys) }
        #expect(throws: error) { try checkpoint.verified(by: keys) }
    }

    @Test func `cosignatures come in the order of their lines, each cosigner once`() throws {
        var checkpoint = try cosigned()
        let cosigners = try (1...5 as ClosedRange<UInt8>).map {
            try Cosigner(name: "witness.example/\($0)", key: NoteVectors.key($0))
        }
        for (index, cosigner) in cosigners.enumerated() {
            let time = Timestamp(milliseconds: Int64(index) * 1000)
            checkpoint = try checkpoint.adding(
                cosigner.cosignature(of: checkpoint.note.text, at: time)
            )
        }
        let seen = try checkpoint.cosignatures(by: cosigners.reversed().map(\.verifierKey))
        #expect(seen.map(\.key.name) == (1...5).map { "witness.example/\($0)" })
        #expect(seen.map(\.time.milliseconds) == [0, 1000, 2000, 3000, 4000])
        // A second cosignature by the same witness takes the place of its first.
        let again = cosigners[0].cosignature(of: checkpoint.note.text, at: Self.time)
        let renewed = try checkpoint.adding(again).cosignatures(by: [cosigners[0].verifierKey])
        #expect(renewed.map(\.time) == [Self.time])
    }

    @Test func `a cosignature of another text, time or key is refused`() throws {
        let cosigner = try CheckpointVectors.cosigner()
        let good = cosigner.cosignature(of: CheckpointVectors.text, at: Self.time).bytes
        let otherText = cosigner.cosignature(of: CheckpointVectors.text + "x\n", at: Self.time)
        let otherKey = try Cosigner(name: CheckpointVectors.witness, key: NoteVectors.key(5))
        let forged = otherKey.cosignature(of: CheckpointVectors.text, at: Self.time)
        var otherTime = good
        otherTime[7] ^= 1
        for bytes in [otherText.bytes, forged.bytes, otherTime] {
            let (checkpoint, keys) = try checkpoint(signedAs: bytes)
            #expect(throws: Self.refusal) { try checkpoint.cosignatures(by: keys) }
        }
        let (checkpoint, keys) = try checkpoint(signedAs: good)
        #expect(try checkpoint.cosignatures(by: keys).count == 1)
    }

    @Test func `a cosignature of another length is refused`() throws {
        let cosigner = try CheckpointVectors.cosigner()
        let good = cosigner.cosignature(of: CheckpointVectors.text, at: Self.time).bytes
        for bytes in [[0], [UInt8](good.dropLast()), good + [0], [UInt8](good.dropFirst(8))] {
            let (checkpoint, keys) = try checkpoint(signedAs: bytes)
            #expect(throws: Self.refusal) { try checkpoint.cosignatures(by: keys) }
        }
    }

    @Test func `a plain signature by the witness's key is no cosignature, nor the reverse`() throws
    {
        let key = try NoteVectors.key(NoteVectors.secondSecret)
        let plain = key.signature(for: NoteVectors.bytes(CheckpointVectors.text))
        let (checkpoint, keys) = try checkpoint(signedAs: [UInt8](repeating: 0, count: 8) + plain)
        #expect(throws: Self.refusal) { try checkpoint.cosignatures(by: keys) }
        let signer = try NoteSigner(name: CheckpointVectors.witness, key: key)
        let cosigner = try CheckpointVectors.cosigner()
        #expect(signer.verifierKey.id != cosigner.verifierKey.id)
        let note = try SignedNote(
            text: CheckpointVectors.text,
            signatures: [cosigner.cosignature(of: CheckpointVectors.text, at: Self.time)]
        )
        #expect(throws: NoteError.unverified) { try note.signatures(by: [signer.verifierKey]) }
    }

    @Test func `times run from 1970 to 9999, and no further`() throws {
        let key = try NoteVectors.key(NoteVectors.secondSecret)
        let last: UInt64 = 253_402_300_799
        for second in [0, 1, last] {
            let (checkpoint, keys) = try checkpoint(signedAs: cosignature(at: second, by: key))
            let seen = try checkpoint.cosignatures(by: keys)
            #expect(seen.map(\.time.milliseconds) == [Int64(second) * 1000])
        }
        for second in [last + 1, UInt64(Int64.max), UInt64(Int64.max) + 1, .max] {
            let (checkpoint, keys) = try checkpoint(signedAs: cosignature(at: second, by: key))
            #expect(throws: Self.refusal) { try checkpoint.cosignatures(by: keys) }
        }
        let cosigner = try CheckpointVectors.cosigner()
        let latest = Timestamp(milliseconds: Int64(last) * 1000 + 999)
        let signature = cosigner.cosignature(of: CheckpointVectors.text, at: latest)
        #expect(signature.bytes == cosignature(at: last, by: key))
    }

    /// A cosignature put together by hand, as the specification says and with no check.
    private func cosignature(at second: UInt64, by key: SigningKey) -> [UInt8] {
        let message = "cosignature/v1\ntime \(second)\n" + CheckpointVectors.text
        let time = (0..<8).map { UInt8(truncatingIfNeeded: second >> UInt64(56 - 8 * $0)) }
        return time + key.signature(for: NoteVectors.bytes(message))
    }

    @Test func `a cosignature before 1970 is a defect`() async {
        await #expect(processExitsWith: .failure) {
            let cosigner = try Cosigner(name: "w", key: NoteVectors.key(1))
            _ = cosigner.cosignature(of: "a\n", at: Timestamp(milliseconds: -1))
        }
    }

    @Test func `a cosignature after the year 9999 is a defect`() async {
        await #expect(processExitsWith: .failure) {
            let cosigner = try Cosigner(name: "w", key: NoteVectors.key(1))
            _ = cosigner.cosignature(
                of: "a\n",
                at: Timestamp(milliseconds: 253_402_300_800_000)
            )
        }
    }
}
