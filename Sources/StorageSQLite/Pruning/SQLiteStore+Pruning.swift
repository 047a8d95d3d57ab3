package import Clocks
package import Storage

extension SQLiteStore {
    /// Keys after which one call to forget them ends.
    private static let prunedAtOnce = 10_000

    package func pruneInbox(before limit: Timestamp) throws(StoreError) -> Int {
        try prune(.inbox, before: limit)
    }

    package func pruneSent(before limit: Timestamp) throws(StoreError) -> Int {
        try prune(.sent, before: limit)
    }

    package func pruneAnswers(before limit: Timestamp) throws(StoreError) -> Int {
        try prune(.answers, before: limit)
    }

    private func prune(_ table: AgedTable, before limit: Timestamp) throws(StoreError) -> Int {
        var pruned = 0
        var place: [UInt8] = []
        while pruned < Self.prunedAtOnce,
            let page = try lists.use({ lists throws(StoreError) in
                try lists.aged.keys(of: table, after: place, before: limit)
            })
        {
            place = page.last
            guard !page.old.isEmpty else { continue }
            pruned += try writer.use { writer throws(StoreError) in
                try writer.forget(page.old, of: table, before: limit)
            }
        }
        return pruned
    }
}
