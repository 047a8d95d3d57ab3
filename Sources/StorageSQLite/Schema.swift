import GRDB
import Storage

/// Which database a file must be: told from others by two numbers in its header.
struct Schema: Sendable {
    let file: String
    /// Four letters, as `PRAGMA application_id` keeps them.
    let applicationID: Int32
    let version: Int
    let sql: String

    /// Conversations: sealed states, queued messages, evidence, and the audit log.
    ///
    /// No foreign keys: rows are only ever written in the turn that stores their contact, and a
    /// lookup for each row would be paid by every turn. `tip` is written once a commit.
    static let conversations = Schema(
        file: "parley.db",
        applicationID: 0x5041_524C,
        version: 1,
        sql: """
            CREATE TABLE contact (
                row INTEGER PRIMARY KEY, id BLOB NOT NULL, version INTEGER NOT NULL,
                due INTEGER, sealed BLOB NOT NULL
            );
            CREATE INDEX contact_due ON contact (due) WHERE due IS NOT NULL;
            CREATE TABLE inbox (key BLOB PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
            CREATE TABLE outbox (
                id INTEGER PRIMARY KEY, contact INTEGER NOT NULL, effect BLOB NOT NULL,
                purpose TEXT, sealed BLOB NOT NULL
            );
            CREATE INDEX outbox_contact ON outbox (contact);
            CREATE TABLE evidence (
                id INTEGER PRIMARY KEY, contact INTEGER NOT NULL, sequence INTEGER NOT NULL,
                purpose TEXT NOT NULL, state INTEGER NOT NULL, at INTEGER NOT NULL,
                sealed BLOB NOT NULL
            );
            CREATE INDEX evidence_contact ON evidence (contact);
            CREATE TABLE leaf (idx INTEGER PRIMARY KEY, body BLOB NOT NULL, hash BLOB NOT NULL);
            CREATE TABLE tree_head (
                size INTEGER PRIMARY KEY, root BLOB NOT NULL, time INTEGER NOT NULL
            );
            CREATE TABLE tip (
                id INTEGER PRIMARY KEY CHECK (id = 1), frontier BLOB NOT NULL,
                last_outbox INTEGER NOT NULL
            );
            INSERT INTO tip (id, frontier, last_outbox) VALUES (1, zeroblob(8), 0);
            CREATE TABLE program (digest BLOB PRIMARY KEY, sources BLOB NOT NULL) WITHOUT ROWID;
            """
    )

    /// Wrapped keys and blind indexes.
    static let keys = Schema(
        file: "keys.db",
        applicationID: 0x504B_4559,
        version: 1,
        sql: """
            CREATE TABLE vault (
                id INTEGER PRIMARY KEY CHECK (id = 1), key_epoch INTEGER NOT NULL,
                key_check BLOB NOT NULL, wrapped_index_key BLOB NOT NULL,
                created INTEGER NOT NULL
            );
            CREATE TABLE contact_key (
                contact BLOB PRIMARY KEY, wrapped BLOB NOT NULL, created INTEGER NOT NULL
            ) WITHOUT ROWID;
            CREATE TABLE identifier (blind BLOB PRIMARY KEY, contact BLOB NOT NULL)
                WITHOUT ROWID;
            """
    )

    /// Whether the file still has to be given its tables.
    ///
    /// - Throws: `StoreError.corrupt` for another program's database, `.unknownSchema` for another
    ///   version's.
    func isMissing(in database: Database) throws -> Bool {
        let identity = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        if identity == 0, found == 0, tables == 0 { return true }
        guard identity == applicationID else { throw StoreError.corrupt(file: file) }
        guard found == version else {
            throw StoreError.unknownSchema(file: file, version: found)
        }
        return false
    }

    /// Makes the tables and signs the header, together.
    func create(in database: Database) throws {
        try database.inTransaction(.immediate) {
            try database.execute(sql: sql)
            // Both are numbers of ours: a pragma takes no parameters.
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: "PRAGMA user_version = \(version)")
            return .commit
        }
    }
}
