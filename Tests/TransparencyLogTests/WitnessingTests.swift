import Audit
import Clocks
import Encryption
import Testing
import TransparencyLog

/// What a witness decides (C2SP tlog-witness, section "add-checkpoint").
struct WitnessingTests {
    private let log: WitnessSample
    private let fork: WitnessSample
    private let cosigner: Cosigner
    private let logs: TrustedLogs

    init() throws {
        log = try WitnessSample()
        fork = try WitnessSample(fork: 5)
        cosigner = try WitnessSample.cosigner()
        logs = try TrustedLogs(keys: [log.key], witnessedBy: cosigner.verifierKey)
    }

    private func decide(
        _ request: AddCheckpointRequest,
        knowing known: ObservedTree?,
        at time: Timestamp = WitnessSample.time
    ) -> Witnessing.Decision {
        Witnessing.decide(request, known: known, logs: logs, cosigner: cosigner, at: time)
    }

    private func request(
        _ old: UInt64,
        _ proof: [MerkleHash],
        _ checkpoint: SignedCheckpoint
    ) throws -> AddCheckpointRequest {
        try AddCheckpointRequest(oldSize: old, proof: proof, checkpoint: checkpoint)
    }

    private func cosigning(_ decision: Witnessing.Decision) throws -> Cosigning {
        guard case .cosign(let cosigning) = decision else {
            throw Refused(decision: decision)
        }
        return cosigning
    }

    private struct Refused: Error { let decision: Witnessing.Decision }

