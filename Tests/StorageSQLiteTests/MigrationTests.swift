import Audit
import Foundation
import GRDB
import Storage
import StorageSQLite
import StoreConformance
import Testing

/// Goal: a store made by the first version goes on, with all that is in it.
///
/// Method: the tables as that version made them, kept here word for word.
@Suite struct MigrationTests {
    private static let contact = Sample.contact(1)
    private static let files = ["parley.db", "keys.db"]

    @Test func `a store of version 1 is brought up to version 2 with its contents`() throws {
        let temporary = try Self.firstVersion()
        try temporary.with { folder in
            let store = folder.store
            #expect(
                try store.contact(Self.contact)
                    == StoredContact(version: 3, sealedState: [0xAB])
            )
            #expect(try store.isTaken(inboxKey: [0x01]))
            #expect(try store.queued(for: Self.contact).map(\.id) == [4])
            #expect(try store.evidence(for: Self.contact).map(\.sequence) == [9])
            #expect(try folder.vault.contact(for: [0x0A]) == Self.contact)
            #expect(try folder.vault.identifiers(of: Self.contact) == [[0x0A]])
            #expect(try folder.vault.settings()?.keyEpoch == 5)
            try Self.useWhatIsNew(folder)
            StoreCheck.expectConsistent(
                try store.leaves(from: 0, limit: 9),
                try store.heads(from: 0, limit: 9),
                try store.frontier()
            )
        }
        for file in Self.files {
            #expect(try temporary.value("PRAGMA user_version", in: file) == 3)
        }
        try temporary.with { folder in
            let count = try folder.vault.suppressionCount()
            #expect(count == 1)
        }
    }

    private static func useWhatIsNew(_ folder: StoreFolder) throws {
        let (store, vault) = (folder.store, folder.vault)
        let turn = Sample.turn(contact, on: 3, leaves: [[2]], erasure: Sample.job(contact))
        #expect(try store.commit([turn]) == [.committed(firstLeaf: 1)])
        #expect(
            try store.shred(contact) == ShredCounts(contacts: 1, outbox: 1, evidence: 1)
        )
        try vault.destroy(
            [contact],
            suppressing: [Suppression(identifier: [0x0A], record: [1])]
        )
        let leaf = PreparedLeaf(body: [3])
        let index = try store.finishErasure(of: contact, leaves: [leaf], at: Sample.time(9))
        #expect(index == 2)
        #expect(try vault.signingKeys() == [])
    }

    /// The obstacle stands in the way of the last table, when all else has been made.
    @Test(arguments: [("parley.db", "anchor"), ("keys.db", "log_key")])
    func `a migration that breaks off leaves version 1 as it was`(
        _ file: String,
        _ table: String
    ) throws {
        let temporary = try Self.firstVersion()
        try temporary.execute("CREATE TABLE \(table) (obstacle INTEGER)", in: file)
        let before = try temporary.value("SELECT count(*) FROM sqlite_schema", in: file)
        #expect(throws: StoreError.self) { try temporary.open() }
        #expect(try temporary.value("PRAGMA user_version", in: file) == 1)
        let after = try temporary.value("SELECT count(*) FROM sqlite_schema", in: file)
        #expect(after == before)
        try temporary.execute("DROP TABLE \(table)", in: file)
        try temporary.with { folder in
            let contact = try folder.store.contact(Self.contact)
            #expect(contact?.version == 3)
        }
        #expect(try temporary.value("PRAGMA user_version", in: file) == 3)
    }

    @Test func `one file may be brought up before the other`() throws {
        // As a crash between the two leaves them.
        let temporary = try Self.firstVersion()
        let old = try temporary.bytes(of: "parley.db")
        try temporary.with { _ in }
        try temporary.write(old, to: "parley.db")
        try temporary.with { folder in
            let contact = try folder.store.contact(Self.contact)
            let jobs = try folder.store.erasureJobs()
            #expect(contact?.version == 3)
            #expect(jobs == [])
        }
    }

    @Test func `a damaged store of version 1 is not brought up`() throws {
        let temporary = try Self.firstVersion()
        var bytes = try temporary.bytes(of: "parley.db")
        bytes.replaceSubrange(4096..<4196, with: Data(repeating: 0xFF, count: 100))
        try temporary.write(bytes, to: "parley.db")
        #expect(throws: StoreError.corrupt(file: "parley.db")) { try temporary.open() }
    }

    /// A closed store of version 1 with one row in each table.
    private static func firstVersion() throws -> TemporaryFolder {
        let temporary = try TemporaryFolder()
        try temporary.makeStoreFolder()
        var frontier = Frontier()
        frontier.append(MerkleTree.leafHash([1]))
        let (id, row) = (hex(contact.bytes), contact.rowKey)
        try temporary.execute(conversations, in: "parley.db")
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
        try temporary.execute(keys, in: "keys.db")
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

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private static let conversations = """
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

    private static let keys = """
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
}
