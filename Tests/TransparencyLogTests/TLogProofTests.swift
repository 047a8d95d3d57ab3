import Audit
import Encryption
import Testing
import TransparencyLog

/// The proof that leaf 5 of the reference tree is under the checkpoint of `CheckpointVectors`.
enum TLogProofVectors {
    static let index = "index 5\n"
    /// The hashes of `CheckpointVectors.leafPath`.
    static let path = """
        vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=
        yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=
        037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=

        """
    static let head = "c2sp.org/tlog-proof@v1\n"
    static let proof = head + index + path + "\n" + CheckpointVectors.cosigned
    static let leafHash = MerkleTree.leafHash(CheckpointVectors.leaf)
}

/// Receipts: read strictly, written back byte for byte, and no more convincing than they should be.
struct TLogProofTests {
    private func proof(_ text: String) throws -> TLogProof {
        try TLogProof(bytes: NoteVectors.bytes(text))
    }

    @Test func `a proof reads, holds and writes back`() throws {
        let proof = try proof(TLogProofVectors.proof)
        #expect(proof.index == 5)
        #expect(proof.path.map(\.hex) == CheckpointVectors.leafPath)
        #expect(proof.extra == nil)
        #expect(proof.checkpoint.bytes == NoteVectors.bytes(CheckpointVectors.cosigned))
        #expect(proof.bytes == NoteVectors.bytes(TLogProofVectors.proof))
        #expect(proof.holds(for: TLogProofVectors.leafHash))
        let keys = try CheckpointVectors.keys()
        #expect(try proof.checkpoint.verified(by: keys) == [keys[0]])
        #expect(try proof.checkpoint.cosignatures(by: keys).map(\.key) == [keys[1]])
    }

    @Test func `a proof put together is the same proof`() throws {
        let signed = try SignedCheckpoint(bytes: NoteVectors.bytes(CheckpointVectors.cosigned))
        let path = try CheckpointVectors.leafPath.map(CheckpointVectors.hash)
        let proof = try TLogProof(index: 5, path: path, checkpoint: signed)
        #expect(proof.bytes == NoteVectors.bytes(TLogProofVectors.proof))
        #expect(try TLogProof(bytes: proof.bytes) == proof)
        #expect(try TLogProof(bytes: proof.bytes).hashValue == proof.hashValue)
    }

    @Test func `extra data is kept, and proves nothing`() throws {
        let text = "\(TLogProofVectors.head)extra AAH/\n\(TLogProofVectors.index)"
        let whole = text + TLogProofVectors.path + "\n" + CheckpointVectors.cosigned
        let proof = try proof(whole)
        #expect(proof.extra == [0, 1, 255])
        #expect(proof.bytes == NoteVectors.bytes(whole))
        #expect(proof.holds(for: TLogProofVectors.leafHash))
        #expect(proof != (try self.proof(TLogProofVectors.proof)))
    }

    @Test func `every leaf of every tree up to 20 leaves has a receipt that holds`() throws {
        let signer = try CheckpointVectors.logSigner()
        let leaves = (0..<20).map { MerkleTree.leafHash([UInt8($0)]) }
        for size in 1...20 as ClosedRange<UInt64> {
            let root = MerkleTree.root(of: 0..<size) { leaves[Int($0)] }
            let checkpoint = try Checkpoint(origin: signer.verifierKey.name, size: size, root: root)
            let signed = try SignedCheckpoint(checkpoint: checkpoint, signedBy: [signer])
            for index in 0..<size {
                let built = InclusionProof.build(index: index, size: size) { leaves[Int($0)] }
                let proof = try TLogProof(index: index, path: built.path, checkpoint: signed)
                let read = try TLogProof(bytes: proof.bytes)
                #expect(read == proof)
                #expect(read.holds(for: leaves[Int(index)]))
                #expect(!read.holds(for: leaves[(Int(index) + 1) % 20]))
            }
        }
    }

