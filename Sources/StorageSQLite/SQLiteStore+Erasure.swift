package import Clocks
package import Storage

// What a store must do besides turns: let contacts go, and count what it may forget.
extension SQLiteStore {
    package func contacts(
        after last: ContactID?,
        limit: Int
    ) throws(StoreError) -> [ContactID] {
        try lists.use { lists throws(StoreError) in
            try lists.contacts(after: last, limit: limit)
        }
    }

    package func erasureJobs() throws(StoreError) -> [ErasureJob] {
        try lists.use { lists throws(StoreError) in try lists.erasureJobs() }
    }

    package func rowCounts(of contact: ContactID) throws(StoreError) -> ShredCounts {
        try lists.use { lists throws(StoreError) in try lists.rowCounts(of: contact) }
    }

    package func shred(_ contact: ContactID) throws(StoreError) -> ShredCounts {
        try writer.use { writer throws(StoreError) in try writer.shred(contact) }
    }

    package func finishErasure(
        of contact: ContactID,
        leaves: [PreparedLeaf],
        at now: Timestamp
    ) throws(StoreError) -> UInt64? {
        try writer.use { writer throws(StoreError) in
            try writer.finishErasure(of: contact, leaves: leaves, at: now)
        }
    }

    package func inboxCount(before limit: Timestamp) throws(StoreError) -> Int {
        var sum = 0
        var place: [UInt8] = []
        while let page = try lists.use({ lists throws(StoreError) in
            try lists.inbox.count(after: place, before: limit)
        }) {
            sum += page.old
            place = page.last
        }
        return sum
    }
}
