import Audit
import GRDB
import Storage

/// What is asked of `witness.db`.
struct WitnessStatements {
    private let file: String
    private let select: HotStatement
    private let selectOwner: HotStatement
    private let insertOwner: HotStatement
    private let insert: HotStatement
    private let replace: HotStatement

    init(_ database: Database, file: String) throws {
        func prepare(_ sql: String) throws -> HotStatement {
            try HotStatement(database, file: file, sql)
        }
        self.file = file
        select = try prepare("SELECT size, root, note FROM witnessed WHERE origin = ?1")
        selectOwner = try prepare("SELECT owner FROM witness WHERE id = 1")
        insertOwner = try prepare(
            "INSERT INTO witness (id, owner) VALUES (1, ?1) ON CONFLICT DO NOTHING"
        )
        insert = try prepare(
            """
            INSERT INTO witnessed (origin, size, root, note) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT DO NOTHING
            """
        )
        replace = try prepare(
            """
            UPDATE witnessed SET size = ?2, root = ?3, note = ?4
            WHERE origin = ?1 AND size = ?5 AND root = ?6
            """
        )
    }

    func checkpoint(of origin: [UInt8]) throws(StoreError) -> WitnessedCheckpoint? {
        try select.bind(origin, 1)
        return try select.first { row throws(StoreError) in
            guard let root = MerkleHash(row.blob(1)) else { throw .corrupt(file: file) }
            let size = UInt64(bitPattern: row.integer(0))
            return WitnessedCheckpoint(
                tree: WitnessedTree(size: size, root: root),
                note: row.blob(2)
            )
        }
    }

    func owner() throws(StoreError) -> [UInt8]? {
        try selectOwner.first { row throws(StoreError) in row.blob(0) }
    }

    func claim(by owner: [UInt8]) throws(StoreError) -> [UInt8] {
        try insertOwner.bind(owner, 1)
        // A statement outside a transaction is one, and as durable.
        try insertOwner.run()
        guard let holder = try self.owner() else { throw .corrupt(file: file) }
        return holder
    }

    /// INVARIANT: one statement outside a transaction compares and writes, so that nothing comes in
    /// between, and it is on the disk when it ends.
    func update(
        _ origin: [UInt8],
        from expected: WitnessedTree?,
        to new: WitnessedCheckpoint
    ) throws(StoreError) -> Bool {
        let statement = expected == nil ? insert : replace
        try statement.bind(origin, 1)
        try statement.bind(Int64(bitPattern: new.tree.size), 2)
        try statement.bind(new.tree.root.bytes, 3)
        try statement.bind(new.note, 4)
        if let expected {
            try statement.bind(Int64(bitPattern: expected.size), 5)
            try statement.bind(expected.root.bytes, 6)
        }
        return try statement.change() == 1
    }
}
