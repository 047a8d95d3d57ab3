import Clocks
import Storage

/// Goes through the inbox in pages.
///
/// There is no index by time: it would cost every turn about a twentieth of its price, and double
/// the inbox, for a job done once a day. A page is short, so that whoever waits for this
/// connection, or empties the log, does not wait for the whole table.
struct InboxLists {
    /// Rows looked at in one go.
    static let pageSize = 5000

    private let selectPage: HotStatement
    private let countPage: HotStatement
    private let selectOldest: HotStatement

    init(prepare: (String) throws -> HotStatement) throws {
        let page = "FROM inbox WHERE key > ?1 ORDER BY key LIMIT \(Self.pageSize)"
        selectPage = try prepare("SELECT key, at < ?2 \(page)")
        countPage = try prepare(
            "SELECT max(key), coalesce(sum(at < ?2), 0) FROM (SELECT key, at \(page))"
        )
        selectOldest = try prepare("SELECT min(at), count(*) FROM inbox")
    }

    /// When the oldest key was taken; reads the whole table.
    func oldest() throws(StoreError) -> Timestamp? {
        try selectOldest.first { row throws(StoreError) in
            row.integer(1) == 0 ? nil : Timestamp(milliseconds: row.integer(0))
        } ?? nil
    }

    /// The keys on the page after `last` that were taken before an instant.
    ///
    /// - Returns: Those, and the last key on the page; `nil` after the last page.
    func keys(
        after last: [UInt8],
        before limit: Timestamp
    ) throws(StoreError) -> (old: [[UInt8]], last: [UInt8])? {
        try selectPage.bind(last, 1)
        try selectPage.bind(limit.milliseconds, 2)
        let rows = try selectPage.rows { row throws(StoreError) in
            (key: row.blob(0), isOld: row.integer(1) != 0)
        }
        guard let end = rows.last?.key else { return nil }
        return (rows.filter(\.isOld).map(\.key), end)
    }

    /// How many of that page there are; `nil` after the last page.
    func count(
        after last: [UInt8],
        before limit: Timestamp
    ) throws(StoreError) -> (old: Int, last: [UInt8])? {
        try countPage.bind(last, 1)
        try countPage.bind(limit.milliseconds, 2)
        let page = try countPage.first { row throws(StoreError) in
            (old: Int(row.integer(1)), last: row.blob(0))
        }
        return page.flatMap { $0.last.isEmpty ? nil : $0 }
    }
}
