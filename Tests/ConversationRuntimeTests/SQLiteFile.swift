import GRDB

/// A database file that nobody has open, changed behind everybody's back.
struct SQLiteFile {
    let path: String

    func execute(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: sql, arguments: arguments)
            _ = try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        try queue.close()
    }

    func rows(_ sql: String) throws -> [[DatabaseValue]] {
        let queue = try DatabaseQueue(path: path)
        let rows = try queue.read { database in
            try Row.fetchAll(database, sql: sql).map { Array($0.databaseValues) }
        }
        try queue.close()
        return rows
    }
}
