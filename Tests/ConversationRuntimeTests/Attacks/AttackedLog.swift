import Audit
import Clocks
import ConversationRuntime
import Encryption
import Foundation
import Storage
import StorageSQLite
import Testing
import TransparencyLog

/// A log that is about to be attacked, and what honest people hold of it.
///
/// ```
/// epoch 1          | epoch 2
/// leaves … first … | leaves … held (signed, seen, cosigned) … leaves … last
/// ```
struct AttackedLog {
    static let origin = "example.com/log"
    static let witnessName = "witness.example"

    let folder: String
    /// A copy of the store from before anybody held anything of its second epoch.
    let backup: String
    let key: KeyEncryptionKey
    /// The first key, which the auditor was given.
    let pinned: NoteKey
    /// The size at which the first epoch ended.
    let rotation: UInt64
    /// The checkpoint that others hold, when they saw it, and as a witness cosigned it.
    let held: SignedCheckpoint
    let seenAt: Timestamp
    let cosigned: SignedCheckpoint
    let witness: Cosigner
    let policy: WitnessPolicy
    /// What a caller was given for one leaf under that checkpoint.
    let receipt: TLogProof

    var parley: SQLiteFile { SQLiteFile(path: "\(folder)/parley.db") }

    static func make(in parent: String) async throws -> AttackedLog {
        let folder = "\(parent)/store"
        let backup = "\(parent)/backup"
        let files = FileManager.default
        try files.createDirectory(atPath: parent, withIntermediateDirectories: true)
        let store = try StoreFolder(path: folder)
        let world = try world(store)
        for number in 0..<5 { try await world.say("hello", id: "a\(number)") }
        try world.engine.log.checkpoint(at: world.clock.now())
        world.clock.advance(to: world.clock.now().adding(.days(31)))
        try world.engine.log.checkpoint(at: world.clock.now())
        let rotation = try #require(
            try store.store.checkpoints(from: 0, limit: 9).first(where: \.isKept)
        ).size
        for number in 0..<5 { try await world.say("hello", id: "b\(number)") }
        try world.engine.log.checkpoint(at: world.clock.now())
        let pinned = try #require(try world.engine.log.verifiers().first)
        try store.close()
        try files.copyItem(atPath: folder, toPath: backup)

        let again = try StoreFolder(path: folder)
        let later = try self.world(again, key: world.key, at: world.clock.now().adding(.hours(1)))
        for number in 0..<5 { try await later.say("hello", id: "c\(number)") }
        let held = try #require(try later.engine.log.checkpoint(at: later.clock.now()))
        let receipt = try LogReading(store: again.store)
            .proof(ofLeaf: held.checkpoint.size - 2)
        let seenAt = later.clock.now()
        later.clock.advance(to: later.clock.now().adding(.hours(2)))
        for number in 0..<5 { try await later.say("hello", id: "d\(number)") }
        try later.engine.log.checkpoint(at: later.clock.now())
        let keys = try later.engine.log.verifiers()
        try again.close()

        let witness = try Cosigner(name: witnessName, key: SigningKey.generate())
        let logs = try TrustedLogs(keys: keys, witnessedBy: witness.verifierKey)
        let request = try AddCheckpointRequest(oldSize: 0, proof: [], checkpoint: held)
        let decision = Witnessing.decide(
            request,
            known: nil,
            logs: logs,
            cosigner: witness,
            at: seenAt
        )
        guard case .cosign(let cosigning) = decision else { throw NotCosigned() }
        let policy = try WitnessPolicy(
            text: (keys.map { "log \($0.text)\n" }
                + ["witness w \(witness.verifierKey.text)\n", "quorum w\n"]).joined()
        )
        return AttackedLog(
            folder: folder,
            backup: backup,
            key: world.key,
            pinned: pinned,
            rotation: rotation,
            held: held,
            seenAt: seenAt,
            cosigned: try SignedCheckpoint(bytes: cosigning.note.bytes),
            witness: witness,
            policy: policy,
            receipt: receipt
        )
    }

    struct NotCosigned: Error {}

    static func world(
        _ store: StoreFolder,
        key: KeyEncryptionKey = KeyEncryptionKey.generate(epoch: 1),
        at now: Timestamp? = nil
    ) throws -> World {
        let world = try World(
            store: store.store,
            vault: store.vault,
            key: key,
            audit: "audit: { origin: \(origin) }"
        )
        if let now { world.clock.advance(to: now) }
        return world
    }

    /// The operator goes on talking and signing on one of the copies.
    func go(on path: String, saying text: String, _ body: (World) async throws -> Void) async throws
    {
        let store = try StoreFolder(path: path)
        let world = try Self.world(store, key: key, at: seenAt.adding(.hours(3)))
        try await world.say(text, id: "x-\(text)")
        try await body(world)
        try world.engine.log.checkpoint(at: world.clock.now())
        try store.close()
    }
}
