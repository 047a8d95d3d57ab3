import Audit
import Clocks
import ConversationRuntime
import Encryption
import Foundation
import Storage
import StorageSQLite
import Testing
import TransparencyLog

/// Each attack is performed on a real store, and found by exactly those who can find it.
struct AttackMatrixTests {
    @Test func `each attack is found by what the matrix says, and by nothing less`() async throws {
        var lines = [Self.line("", Mechanism.allCases.map(\.rawValue))]
        for attack in Attack.allCases {
            var cells: [String] = []
            var found: Set<Mechanism> = []
            for mechanism in Mechanism.allCases {
                let isFound = try await Self.attempt(attack, against: mechanism)
                if isFound { found.insert(mechanism) }
                cells.append(isFound ? "found" : "–")
            }
            lines.append(Self.line(attack.rawValue, cells))
            #expect(found == attack.expected, "\(attack.rawValue)")
        }
        let equivocation = Self.findsAnotherText()
        #expect(equivocation)
        lines.append(
            Self.line("another text for a commitment", Mechanism.allCases.map { _ in "found" })
        )
        let table =
            "Who finds which attack on the audit log:\n" + lines.joined(separator: "\n") + "\n"
        FileHandle.standardOutput.write(Data(table.utf8))
    }

    @Test func `an untouched log is believed by every mechanism`() async throws {
        try await withStoreFolder { path in
            let log = try await AttackedLog.make(in: path)
            for mechanism in Mechanism.allCases {
                #expect(try !mechanism.finds(.bitRot, in: log.folder, log), "\(mechanism)")
            }
        }
    }

    @Test func `a receipt for a leaf that was rewritten contradicts the new log`() async throws {
        try await withStoreFolder { path in
            let log = try await AttackedLog.make(in: path)
            let leaf = try #require(log.receipt.extra)
            #expect(log.receipt.holds(for: MerkleTree.leafHash(leaf)))
            #expect(!log.receipt.holds(for: MerkleTree.leafHash(leaf + [0])))
            #expect(try log.receipt.checkpoint.verified(by: log.policy.logs).count == 1)
        }
    }

    @Test func `a witness refuses to cosign the second of two histories`() async throws {
        try await withStoreFolder { path in
            let log = try await AttackedLog.make(in: path)
            try await log.go(on: log.backup, saying: "another history") { _ in }
            let folder = try StoreFolder(path: log.backup)
            let reading = LogReading(store: folder.store)
            let second = try #require(try reading.lastCheckpoint())
            let head = log.held.checkpoint
            let known = ObservedTree(size: head.size, root: head.root)
            let size = second.checkpoint.size
            let proof =
                size > head.size
                ? try reading.consistency(from: head.size, to: size).path : []
            let request = try AddCheckpointRequest(
                oldSize: min(head.size, size),
                proof: proof,
                checkpoint: second
            )
            let decision = Witnessing.decide(
                request,
                known: known,
                logs: try TrustedLogs(
                    keys: log.policy.logs,
                    witnessedBy: log.witness.verifierKey
                ),
                cosigner: log.witness,
                at: log.seenAt.adding(.hours(4))
            )
            guard case .refuse = decision else {
                Issue.record("the witness cosigned two histories")
                return
            }
            try folder.close()
        }
    }

    private static func attempt(
        _ attack: Attack,
        against mechanism: Mechanism
    ) async throws -> Bool {
        try await withStoreFolder { path in
            let log = try await AttackedLog.make(in: path)
            let shown = try await attack.perform(on: log)
            return try mechanism.finds(attack, in: shown, log)
        }
    }

    /// AES-GCM lets one ciphertext have two plaintexts; the commitment is to the plaintext.
    private static func findsAnotherText() -> Bool {
        let salt = [UInt8](repeating: 7, count: Commitment.count)
        let said = Commitment.payload(salt: salt, plaintext: [UInt8]("Agree".utf8))
        let claimed = Commitment.payload(salt: salt, plaintext: [UInt8]("Refuse".utf8))
        return said != claimed
    }

    private static func line(_ name: String, _ cells: [String]) -> String {
        let padded =
            [name.padding(toLength: 36, withPad: " ", startingAt: 0)]
            + cells.map { $0.padding(toLength: 20, withPad: " ", startingAt: 0) }
        return "  " + padded.joined().trimmingCharacters(in: .whitespaces)
    }
}
