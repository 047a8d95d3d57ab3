import Audit
import Clocks
import ConversationRuntime
import Encryption
import Foundation
import GRDB
import Storage
import StorageSQLite
import Testing
import TransparencyLog

/// Somebody who can write every file of a store, and has its key-encryption key.
struct LogForger {
    private let log: AttackedLog

    init(_ log: AttackedLog) {
        self.log = log
    }

    private func bodies() throws -> [[UInt8]] {
        try log.parley.rows("SELECT body FROM leaf ORDER BY idx").map { row in
            [UInt8](try #require(Data.fromDatabaseValue(row[0])))
        }
    }

    /// Lets a leaf tell something else, in the form a leaf has.
    func alter(leaf index: UInt64) throws {
        let old = try AuditLeaf.decode(try bodies()[Int(index)])
        let event = old.event
        let other = AuditEvent(
            time: event.time,
            kind: event.kind,
            subject: event.subject,
            session: event.session,
            sequence: event.sequence,
            cause: "forged",
            actor: event.actor
        )
        let leaf = AuditLeaf(event: other, payload: old.payload, state: old.state)
        try log.parley.execute(
            "UPDATE leaf SET body = ? WHERE idx = ?",
            [Data(leaf.bytes), Int64(index)]
        )
    }

    func cut(to size: UInt64) throws {
        for sql in [
            "DELETE FROM leaf WHERE idx >= \(size)", "DELETE FROM tree_head WHERE size > \(size)",
            "DELETE FROM checkpoint WHERE size > \(size)",
        ] {
            try log.parley.execute(sql)
        }
        // The last commit ends where the cut is.
        try log.parley.execute(
            "INSERT OR IGNORE INTO tree_head (size, root, time) VALUES (?, zeroblob(32), 0)",
            [Int64(size)]
        )
    }

    /// Hashes, heads, frontier and tiles as an honest log of these leaves would have them.
    func makeHashesAnew() throws {
        let bodies = try bodies()
        let sizes = Set(
            try log.parley.rows("SELECT size FROM tree_head").map {
                UInt64(Int64.fromDatabaseValue($0[0]) ?? 0)
            }
        )
        var frontier = Frontier()
        for (index, body) in bodies.enumerated() {
            let hash = MerkleTree.leafHash(body)
            frontier.append(hash)
            try log.parley.execute(
                "UPDATE leaf SET hash = ? WHERE idx = ?",
                [Data(hash.bytes), index]
            )
            guard sizes.contains(frontier.size) else { continue }
            try log.parley.execute(
                "UPDATE tree_head SET root = ? WHERE size = ?",
                [Data(frontier.root.bytes), Int64(frontier.size)]
            )
        }
        try log.parley.execute("UPDATE tip SET frontier = ?", [Data(frontier.bytes)])
        try log.parley.execute("DELETE FROM tile")
    }

    /// Signs every checkpoint again, with the key there is.
    func signAnew() throws {
        let folder = try StoreFolder(path: log.folder)
        let keyring = try Keyring(current: log.key)
        let row = try #require(try folder.vault.logKeys().last)
        let wrapped = try WrappedSigningKey(bytes: try #require(row.wrapped))
        let signer = try NoteSigner(
            name: AttackedLog.origin,
            key: try keyring.unwrap(wrapped)
        )
        var frontier = Frontier()
        var roots: [UInt64: MerkleHash] = [:]
        try AuditReading(store: folder.store).forEach { leaf in
            frontier.append(MerkleTree.leafHash(leaf.body))
            roots[frontier.size] = frontier.root
        }
        for stored in try folder.store.checkpoints(from: 0, limit: 99) {
            let checkpoint = try Checkpoint(
                origin: AttackedLog.origin,
                size: stored.size,
                root: try #require(roots[stored.size])
            )
            // Where nothing changed, the signatures of old still hold.
            let old = try SignedCheckpoint(bytes: stored.note)
            guard old.checkpoint != checkpoint else { continue }
            let signed = try SignedCheckpoint(checkpoint: checkpoint, signedBy: [signer])
            try folder.store.add(
                StoredCheckpoint(
                    size: stored.size,
                    note: signed.bytes,
                    at: stored.at,
                    isKept: stored.isKept
                ),
                tiles: []
            )
        }
        try folder.close()
    }

    /// Adds a leaf that claims to be from before others saw the log without it, and signs.
    func appendBackDated() throws {
        let folder = try StoreFolder(path: log.folder)
        let world = try AttackedLog.world(folder, key: log.key, at: log.seenAt.adding(.hours(9)))
        let claimed = log.seenAt.adding(.minutes(-40))
        let event = AuditEvent(
            time: claimed,
            kind: .configChanged,
            cause: "was-always-so",
            actor: "operator"
        )
        try folder.store.append([PreparedLeaf(body: AuditLeaf.encode(event))], at: claimed)
        try world.engine.log.checkpoint(at: world.clock.now())
        try folder.close()
    }
}
