import GRDB
import Storage

/// Opens the connections of one database file: one that writes, others that only read.
///
/// SQLite before 3.51.3 can lose a write-ahead log (the *WAL-reset bug*) when two connections
/// write or checkpoint at the same instant. Here none can: the folder's lock keeps other processes
/// out, one connection writes and checkpoints, and the others are opened read-only, so they never
/// do either. For the same reason a live database is copied only through the writer.
struct Opening {
    let folder: String
    let schema: Schema
    let options: SQLiteOptions

    private var path: String { "\(folder)/\(schema.file)" }

    /// Seconds to wait for a lock that only SQLite's own recovery may hold.
    private static let busyTimeout = 1.0
    /// The write-ahead log is cut back to this many bytes once it is checkpointed.
    private static let journalSizeLimit = 64 << 20
    /// The most pages checked at start-up: 8 MiB, milliseconds.
    ///
    /// Larger files are not checked, because that reads every page of them; damage is then found by
    /// the read that meets it.
    private static let checkedPages = 2048

    /// Opens the writer: creates the file (mode 0600) and its tables when they are missing, and
    /// brings those of an earlier version up to ours.
    ///
    /// - Throws: `StoreError.notDurable` unless `PRAGMA synchronous` reads back as `FULL`.
    func writer() throws(StoreError) -> DatabaseQueue {
        do {
            try PrivateFile.create(path)
            let queue = try DatabaseQueue(path: path, configuration: configuration())
            try queue.writeWithoutTransaction { database in
                // Before anything that writes: a foreign database is left as it was found.
                let found = try schema.version(of: database)
                try setDurability(database)
                if found > 0 { try checkIfSmall(database) }
                try schema.upgrade(database, from: found)
                if let pages = options.maximumPages {
                    try Self.limit(database, pages: pages)
                }
            }
            return queue
        } catch {
            throw StoreError(error, file: schema.file)
        }
    }

    /// Opens a connection that cannot write; the writer must be open.
    func reader() throws(StoreError) -> DatabaseQueue {
        do {
            var configuration = configuration()
            configuration.readonly = true
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw StoreError(error, file: schema.file)
        }
    }

    static func limit(_ database: Database, pages: Int) throws {
        _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(pages)")
    }

    private func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.label = schema.file
        configuration.busyMode = .timeout(Self.busyTimeout)
        configuration.foreignKeysEnabled = true
        // Arguments are sealed bytes and keyed hashes; even so they stay out of errors.
        configuration.publicStatementArguments = false
        configuration.prepareDatabase { database in
            let pragmas: [String] = [
                "trusted_schema = OFF", "cell_size_check = ON", "temp_store = MEMORY",
                "mmap_size = 0", "secure_delete = ON",
                "journal_size_limit = \(Self.journalSizeLimit)",
            ]
            for pragma in pragmas {
                try database.execute(sql: "PRAGMA \(pragma)")
            }
        }
        return configuration
    }

    /// GRDB sets `NORMAL` when it is the one to turn on the write-ahead log, so that is done here.
    private func setDurability(_ database: Database) throws {
        let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        guard mode == "wal" else { throw StoreError.notDurable }
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try database.execute(sql: "PRAGMA wal_autocheckpoint = \(options.checkpointPages)")
        for pragma in options.furtherPragmas {
            try database.execute(sql: pragma)
        }
        let full = 2
        guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == full else {
            throw StoreError.notDurable
        }
    }

    private func checkIfSmall(_ database: Database) throws {
        let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        guard pages <= Self.checkedPages else { return }
        guard try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok" else {
            throw StoreError.corrupt(file: schema.file)
        }
    }
}
