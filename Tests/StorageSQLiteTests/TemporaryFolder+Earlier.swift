import Audit
import Storage
import StoreConformance

/// Stores as earlier versions left them: their tables, word for word, and a row in each that holds
/// what people rely on.
extension TemporaryFolder {
    /// Whose rows they are.
    static let earlierContact = Sample.contact(1)

    /// A closed store of version 1 with one row in each table.
    static func firstVersion() throws -> TemporaryFolder {
        let temporary = try TemporaryFolder()
        try temporary.makeStoreFolder()
        var frontier = Frontier()
        frontier.append(MerkleTree.leafHash([1]))
        let (id, row) = (hex(earlierContact.bytes), earlierContact.rowKey)
        try temporary.execute(firstConversations, in: "parley.db")
        try temporary.execute(
            """
            INSERT INTO contact VALUES (\(row), x'\(id)', 3, 5, x'AB');
            INSERT INTO inbox VALUES (x'01', 7);
            INSERT INTO outbox VALUES (4, \(row), x'02', 'news', x'03');
            INSERT INTO evidence VALUES (1, \(row), 9, 'news', 1, 2, x'04');
            INSERT INTO leaf VALUES (0, x'01', x'\(hex(MerkleTree.leafHash([1]).bytes))');
            INSERT INTO tree_head VALUES (1, x'\(hex(frontier.root.bytes))', 7);
            UPDATE tip SET frontier = x'\(hex(frontier.bytes))', last_outbox = 4;
            """,
            in: "parley.db"
        )
        try temporary.execute(firstKeys, in: "keys.db")
        try temporary.execute(
            """
            INSERT INTO vault VALUES (1, 5, x'01', x'02', 3);
            INSERT INTO contact_key VALUES (x'\(id)', x'0505', 1);
            INSERT INTO identifier VALUES (x'0A', x'\(id)');
            """,
            in: "keys.db"
        )
        return temporary
    }

    /// A closed store of version 3, with what that of version 1 has and a second message.
    static func thirdVersion() throws -> TemporaryFolder {
        let temporary = try firstVersion()
        try temporary.execute(secondConversations, in: "parley.db")
        try temporary.execute(thirdConversations, in: "parley.db")
        try temporary.execute(
            """
            INSERT INTO outbox VALUES (5, \(earlierContact.rowKey), x'04', NULL, x'05');
            UPDATE tip SET last_outbox = 5;
            """,
            in: "parley.db"
        )
        try temporary.execute(laterKeys, in: "keys.db")
        try temporary.execute("INSERT INTO log_key VALUES (1, 'log', NULL, 2)", in: "keys.db")
        return temporary
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private static let firstConversations = """
        PRAGMA journal_mode = WAL;
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
        PRAGMA application_id = 1346458188;
        PRAGMA user_version = 1;
        """

    private static let firstKeys = """
        PRAGMA journal_mode = WAL;
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
        PRAGMA application_id = 1347110233;
        PRAGMA user_version = 1;
        """

    private static let secondConversations = """
        CREATE TABLE erasure_job (
            contact BLOB PRIMARY KEY, requested INTEGER NOT NULL,
            last_sequence INTEGER NOT NULL, details BLOB NOT NULL
        ) WITHOUT ROWID;
        PRAGMA user_version = 2;
        """

    private static let thirdConversations = """
        CREATE TABLE checkpoint (
            size INTEGER PRIMARY KEY, note BLOB NOT NULL, at INTEGER NOT NULL,
            kept INTEGER NOT NULL
        );
        CREATE TABLE tile (place INTEGER PRIMARY KEY, hashes BLOB NOT NULL);
        CREATE TABLE log_start (
            id INTEGER PRIMARY KEY CHECK (id = 1), first_leaf INTEGER NOT NULL
        );
        INSERT INTO log_start (id, first_leaf) VALUES (1, 0);
        CREATE TABLE legal_hold (name TEXT PRIMARY KEY, since INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE anchor (
            id INTEGER PRIMARY KEY, size INTEGER NOT NULL, kind TEXT NOT NULL,
            token BLOB NOT NULL, at INTEGER NOT NULL
        );
        PRAGMA user_version = 3;
        """

    /// Versions 2 and 3.
    private static let laterKeys = """
        CREATE INDEX identifier_contact ON identifier (contact);
        CREATE TABLE suppression (blind BLOB PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE signing_key (
            id BLOB PRIMARY KEY, wrapped BLOB NOT NULL, created INTEGER NOT NULL,
            retired INTEGER
        ) WITHOUT ROWID;
        CREATE TABLE log_key (
            epoch INTEGER PRIMARY KEY, verifier TEXT NOT NULL, wrapped BLOB,
            created INTEGER NOT NULL
        );
        PRAGMA user_version = 3;
        """
}
