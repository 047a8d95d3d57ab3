import Audit
import GRDB
import Storage
import StorageSQLite
import StoreConformance
import Testing

/// What a store on disk promises of erasure beyond what the model can.
@Suite struct ErasureTests {
    private static let contact = Sample.contact(1)

    /// Asks for the erasure of a contact that has keys.
    private static func request(_ folder: StoreFolder) throws {
        _ = try folder.vault.add([Sample.newContact(contact, identifier: [1])])
        _ = try folder.store.commit([
            Sample.turn(contact, leaves: [[1]], erasure: Sample.job(contact))
        ])
    }

    @Test func `a pending erasure is still pending after a process that never closed`() throws {
        let temporary = try TemporaryFolder()
        let folder = try temporary.open()
        try Self.request(folder)
        let crashed = try temporary.asCrashed()
        try folder.close()
        try crashed.with { folder in
            let store = folder.store
            #expect(try store.erasureJobs() == [Sample.job(Self.contact)])
            #expect(try store.commit([Sample.turn(Self.contact, on: 1)]) == [.conflict])
            let leaf = PreparedLeaf(body: [2])
            let index = try store.finishErasure(
                of: Self.contact,
                leaves: [leaf],
                at: Sample.time(1)
            )
            #expect(index == 1)
        }
        try crashed.with { folder in
            let jobs = try folder.store.erasureJobs()
            let frontier = try folder.store.frontier()
            #expect(jobs == [])
            #expect(frontier.size == 2)
        }
    }

    @Test func `a refused turn of a shared commit leaves no erasure pending`() throws {
        let temporary = try TemporaryFolder()
        try temporary.with { _ in }
        try temporary.execute(
            """
            CREATE TRIGGER refuse AFTER INSERT ON erasure_job
            BEGIN SELECT RAISE(ABORT, 'refused'); END
            """,
            in: "parley.db"
        )
        try temporary.with { folder in
            let results = try folder.store.commit([
                Sample.turn(Sample.contact(2)),
                Sample.turn(Self.contact, erasure: Sample.job(Self.contact)),
                Sample.turn(Self.contact),
            ])
            let failed = if case .failed = results[1] { true } else { false }
            #expect(failed)
            #expect(results[2] == .committed(firstLeaf: 0))
        }
    }

    /// Reading holds on to the log, so it cannot be emptied; the wait for it is made short.
    @Test func `an erasure waits for readers, and what was done stays done`() throws {
        let temporary = try TemporaryFolder()
        let options = SQLiteOptions(furtherPragmas: ["PRAGMA busy_timeout = 20"])
        try temporary.with(options) { folder in
            try Self.request(folder)
            _ = try folder.store.shred(Self.contact)
            let leaf = PreparedLeaf(body: [2])
            try temporary.reading("parley.db") {
                #expect(throws: StoreError.logBusy(file: "parley.db")) {
                    try folder.store.finishErasure(
                        of: Self.contact,
                        leaves: [leaf],
                        at: Sample.time(1)
                    )
                }
            }
            #expect(try folder.store.erasureJobs().count == 1)
            #expect(try folder.store.frontier().size == 1)

            let suppression = Suppression(identifier: [1], record: [1])
            try temporary.reading("keys.db") {
                #expect(throws: StoreError.logBusy(file: "keys.db")) {
                    try folder.vault.destroy([Self.contact], suppressing: [suppression])
                }
            }
            #expect(try folder.vault.wrappedSecrets(of: Self.contact) == nil)
            #expect(try folder.vault.suppression(for: [1]) == [1])
            try folder.vault.destroy([Self.contact], suppressing: [])
            #expect(try temporary.bytes(of: "keys.db-wal").isEmpty)

            let index = try folder.store.finishErasure(
                of: Self.contact,
                leaves: [leaf],
                at: Sample.time(1)
            )
            #expect(index == 1)
            #expect(try folder.vault.suppression(for: [1]) == [1])
        }
    }

    @Test func `a vault goes on after its file was written anew`() throws {
        let temporary = try TemporaryFolder()
        try temporary.with { folder in
            let vault = folder.vault
            try Self.request(folder)
            // Nothing to destroy, and so nothing to look for: the file is written anew.
            try vault.destroy([Sample.contact(9)], suppressing: [])
            #expect(try vault.contact(for: [1]) == Self.contact)
            #expect(try vault.identifiers(of: Self.contact) == [[1]])
            let other = Sample.newContact(Sample.contact(2), identifier: [2])
            #expect(try vault.add([other]) == [other.id])
            try vault.destroy([Self.contact], suppressing: [])
            #expect(try vault.contactIDs(after: nil, limit: 9) == [other.id])
        }
        try temporary.with { folder in
            let count = try folder.vault.contactCount()
            #expect(count == 1)
        }
    }

    @Test func `many inbox keys are forgotten in several goes`() throws {
        let temporary = try TemporaryFolder()
        try temporary.with { _ in }
        try temporary.execute(
            """
            WITH RECURSIVE number (n) AS (
                SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < 39999
            )
            INSERT INTO inbox SELECT CAST(printf('%08x', n * 2654435761 % 4294967296) AS BLOB),
                n % 2 FROM number
            """,
            in: "parley.db"
        )
        try temporary.with { folder in
            let store = folder.store
            let limit = Sample.time(1)
            #expect(try store.inboxCount(before: limit) == 20_000)
            var goes: [Int] = []
            while case let last = try store.pruneInbox(before: limit), last > 0 {
                goes.append(last)
            }
            #expect(goes.reduce(0, +) == 20_000)
            #expect(goes.count > 1)
            #expect(goes.allSatisfy { $0 <= 15_000 })
            #expect(try store.inboxCount(before: limit) == 0)
            #expect(try store.inboxCount(before: Sample.time(2)) == 20_000)
        }
    }
}

extension TemporaryFolder {
    /// Runs `body` while another connection stands in the middle of reading a file.
    fileprivate func reading(_ file: String, _ body: () throws -> Void) throws {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(
            path: "\(storePath)/\(file)",
            configuration: configuration
        )
        try queue.writeWithoutTransaction { database in
            try database.inTransaction(.deferred) {
                _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema")
                try body()
                return .commit
            }
        }
        try queue.close()
    }
}