    @Test func `a proof of another leaf, place or tree does not hold`() throws {
        let proof = try proof(TLogProofVectors.proof)
        #expect(!proof.holds(for: MerkleTree.leafHash([0x40])))
        // The leaf's bytes under a node's prefix, and the root itself.
        #expect(!proof.holds(for: proof.checkpoint.checkpoint.root))
        for index in [0, 4, 6, 7, 8, .max] as [UInt64] {
            let moved = try TLogProof(
                index: index,
                path: proof.path,
                checkpoint: proof.checkpoint
            )
            #expect(!moved.holds(for: TLogProofVectors.leafHash), "\(index)")
            #expect(try TLogProof(bytes: moved.bytes) == moved)
        }
        for path in [[], [MerkleHash](proof.path.dropLast()), proof.path + [proof.path[0]]] {
            let forged = try TLogProof(index: 5, path: path, checkpoint: proof.checkpoint)
            #expect(!forged.holds(for: TLogProofVectors.leafHash))
        }
    }

    @Test func `nothing is in an empty tree`() throws {
        let signer = try CheckpointVectors.logSigner()
        let empty = try Checkpoint(
            origin: signer.verifierKey.name,
            size: 0,
            root: MerkleTree.emptyRoot
        )
        let signed = try SignedCheckpoint(checkpoint: empty, signedBy: [signer])
        let proof = try TLogProof(index: 0, path: [], checkpoint: signed)
        #expect(!proof.holds(for: MerkleTree.emptyRoot))
        #expect(!proof.holds(for: TLogProofVectors.leafHash))
    }

    @Test(
        arguments: [
            ("nothing", "", .unknownVersion),
            ("no line", "c2sp.org/tlog-proof@v1", .unknownVersion),
            ("version 2", "c2sp.org/tlog-proof@v2\n", .unknownVersion),
            ("a space after it", "c2sp.org/tlog-proof@v1 \nindex 0\n", .unknownVersion),
            ("a carriage return", "c2sp.org/tlog-proof@v1\r\nindex 0\n", .unknownVersion),
            ("a blank line first", "\nc2sp.org/tlog-proof@v1\nindex 0\n", .unknownVersion),
            ("nothing after it", "c2sp.org/tlog-proof@v1\n", .malformedIndex),
            ("no index", "c2sp.org/tlog-proof@v1\n\n", .malformedIndex),
            ("an empty index", "c2sp.org/tlog-proof@v1\nindex \n\n", .malformedIndex),
            ("only the word", "c2sp.org/tlog-proof@v1\nindex\n\n", .malformedIndex),
            ("two spaces", "c2sp.org/tlog-proof@v1\nindex  5\n\n", .malformedIndex),
            ("a leading zero", "c2sp.org/tlog-proof@v1\nindex 05\n\n", .malformedIndex),
            ("a sign", "c2sp.org/tlog-proof@v1\nindex +5\n\n", .malformedIndex),
            ("a negative index", "c2sp.org/tlog-proof@v1\nindex -5\n\n", .malformedIndex),
            (
                "an index of 65 bits",
                "c2sp.org/tlog-proof@v1\nindex 18446744073709551616\n\n", .malformedIndex
            ),
            ("a capital", "c2sp.org/tlog-proof@v1\nIndex 5\n\n", .malformedIndex),
            ("empty extra data", "c2sp.org/tlog-proof@v1\nextra \nindex 5\n", .malformedExtra),
            ("extra data not base64", "c2sp.org/tlog-proof@v1\nextra A\n", .malformedExtra),
            ("extra data unpadded", "c2sp.org/tlog-proof@v1\nextra AA\n", .malformedExtra),
            (
                "extra data twice", "c2sp.org/tlog-proof@v1\nextra AAAA\nextra AAAA\n",
                .malformedIndex
            ),
            (
                "extra data last", "c2sp.org/tlog-proof@v1\nindex 5\nextra AAAA\n",
                .malformedHash(line: 3)
            ),
            (
                "the index twice", "c2sp.org/tlog-proof@v1\nindex 5\nindex 5\n",
                .malformedHash(line: 3)
            ),
            ("a short hash", "c2sp.org/tlog-proof@v1\nindex 5\nAAAA\n", .malformedHash(line: 3)),
            (
                "a bad hash after extra data",
                "c2sp.org/tlog-proof@v1\nextra AAAA\nindex 5\nA\n", .malformedHash(line: 4)
            ),
            ("no end", "c2sp.org/tlog-proof@v1\nindex 5\n", .noCheckpoint),
            ("an end within a line", "c2sp.org/tlog-proof@v1\nindex 5\nAAAA", .noCheckpoint),
            (
                "no checkpoint", "c2sp.org/tlog-proof@v1\nindex 5\n\n",
                .checkpoint(.note(.noSignatures))
            ),
            (
                "a second blank line",
                "c2sp.org/tlog-proof@v1\nindex 5\n\n\n" + CheckpointVectors.signed,
                .checkpoint(.malformedOrigin)
            ),
            (
                "an unsigned checkpoint",
                "c2sp.org/tlog-proof@v1\nindex 5\n\n" + CheckpointVectors.text,
                .checkpoint(.note(.noSignatures))
            ),
        ] as [(String, String, TLogProofError)]
    )
    func `a malformed proof is refused by what is wrong`(
        what: String,
        text: String,
        error: TLogProofError
    ) {
        #expect(throws: error, "\(what)") { try proof(text) }
    }

