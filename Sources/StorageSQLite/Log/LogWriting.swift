import Clocks
import Storage

/// What is written of the log besides leaves.
struct LogWriting {
    /// Leaves removed in one go.
    static let removedAtOnce = 10_000

    private let upsertCheckpoint: HotStatement
    private let deleteCheckpoint: HotStatement
    private let insertTile: HotStatement
    private let updateStart: HotStatement
    private let selectStart: HotStatement
    private let deleteLeaves: HotStatement
    private let deleteHeads: HotStatement
    private let deleteTiles: HotStatement
    private let upsertHold: HotStatement
    private let deleteHold: HotStatement
    private let insertAnchor: HotStatement

    init(prepare: (String) throws -> HotStatement) throws {
        upsertCheckpoint = try prepare(
            """
            INSERT INTO checkpoint (size, note, at, kept) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (size) DO UPDATE SET note = excluded.note, at = excluded.at,
                kept = max(kept, excluded.kept)
            """
        )
        deleteCheckpoint = try prepare("DELETE FROM checkpoint WHERE size = ?1 AND kept = 0")
        insertTile = try prepare(
            """
            INSERT INTO tile (place, hashes) VALUES (?1, ?2)
            ON CONFLICT (place) DO UPDATE SET hashes = excluded.hashes
            """
        )
        updateStart = try prepare("UPDATE log_start SET first_leaf = ?1 WHERE id = 1")
        selectStart = try prepare("SELECT first_leaf FROM log_start WHERE id = 1")
        deleteLeaves = try prepare(
            """
            DELETE FROM leaf WHERE idx < ?1 AND idx < (SELECT min(idx) FROM leaf) + ?2
            """
        )
        deleteHeads = try prepare("DELETE FROM tree_head WHERE size <= ?1")
        deleteTiles = try prepare("DELETE FROM tile WHERE place < ?1")
        upsertHold = try prepare(
            """
            INSERT INTO legal_hold (name, since) VALUES (?1, ?2)
            ON CONFLICT (name) DO UPDATE SET since = excluded.since
            """
        )
        deleteHold = try prepare("DELETE FROM legal_hold WHERE name = ?1")
        insertAnchor = try prepare(
            "INSERT INTO anchor (size, kind, token, at) VALUES (?1, ?2, ?3, ?4)"
        )
    }

    func add(_ checkpoint: StoredCheckpoint, _ tiles: [StoredTile]) throws(StoreError) {
        for tile in tiles {
            try insertTile.bind(tile.place.key, 1)
            try insertTile.bind(tile.hashes, 2)
            try insertTile.run()
        }
        try upsertCheckpoint.bind(Int64(bitPattern: checkpoint.size), 1)
        try upsertCheckpoint.bind(checkpoint.note, 2)
        try upsertCheckpoint.bind(checkpoint.at.milliseconds, 3)
        try upsertCheckpoint.bind(checkpoint.isKept ? 1 : 0, 4)
        try upsertCheckpoint.run()
    }

    func forgetCheckpoint(ofSize size: UInt64) throws(StoreError) {
        try deleteCheckpoint.bind(Int64(bitPattern: size), 1)
        try deleteCheckpoint.run()
    }

    func start(at index: UInt64) throws(StoreError) {
        try updateStart.bind(Int64(bitPattern: index), 1)
        try updateStart.run()
    }

    func removePruned() throws(StoreError) -> Int {
        let first = try selectStart.first { row throws(StoreError) in row.integer(0) } ?? 0
        try deleteLeaves.bind(first, 1)
        try deleteLeaves.bind(Int64(Self.removedAtOnce), 2)
        let removed = try deleteLeaves.change()
        if removed < Self.removedAtOnce { try removeWhatLed(toLeavesBefore: first) }
        return removed
    }

    private func removeWhatLed(toLeavesBefore first: Int64) throws(StoreError) {
        try deleteHeads.bind(first, 1)
        try deleteHeads.run()
        try deleteTiles.bind(first / Int64(StoredTile.width), 1)
        try deleteTiles.run()
    }

    func setHold(_ name: String, since: Timestamp?) throws(StoreError) {
        let statement = since == nil ? deleteHold : upsertHold
        try statement.bind(name, 1)
        if let since { try statement.bind(since.milliseconds, 2) }
        try statement.run()
    }

    func add(_ anchor: StoredAnchor) throws(StoreError) {
        try insertAnchor.bind(Int64(bitPattern: anchor.size), 1)
        try insertAnchor.bind(anchor.kind.rawValue, 2)
        try insertAnchor.bind(anchor.token, 3)
        try insertAnchor.bind(anchor.at.milliseconds, 4)
        try insertAnchor.run()
    }
}

extension StoredTile.Place {
    /// The row a tile stands in.
    var key: Int64 { Int64(level) << 56 | Int64(bitPattern: index) }
}
