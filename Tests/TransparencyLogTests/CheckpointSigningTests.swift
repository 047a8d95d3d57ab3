import Audit
import Encryption
import Testing
import TransparencyLog

/// Who signed a checkpoint, and that nothing else is believed.
struct CheckpointSigningTests {
    private func signed(_ text: String) throws -> SignedCheckpoint {
        try SignedCheckpoint(bytes: NoteVectors.bytes(text))
    }

    @Test func `a checkpoint of another program verifies`() throws {
        let signed = try signed(CheckpointVectors.cosigned)
        let keys = try CheckpointVectors.keys()
        #expect(try signed.verified(by: keys) == [keys[0]])
        #expect(try signed.verified(by: [keys[0]]) == [keys[0]])
        #expect(signed.checkpoint == (try CheckpointVectors.checkpoint()))
        #expect(signed.bytes == NoteVectors.bytes(CheckpointVectors.cosigned))
        #expect(signed.note.text == CheckpointVectors.text)
    }

    @Test func `what is signed is what another program signs`() throws {
        let checkpoint = try CheckpointVectors.checkpoint()
        let signer = try CheckpointVectors.logSigner()
        #expect(signer.verifierKey.text == CheckpointVectors.logKey)
        let signed = try SignedCheckpoint(checkpoint: checkpoint, signedBy: [signer])
        #expect(signed.bytes == NoteVectors.bytes(CheckpointVectors.signed))
        #expect(try SignedCheckpoint(bytes: signed.bytes) == signed)
    }

    @Test func `the log itself has to have signed`() throws {
        let signed = try signed(CheckpointVectors.cosigned)
        let keys = try CheckpointVectors.keys()
        let refusal = CheckpointError.notSignedByLog(origin: "example.com/audit")
        #expect(throws: refusal) { try signed.verified(by: []) }
        #expect(throws: refusal) { try signed.verified(by: [keys[1]]) }
        let stranger = try NoteKey(text: NoteVectors.fooKey)
        #expect(throws: refusal) { try signed.verified(by: [stranger]) }
        // The same name with another key.
        let other = try NoteKey(
            name: CheckpointVectors.origin,
            algorithm: .ed25519,
            publicKey: NoteVectors.key(9).publicKey
        )
        #expect(throws: refusal) { try signed.verified(by: [other]) }
    }