    @Test(
        arguments: [
            (0, 0), (0, 1), (0, 7), (1, 1), (1, 2), (5, 8), (8, 8), (8, 40), (39, 40), (40, 40),
        ]
    )
    func `a tree that extends the known one is cosigned`(old: Int, new: Int) throws {
        let request = try log.request(from: old, to: new)
        let known = old == 0 ? nil : log.tree(old)
        let cosigning = try cosigning(decide(request, knowing: known))
        #expect(cosigning.tree == log.tree(new))
        #expect(cosigning.answer.status == 200)
        let checkpoint = try SignedCheckpoint(bytes: cosigning.note.bytes)
        #expect(checkpoint.checkpoint == request.checkpoint.checkpoint)
        try checkpoint.verified(by: [log.key])
        let seen = try checkpoint.cosignatures(by: [cosigner.verifierKey])
        #expect(seen.map(\.time) == [WitnessSample.time])
        #expect(
            cosigning.answer
                == .cosigned(
                    checkpoint.note.signatures.filter { $0.isNamed(after: cosigner.verifierKey) }
                )
        )
    }

    @Test func `nothing known and a tree without leaves known are the same`() throws {
        for known in [nil, log.tree(0)] {
            for size in [0, 1, 6] {
                let request = try log.request(from: 0, to: size)
                #expect(try cosigning(decide(request, knowing: known)).tree == log.tree(size))
            }
        }
    }

    @Test func `the same tree is cosigned again, with the later time`() throws {
        let later = Timestamp(milliseconds: WitnessSample.time.milliseconds + 60_000)
        let request = try log.request(from: 8, to: 8)
        let note = try cosigning(decide(request, knowing: log.tree(8), at: later)).note
        let seen = try SignedCheckpoint(bytes: note.bytes)
            .cosignatures(by: [cosigner.verifierKey])
        #expect(seen.map(\.time) == [later])
    }

    @Test func `a log that is not watched is not found, whoever signed`() throws {
        let other = try WitnessSample(origin: "example.com/other")
        #expect(decide(try other.request(from: 0, to: 3), knowing: nil) == .refuse(.unknownLog))
    }

    @Test func `a checkpoint that no trusted key signed is forbidden`() throws {
        let forger = try WitnessSample(secret: 2)
        let forged = try forger.request(from: 0, to: 3)
        #expect(
            decide(forged, knowing: nil)
                == .refuse(.untrusted(.notSignedByLog(origin: log.key.name)))
        )
        // A wrong signature in the name of the trusted key.
        let honest = try log.checkpoint(3)
        let wrong = try NoteSignature(name: log.key.name, keyID: log.key.id, bytes: [1])
        let damaged = try request(0, [], honest.adding(wrong))
        let error = CheckpointError.note(.invalidSignature(name: log.key.name, id: log.key.id))
        #expect(decide(damaged, knowing: nil) == .refuse(.untrusted(error)))
    }

    @Test func `an old size above the new one is no request`() throws {
        let backwards = try log.request(from: 9, to: 8)
        #expect(
            decide(backwards, knowing: log.tree(9)) == .refuse(.oldSizeAboveNew(old: 9, new: 8))
        )
    }

    @Test(arguments: [(0, 8), (7, 8), (9, 8), (8, 0)])
    func `an old size that is not the known one is a conflict that tells it`(
        old: Int,
        known: Int
    ) throws {
        let request = try log.request(from: old, to: 12)
        let tree = known == 0 ? nil : log.tree(known)
        #expect(
            decide(request, knowing: tree) == .refuse(.conflict(latest: UInt64(known)))
        )
    }

    @Test func `a tree that does not extend the known one is inconsistent`() throws {
        let known = log.tree(8)
        let forked = try fork.request(from: 8, to: 12)
        #expect(decide(forked, knowing: known) == .refuse(.proofFails))
        // The checkpoint of one history with the proof of the other.
        let mixed = try request(8, log.proof(from: 8, to: 12), fork.checkpoint(12))
        #expect(decide(mixed, knowing: known) == .refuse(.proofFails))
    }

    @Test func `a proof is whole, and empty where there is nothing to prove`() throws {
        let known = log.tree(7)
        let proof = log.proof(from: 7, to: 12)
        for wrong in [[], [MerkleHash](proof.dropLast()), proof + [proof[0]], proof.reversed()] {
            let request = try request(7, wrong, log.checkpoint(12))
            #expect(decide(request, knowing: known) == .refuse(.proofFails))
        }
        let first = try request(0, [proof[0]], log.checkpoint(3))
        #expect(decide(first, knowing: nil) == .refuse(.proofFails))
        let same = try request(7, [proof[0]], log.checkpoint(7))
        #expect(decide(same, knowing: known) == .refuse(.proofFails))
    }

    @Test func `two roots for one size are a split view, and the known one is told`() throws {
        let split = try fork.request(from: 8, to: 8)
        #expect(decide(split, knowing: log.tree(8)) == .refuse(.splitView(known: log.tree(8))))
    }

    @Test func `a tree without leaves has the root of the empty tree`() throws {
        let wrong = try request(0, [], log.checkpoint(0, root: log.root(1)))
        for known in [nil, log.tree(0)] {
            #expect(decide(wrong, knowing: known) == .refuse(.wrongEmptyRoot))
        }
    }

    @Test func `the checks come in the order of the specification`() throws {
        // Each request has the fault of its line and of all lines below it.
        let forger = try WitnessSample(secret: 2, fork: 2)
        let stranger = try WitnessSample(origin: "example.com/other", secret: 2, fork: 2)
        let junk = [log.root(1)]
        let known = log.tree(8)
        let steps: [(AddCheckpointRequest, Int)] = [
            (try request(9, junk, stranger.checkpoint(7)), 404),
            (try request(9, junk, forger.checkpoint(7)), 403),
            (try request(9, junk, fork.checkpoint(7)), 400),
            (try request(7, junk, fork.checkpoint(8)), 409),
            (try request(8, junk, fork.checkpoint(8)), 422),
        ]
        for (request, status) in steps {
            guard case .refuse(let refusal) = decide(request, knowing: known) else {
                Issue.record("cosigned instead of \(status)")
                continue
            }
            #expect(refusal.answer.status == status)
        }
    }

    @Test func `signatures of strangers are ignored and not passed on`() throws {
        let stranger = try WitnessSample(origin: "example.com/other", secret: 3)
        let text = try log.checkpoint(3).note.text
        let crowded = try log.checkpoint(3).adding(stranger.signer.signature(of: text))
        let note = try cosigning(decide(try request(0, [], crowded), knowing: nil)).note
        #expect(note.signatures.map(\.name) == [log.key.name, cosigner.verifierKey.name])
        #expect(!note.signatures.contains { $0.isNamed(after: stranger.key) })
    }

    @Test func `a log that changes its key is known by either`() throws {
        let next = try WitnessSample(secret: 4)
        let both = try TrustedLogs(
            keys: [log.key, next.key],
            witnessedBy: cosigner.verifierKey
        )
        for signer in [log, next] {
            let decision = Witnessing.decide(
                try signer.request(from: 8, to: 9),
                known: log.tree(8),
                logs: both,
                cosigner: cosigner,
                at: WitnessSample.time
            )
            #expect(try cosigning(decision).note.signatures.first?.keyID == signer.key.id)
        }
    }

    @Test func `extension lines are cosigned with the rest`() throws {
        let head = try Checkpoint(
            origin: log.key.name,
            size: 3,
            root: log.root(3),
            extensions: ["more"]
        )
        let signed = try SignedCheckpoint(checkpoint: head, signedBy: [log.signer])
        let note = try cosigning(decide(try request(0, [], signed), knowing: nil)).note
        #expect(note.text.hasSuffix("\nmore\n"))
    }

    @Test(
        arguments: [
            .malformed(.noCheckpoint), .unknownLog, .untrusted(.malformedSize),
            .oldSizeAboveNew(old: 2, new: 1), .conflict(latest: 3), .wrongEmptyRoot, .proofFails,
        ] as [WitnessRefusal]
    )
    func `a refusal is one word, and tells a client nothing of the request`(
        refusal: WitnessRefusal
    ) {
        let isWord = refusal.word.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
        #expect(isWord && !refusal.word.isEmpty)
        #expect(refusal.reason?.contains("\n") != true)
        #expect(refusal.answer.body.last == 0x0A)
    }
}
