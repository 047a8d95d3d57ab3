import Encryption
import Testing
import TransparencyLog

/// A generator of numbers that is the same in every run: SplitMix64 (Steele, Lea, Flood 2014).
struct NoteNoise: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }

    /// The bytes with one to four changes: bits, bytes, pieces moved, and words of the formats.
    mutating func mutated(_ original: [UInt8], words: [String]) -> [UInt8] {
        var bytes = original
        for _ in 0...Int.random(in: 0..<4, using: &self) {
            let place = Int.random(in: 0...bytes.count, using: &self)
            let other = Int.random(in: 0...bytes.count, using: &self)
            let piece = bytes[min(place, other)..<max(place, other)]
            switch Int.random(in: 0..<7, using: &self) {
            case 0 where place < bytes.count:
                bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
            case 1 where place < bytes.count:
                bytes[place] = UInt8.random(in: 0...255, using: &self)
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &self), at: place)
            case 3: bytes.removeSubrange(min(place, other)..<max(place, other))
            case 4: bytes.insert(contentsOf: piece, at: other)
            case 5: bytes.removeLast(bytes.count - place)
            default:
                let word = words.randomElement(using: &self) ?? ""
                bytes.insert(contentsOf: word.utf8, at: place)
            }
        }
        return bytes
    }
}

/// What a stranger may send: whatever it is, it is refused or means exactly what it says.
struct NoteHostileBytesTests {
    private static let rounds = 4000
    private static let words = [
        "\n", "\n\n", "— ", "—", " ", "+", "=", "0", "00", "18446744073709551616", "-1", "\u{0}",
        "\u{2028}", "\u{301}", "\r\n", "index ", "extra ", "c2sp.org/tlog-proof@v1\n", "AAAA",
        CheckpointVectors.logLine, CheckpointVectors.witnessLine, "example.com/audit\n8\n",
    ]

    @Test func `no hostile note traps, and what is accepted is what was signed`() throws {
        let keys = try CheckpointVectors.keys()
        var noise = NoteNoise(seed: 1)
        var accepted = 0
        for round in 0..<Self.rounds {
            let bytes = noise.mutated(
                NoteVectors.bytes(CheckpointVectors.cosigned),
                words: Self.words
            )
            guard let note = try? SignedNote(bytes: bytes) else { continue }
            #expect(note.bytes == bytes, "round \(round)")
            guard let signers = try? note.signatures(by: keys) else { continue }
            #expect(!signers.isEmpty)
            #expect(note.text == CheckpointVectors.text, "round \(round)")
            accepted += 1
        }
        #expect(accepted > 0, "some changes only touch one of two signatures")
    }

    @Test func `no hostile checkpoint traps, and what is verified is what was signed`() throws {
        let keys = try CheckpointVectors.keys()
        let original = try CheckpointVectors.checkpoint()
        var noise = NoteNoise(seed: 2)
        var accepted = 0
        for round in 0..<Self.rounds {
            let bytes = noise.mutated(
                NoteVectors.bytes(CheckpointVectors.cosigned),
                words: Self.words
            )
            guard let signed = try? SignedCheckpoint(bytes: bytes) else { continue }
            #expect(signed.bytes == bytes, "round \(round)")
            #expect(signed.checkpoint.noteText == signed.note.text, "round \(round)")
            guard (try? signed.verified(by: keys)) != nil else { continue }
            #expect(signed.checkpoint == original, "round \(round)")
            accepted += 1
        }
        #expect(accepted > 0)
    }

    @Test func `no hostile proof traps, and what is verified is what was proved`() throws {
        let keys = try CheckpointVectors.keys()
        let original = try TLogProof(bytes: NoteVectors.bytes(TLogProofVectors.proof))
        var noise = NoteNoise(seed: 3)
        for round in 0..<Self.rounds {
            let bytes = noise.mutated(
                NoteVectors.bytes(TLogProofVectors.proof),
                words: Self.words
            )
            guard let proof = try? TLogProof(bytes: bytes) else { continue }
            #expect(proof.bytes == bytes, "round \(round)")
            guard (try? proof.checkpoint.verified(by: keys)) != nil,
                proof.holds(for: TLogProofVectors.leafHash)
            else { continue }
            #expect(proof.index == original.index, "round \(round)")
            #expect(proof.path == original.path, "round \(round)")
        }
    }

    @Test func `no hostile policy traps, and what is read reads back as the same`() throws {
        var noise = NoteNoise(seed: 4)
        let words = ["log ", "witness ", "group ", "quorum ", "none", "all", "any", "2", "#", "\t"]
        var accepted = 0
        for round in 0..<Self.rounds {
            let bytes = noise.mutated(
                NoteVectors.bytes(WitnessPolicyVectors.twoLevels),
                words: Self.words + words
            )
            guard let policy = try? WitnessPolicy(bytes: bytes) else { continue }
            let again = try WitnessPolicy(text: policy.text)
            #expect(again == policy, "round \(round)")
            #expect(again.text == policy.text, "round \(round)")
            accepted += 1
        }
        #expect(accepted > 0)
    }

    @Test func `no hostile key traps, and what is read writes back`() {
        var noise = NoteNoise(seed: 5)
        for round in 0..<Self.rounds {
            let bytes = noise.mutated(NoteVectors.bytes(NoteVectors.fooKey), words: Self.words)
            let text = String(decoding: bytes, as: UTF8.self)
            guard let key = try? NoteKey(text: text) else { continue }
            #expect(key.text == text, "round \(round)")
            #expect(key.text == NoteVectors.fooKey, "round \(round)")
        }
    }

    @Test func `bytes without any form are refused`() {
        var noise = NoteNoise(seed: 6)
        for _ in 0..<Self.rounds {
            let count = Int.random(in: 0..<300, using: &noise)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &noise) }
            #expect(throws: NoteError.self) { try SignedNote(bytes: bytes) }
            #expect(throws: CheckpointError.self) { try SignedCheckpoint(bytes: bytes) }
            #expect(throws: TLogProofError.self) { try TLogProof(bytes: bytes) }
            #expect(throws: PolicyError.self) { try WitnessPolicy(bytes: bytes) }
        }
    }
}
