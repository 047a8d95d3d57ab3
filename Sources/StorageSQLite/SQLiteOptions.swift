/// What may be set when a store is opened; the defaults are what runs in production.
package struct SQLiteOptions: Sendable {
    /// Pages of 4 KiB a database file may grow to; beyond it writing fails with `StoreError.full`.
    package var maximumPages: Int?
    /// Statements run after ours on each writing connection, and before durability is checked.
    package var furtherPragmas: [String]
    /// Pages in the write-ahead log at which a commit also copies them into the database.
    ///
    /// 4000 (16 MiB) copies a page that changes often fewer times than SQLite's own 1000.
    package var checkpointPages: Int

    package init(
        maximumPages: Int? = nil,
        furtherPragmas: [String] = [],
        checkpointPages: Int = 4000
    ) {
        self.maximumPages = maximumPages
        self.furtherPragmas = furtherPragmas
        self.checkpointPages = checkpointPages
    }
}