    @Test func `the length of the path is bounded`() throws {
        let signed = try SignedCheckpoint(bytes: NoteVectors.bytes(CheckpointVectors.signed))
        let longest = [MerkleHash](repeating: MerkleTree.emptyRoot, count: 64)
        let full = try TLogProof(index: .max, path: longest, checkpoint: signed)
        #expect(try TLogProof(bytes: full.bytes) == full)
        #expect(throws: TLogProofError.pathTooLong(limit: 64)) {
            try TLogProof(index: 0, path: longest + longest, checkpoint: signed)
        }
        let line = Base64.encode(MerkleTree.emptyRoot.bytes) + "\n"
        let text = TLogProofVectors.head + TLogProofVectors.index
        let path = String(repeating: line, count: 65)
        // Before anything is made of what follows the path.
        for rest in ["", "\n", "\n" + CheckpointVectors.signed] {
            #expect(throws: TLogProofError.pathTooLong(limit: 64)) {
                try proof(text + path + rest)
            }
        }
    }

    @Test func `the size of extra data is bounded, and none is not empty`() throws {
        let signed = try SignedCheckpoint(bytes: NoteVectors.bytes(CheckpointVectors.signed))
        let limit = TLogProof.largestExtra
        let most = [UInt8](repeating: 7, count: limit)
        let full = try TLogProof(index: 0, path: [], extra: most, checkpoint: signed)
        #expect(try TLogProof(bytes: full.bytes) == full)
        #expect(throws: TLogProofError.extraTooLong(limit: limit)) {
            try TLogProof(index: 0, path: [], extra: most + [7], checkpoint: signed)
        }
        #expect(throws: TLogProofError.malformedExtra) {
            try TLogProof(index: 0, path: [], extra: [], checkpoint: signed)
        }
        let text = Base64.encode(most + [7])
        #expect(throws: TLogProofError.extraTooLong(limit: limit)) {
            try proof(
                "\(TLogProofVectors.head)extra \(text)\nindex 0\n\n\(CheckpointVectors.signed)"
            )
        }
    }

    @Test func `the largest parts together are within the limit of the whole`() throws {
        let path = [MerkleHash](repeating: MerkleTree.emptyRoot, count: TLogProof.longestPath)
        let signed = try SignedCheckpoint(bytes: NoteVectors.bytes(CheckpointVectors.signed))
        let extra = [UInt8](repeating: 7, count: TLogProof.largestExtra)
        let proof = try TLogProof(index: .max, path: path, extra: extra, checkpoint: signed)
        let others = proof.bytes.count - signed.bytes.count
        #expect(others + SignedCheckpoint.largestByteCount <= TLogProof.largestByteCount)
        let limit = TLogProof.largestByteCount
        #expect(throws: TLogProofError.tooLong(limit: limit)) {
            try TLogProof(bytes: [UInt8](repeating: 0x0a, count: limit + 1))
        }
        #expect(throws: TLogProofError.unknownVersion) {
            try TLogProof(bytes: [UInt8](repeating: 0x0a, count: limit))
        }
    }

    @Test func `no flipped bit of a verified proof goes unnoticed`() throws {
        let keys = try CheckpointVectors.keys()
        let bytes = NoteVectors.bytes(
            TLogProofVectors.head + TLogProofVectors.index + TLogProofVectors.path + "\n"
                + CheckpointVectors.signed
        )
        for index in bytes.indices {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[index] ^= 1 << bit
                guard let proof = try? TLogProof(bytes: flipped),
                    proof.holds(for: TLogProofVectors.leafHash)
                else { continue }
                #expect(throws: CheckpointError.self, "byte \(index), bit \(bit)") {
                    try proof.checkpoint.verified(by: keys)
                }
            }
        }
    }
}
