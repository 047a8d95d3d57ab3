import Clocks
import Storage

/// What is read of the log besides leaves and heads.
struct LogLists {
    private let file: String
    private let selectCheckpoints: HotStatement
    private let selectLast: HotStatement
    private let selectTile: HotStatement
    private let selectStart: HotStatement
    private let selectHolds: HotStatement
    private let selectAnchors: HotStatement

    init(file: String, prepare: (String) throws -> HotStatement) throws {
        self.file = file
        let checkpoint = "SELECT size, note, at, kept FROM checkpoint"
        selectCheckpoints = try prepare("\(checkpoint) WHERE size >= ?1 ORDER BY size LIMIT ?2")
        selectLast = try prepare("\(checkpoint) ORDER BY size DESC LIMIT 1")
        selectTile = try prepare("SELECT hashes FROM tile WHERE place = ?1")
        selectStart = try prepare("SELECT first_leaf FROM log_start WHERE id = 1")
        selectHolds = try prepare("SELECT name, since FROM legal_hold ORDER BY name")
        selectAnchors = try prepare("SELECT size, kind, token, at FROM anchor ORDER BY id")
    }

    func checkpoints(
        from size: UInt64,
        limit: Int
    ) throws(StoreError) -> [StoredCheckpoint] {
        try selectCheckpoints.bind(Int64(clamping: size), 1)
        try selectCheckpoints.bind(Int64(limit), 2)
        return try selectCheckpoints.rows { row throws(StoreError) in checkpoint(row) }
    }

    func lastCheckpoint() throws(StoreError) -> StoredCheckpoint? {
        try selectLast.first { row throws(StoreError) in checkpoint(row) }
    }

    private func checkpoint(_ row: HotRow) -> StoredCheckpoint {
        StoredCheckpoint(
            size: UInt64(bitPattern: row.integer(0)),
            note: row.blob(1),
            at: Timestamp(milliseconds: row.integer(2)),
            isKept: row.integer(3) != 0
        )
    }

    func tile(_ place: StoredTile.Place) throws(StoreError) -> [UInt8]? {
        try selectTile.bind(place.key, 1)
        return try selectTile.first { row throws(StoreError) in row.blob(0) }
    }

    func firstLeaf() throws(StoreError) -> UInt64 {
        let first = try selectStart.first { row throws(StoreError) in row.integer(0) }
        guard let first, first >= 0 else { throw .corrupt(file: file) }
        return UInt64(first)
    }

    func holds() throws(StoreError) -> [LegalHold] {
        try selectHolds.rows { row throws(StoreError) in
            guard let name = row.text(0) else { throw .corrupt(file: file) }
            return LegalHold(name: name, since: Timestamp(milliseconds: row.integer(1)))
        }
    }

    func anchors() throws(StoreError) -> [StoredAnchor] {
        try selectAnchors.rows { row throws(StoreError) in
            guard let kind = row.text(1).flatMap(StoredAnchor.Kind.init(rawValue:)) else {
                throw .corrupt(file: file)
            }
            return StoredAnchor(
                size: UInt64(bitPattern: row.integer(0)),
                kind: kind,
                token: row.blob(2),
                at: Timestamp(milliseconds: row.integer(3))
            )
        }
    }
}
