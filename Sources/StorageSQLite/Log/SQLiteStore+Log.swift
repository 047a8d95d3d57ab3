package import Clocks
package import Storage

extension SQLiteStore {
    package func checkpoints(
        from size: UInt64,
        limit: Int
    ) throws(StoreError) -> [StoredCheckpoint] {
        try lists.use { lists throws(StoreError) in
            try lists.log.checkpoints(from: size, limit: limit)
        }
    }

    package func lastCheckpoint() throws(StoreError) -> StoredCheckpoint? {
        try lists.use { lists throws(StoreError) in try lists.log.lastCheckpoint() }
    }

    package func add(
        _ checkpoint: StoredCheckpoint,
        tiles: [StoredTile]
    ) throws(StoreError) {
        try writer.use { writer throws(StoreError) in try writer.add(checkpoint, tiles) }
    }

    package func forgetCheckpoint(ofSize size: UInt64) throws(StoreError) {
        try writer.use { writer throws(StoreError) in
            try writer.logWriting.forgetCheckpoint(ofSize: size)
        }
    }

    package func tile(_ place: StoredTile.Place) throws(StoreError) -> [UInt8]? {
        try lists.use { lists throws(StoreError) in try lists.log.tile(place) }
    }

    package func firstLeaf() throws(StoreError) -> UInt64 {
        try lists.use { lists throws(StoreError) in try lists.log.firstLeaf() }
    }

    package func prune(
        below index: UInt64,
        leaves: [PreparedLeaf],
        at now: Timestamp
    ) throws(StoreError) {
        try writer.use { writer throws(StoreError) in
            try writer.prune(below: index, leaves: leaves, at: now)
        }
    }

    package func removePruned() throws(StoreError) -> Int {
        try writer.use { writer throws(StoreError) in try writer.removePruned() }
    }

    package func holds() throws(StoreError) -> [LegalHold] {
        try lists.use { lists throws(StoreError) in try lists.log.holds() }
    }

    package func setHold(
        _ name: String,
        since: Timestamp?,
        leaves: [PreparedLeaf],
        at now: Timestamp
    ) throws(StoreError) {
        try writer.use { writer throws(StoreError) in
            try writer.setHold(name, since: since, leaves: leaves, at: now)
        }
    }

    package func anchors() throws(StoreError) -> [StoredAnchor] {
        try lists.use { lists throws(StoreError) in try lists.log.anchors() }
    }

    package func add(_ anchor: StoredAnchor) throws(StoreError) {
        try writer.use { writer throws(StoreError) in try writer.logWriting.add(anchor) }
    }

    package func contactRows(
        after last: ContactID?,
        limit: Int
    ) throws(StoreError) -> [ContactRow] {
        try lists.use { lists throws(StoreError) in
            try lists.contactRows(after: last, limit: limit)
        }
    }

    package func inboxCount(since limit: Timestamp) throws(StoreError) -> Int {
        try inboxCount(before: Timestamp(milliseconds: .max)) - inboxCount(before: limit)
    }

    package func oldestInboxTime() throws(StoreError) -> Timestamp? {
        try lists.use { lists throws(StoreError) in try lists.inbox.oldest() }
    }
}
