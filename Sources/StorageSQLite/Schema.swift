import GRDB
import Storage

/// Which database a file must be: told from others by two numbers in its header.
struct Schema: Sendable {
    let file: String
    /// Four letters, as `PRAGMA application_id` keeps them.
    let applicationID: Int32
    /// What leads from each version to the next, the first from an empty file; never changed, only
    /// added to.
    let steps: [String]

    /// The version this program reads and writes, as `PRAGMA user_version` keeps it.
    var version: Int { steps.count }

    /// Conversations: sealed states, messages queued and sent, evidence, the audit log, and the
    /// answers given to requests.
    ///
    /// No foreign keys: rows are only ever written in the turn that stores their contact, and a
    /// lookup for each row would be paid by every turn. `tip` is written once a commit.
    static let conversations = Schema(
        file: "parley.db",
        applicationID: 0x5041_524C,
        steps: [firstConversations, erasureJobs, checkpoints, delivery]
    )

    /// Wrapped keys and blind indexes, and hashes of the keys that programs call with.
    static let keys = Schema(
        file: "keys.db",
        applicationID: 0x504B_4559,
        steps: [firstKeys, suppressionsAndSigningKeys, logKeys, apiKeys]
    )

    /// The version a file has; 0 for one that still has to be given its tables.
    ///
    /// - Throws: `StoreError.corrupt` for another program's database, `.unknownSchema` for one of a
    ///   later version of this.
    func version(of database: Database) throws -> Int {
        let identity = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        if identity == 0, found == 0, tables == 0 { return 0 }
        guard identity == applicationID else { throw StoreError.corrupt(file: file) }
        guard (1...version).contains(found) else {
            throw StoreError.unknownSchema(file: file, version: found)
        }
        return found
    }

    /// Brings a file from the version found in it to ours.
    ///
    /// INVARIANT: tables and header change in one transaction, so that a crash leaves the file as
    /// it was, under its old version.
    func upgrade(_ database: Database, from found: Int) throws {
        guard found < version else { return }
        try database.inTransaction(.immediate) {
            for step in steps[found...] {
                try database.execute(sql: step)
            }
            // Both are numbers of ours: a pragma takes no parameters.
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: "PRAGMA user_version = \(version)")
            return .commit
        }
    }
}
