import Clocks
import Storage

/// Goes through the tables of what is forgotten with age, in pages.
///
/// There is no index by time: it would cost every turn about a twentieth of its price, and double
/// the inbox, for a job done once a day. A page is short, so that whoever waits for this
/// connection, or empties the log, does not wait for the whole table.
struct AgedLists {
    /// Rows looked at in one go.
    static let pageSize = 5000

    private let selectPage: AgedStatements

    init(prepare: (String) throws -> HotStatement) throws {
        selectPage = try AgedStatements { table in
            try prepare(
                """
                SELECT key, at < ?2 FROM \(table.rawValue)
                WHERE key > ?1 ORDER BY key LIMIT \(Self.pageSize)
                """
            )
        }
    }

    /// The keys on the page after `last` that were written before an instant.
    ///
    /// - Returns: Those, and the last key on the page; `nil` after the last page.
    func keys(
        of table: AgedTable,
        after last: [UInt8],
        before limit: Timestamp
    ) throws(StoreError) -> (old: [[UInt8]], last: [UInt8])? {
        let statement = selectPage[table]
        try statement.bind(last, 1)
        try statement.bind(limit.milliseconds, 2)
        let rows = try statement.rows { row throws(StoreError) in
            (key: row.blob(0), isOld: row.integer(1) != 0)
        }
        guard let end = rows.last?.key else { return nil }
        return (rows.filter(\.isOld).map(\.key), end)
    }
}