    @Test func `a good signature under another name than the origin is not the log's`() throws {
        let checkpoint = try CheckpointVectors.checkpoint()
        let other = try NoteSigner(name: "example.com/other", key: NoteVectors.key(3))
        let note = try SignedNote(
            text: checkpoint.noteText,
            signatures: [other.signature(of: checkpoint.noteText)]
        )
        let signed = try SignedCheckpoint(bytes: note.bytes)
        #expect(try note.signatures(by: [other.verifierKey]) == [other.verifierKey])
        #expect(throws: CheckpointError.notSignedByLog(origin: "example.com/audit")) {
            try signed.verified(by: [other.verifierKey])
        }
    }

    @Test func `a cosignature under the log's own name is not the log's signature`() throws {
        let checkpoint = try CheckpointVectors.checkpoint()
        let cosigner = try Cosigner(name: CheckpointVectors.origin, key: NoteVectors.key(3))
        let time = CosignatureTests.time
        let note = try SignedNote(
            text: checkpoint.noteText,
            signatures: [cosigner.cosignature(of: checkpoint.noteText, at: time)]
        )
        let signed = try SignedCheckpoint(bytes: note.bytes)
        #expect(throws: CheckpointError.notSignedByLog(origin: "example.com/audit")) {
            try signed.verified(by: [cosigner.verifierKey])
        }
        #expect(try signed.cosignatures(by: [cosigner.verifierKey]).count == 1)
    }

    @Test func `a signer has to have the log's name, and there has to be one`() throws {
        let checkpoint = try CheckpointVectors.checkpoint()
        let other = try NoteSigner(name: "example.com/other", key: NoteVectors.key(3))
        let error = CheckpointError.signerIsNotOrigin(
            name: "example.com/other",
            origin: "example.com/audit"
        )
        #expect(throws: error) {
            try SignedCheckpoint(
                checkpoint: checkpoint,
                signedBy: [try CheckpointVectors.logSigner(), other]
            )
        }
        #expect(throws: CheckpointError.note(.noSignatures)) {
            try SignedCheckpoint(checkpoint: checkpoint, signedBy: [])
        }
    }

    @Test func `two keys of one log sign while it goes over to the new one`() throws {
        let checkpoint = try CheckpointVectors.checkpoint()
        let old = try CheckpointVectors.logSigner()
        let new = try NoteSigner(name: CheckpointVectors.origin, key: NoteVectors.key(4))
        let signed = try SignedCheckpoint(checkpoint: checkpoint, signedBy: [old, new])
        let both = [old.verifierKey, new.verifierKey]
        #expect(try signed.verified(by: [both[0]]) == [both[0]])
        #expect(try signed.verified(by: [both[1]]) == [both[1]])
        #expect(try signed.verified(by: both) == both)
    }

    @Test func `signatures of unknown kinds and keys are passed over`() throws {
        let signed = try signed(CheckpointVectors.signed)
        let keys = try CheckpointVectors.keys()
        // An ML-DSA-44 cosignature has a time and 2,420 bytes; one byte is as unknown.
        let unknown = [
            try NoteSignature(name: "w", keyID: 6, bytes: [UInt8](repeating: 6, count: 2428)),
            try NoteSignature(name: "w", keyID: 7, bytes: [0]),
            try NoteSignature(name: CheckpointVectors.origin, keyID: 8, bytes: [1]),
            try NoteSignature(name: "w", keyID: keys[0].id, bytes: [1]),
        ]
        var crowded = signed
        for signature in unknown {
            crowded = try crowded.adding(signature)
        }
        let read = try SignedCheckpoint(bytes: crowded.bytes)
        #expect(read.note.signatures.count == 5)
        #expect(try read.verified(by: keys) == [keys[0]])
        #expect(try read.cosignatures(by: keys).isEmpty)
    }

    @Test func `no flipped bit of a signed checkpoint goes unnoticed`() throws {
        let key = try NoteKey(text: CheckpointVectors.logKey)
        let bytes = NoteVectors.bytes(CheckpointVectors.signed)
        #expect(throws: Never.self) { try SignedCheckpoint(bytes: bytes).verified(by: [key]) }
        for index in bytes.indices {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[index] ^= 1 << bit
                #expect(throws: CheckpointError.self, "byte \(index), bit \(bit)") {
                    try SignedCheckpoint(bytes: flipped).verified(by: [key])
                }
            }
        }
    }

    @Test func `no flipped bit of a cosigned checkpoint leaves both signatures`() throws {
        let keys = try CheckpointVectors.keys()
        let bytes = NoteVectors.bytes(CheckpointVectors.cosigned)
        for index in bytes.indices {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[index] ^= 1 << bit
                guard let signed = try? SignedCheckpoint(bytes: flipped),
                    (try? signed.verified(by: keys)) != nil
                else { continue }
                // What was flipped is the name or the ID of the witness: nobody cosigned.
                #expect(index >= CheckpointVectors.signed.utf8.count, "byte \(index)")
                let seen = try signed.cosignatures(by: keys)
                #expect(seen.isEmpty, "byte \(index), bit \(bit)")
            }
        }
    }

    @Test func `a note that is no checkpoint is refused as what it is`() {
        #expect(throws: CheckpointError.note(.noSignatures)) { try signed("") }
        #expect(throws: CheckpointError.note(.malformedSignature(line: 1))) {
            try signed(CheckpointVectors.text + "\nx\n")
        }
        #expect(throws: CheckpointError.tooFewLines) { try signed(NoteVectors.fooNote) }
    }

    @Test func `the size of a checkpoint is bounded, however it comes`() throws {
        let limit = SignedCheckpoint.largestByteCount
        let small = try signed(CheckpointVectors.signed)
        // Three bytes are four characters; what is left over goes into the name.
        let room = limit - small.bytes.count - "—  \n".utf8.count
        let name = String(repeating: "n", count: 4 + room % 4)
        let bytes = [UInt8](repeating: 0, count: (room - name.utf8.count) / 4 * 3 - 4)
        let full = try small.adding(try NoteSignature(name: name, keyID: 1, bytes: bytes))
        #expect(full.bytes.count == limit)
        #expect(try SignedCheckpoint(bytes: full.bytes) == full)
        let longer = try NoteSignature(name: name + "n", keyID: 1, bytes: bytes)
        #expect(throws: CheckpointError.tooLong(limit: limit)) { try small.adding(longer) }
        #expect(throws: CheckpointError.tooLong(limit: limit)) {
            try SignedCheckpoint(bytes: try small.note.adding(longer).bytes)
        }
    }

    @Test func `no signature is added beyond the hundredth`() throws {
        var full = try signed(CheckpointVectors.signed)
        for id in 1...99 as ClosedRange<UInt32> {
            full = try full.adding(try NoteSignature(name: "w", keyID: id, bytes: [1]))
        }
        let last = try NoteSignature(name: "w", keyID: 100, bytes: [1])
        #expect(throws: CheckpointError.note(.tooManySignatures(limit: 100))) {
            try full.adding(last)
        }
    }
}
