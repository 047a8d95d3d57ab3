import Clocks
import Storage

/// What is asked of the inbox as a whole, in pages as `AgedLists` goes through it.
struct InboxLists {
    private let countPage: HotStatement
    private let selectOldest: HotStatement

    init(prepare: (String) throws -> HotStatement) throws {
        countPage = try prepare(
            """
            SELECT max(key), coalesce(sum(at < ?2), 0) FROM (
                SELECT key, at FROM inbox WHERE key > ?1 ORDER BY key LIMIT \(AgedLists.pageSize)
            )
            """
        )
        selectOldest = try prepare("SELECT min(at), count(*) FROM inbox")
    }

    /// When the oldest key was taken; reads the whole table.
    func oldest() throws(StoreError) -> Timestamp? {
        try selectOldest.first { row throws(StoreError) in
            row.integer(1) == 0 ? nil : Timestamp(milliseconds: row.integer(0))
        } ?? nil
    }

    /// How many keys on the page after `last` were taken before an instant.
    ///
    /// - Returns: That, and the last key on the page; `nil` after the last page.
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
