import Storage

/// What keeps deleted rows from living on beside the tables.
struct LogStatements {
    private let file: String
    private let truncateStatement: HotStatement
    private let vacuumStatement: HotStatement

    init(file: String, prepare: (String) throws -> HotStatement) throws {
        self.file = file
        truncateStatement = try prepare("PRAGMA wal_checkpoint(TRUNCATE)")
        vacuumStatement = try prepare("VACUUM")
    }

    /// Copies the write-ahead log into the database and empties it, so that no page of before is
    /// left in it.
    ///
    /// - Throws: `StoreError.logBusy` when a reader does not let go of it within the busy timeout.
    func empty() throws(StoreError) {
        let isBusy = try truncateStatement.first { row throws(StoreError) in row.integer(0) != 0 }
        guard isBusy == false else { throw .logBusy(file: file) }
    }

    /// Writes the database anew from its rows, and so without the free space in its pages.
    ///
    /// Takes the file's size in memory, and a transaction that writes all of it.
    func rebuild() throws(StoreError) {
        try vacuumStatement.run()
        try empty()
    }
}
