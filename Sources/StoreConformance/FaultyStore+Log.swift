package import Clocks
package import Storage

extension FaultyStore {
    package func add(
        _ checkpoint: StoredCheckpoint,
        tiles: [StoredTile]
    ) throws(StoreError) {
        try plan.run(.addCheckpoint) { () throws(StoreError) in
            try store.add(checkpoint, tiles: tiles)
        }
    }

    package func forgetCheckpoint(ofSize size: UInt64) throws(StoreError) {
        try plan.run(.forgetCheckpoint) { () throws(StoreError) in
            try store.forgetCheckpoint(ofSize: size)
        }
    }

    package func prune(
        below index: UInt64,
        leaves: [PreparedLeaf],
        at now: Timestamp
    ) throws(StoreError) {
        try plan.run(.pruneLog) { () throws(StoreError) in
            try store.prune(below: index, leaves: leaves, at: now)
        }
    }

    package func removePruned() throws(StoreError) -> Int {
        try plan.run(.removePruned) { () throws(StoreError) in try store.removePruned() }
    }

    package func setHold(
        _ name: String,
        since: Timestamp?,
        leaves: [PreparedLeaf],
        at now: Timestamp
    ) throws(StoreError) {
        try plan.run(.setHold) { () throws(StoreError) in
            try store.setHold(name, since: since, leaves: leaves, at: now)
        }
    }

    package func add(_ anchor: StoredAnchor) throws(StoreError) {
        try plan.run(.addAnchor) { () throws(StoreError) in try store.add(anchor) }
    }

    // MARK: Reading

    package func checkpoints(
        from size: UInt64,
        limit: Int
    ) throws(StoreError) -> [StoredCheckpoint] {
        try plan.run(.reading) { () throws(StoreError) in
            try store.checkpoints(from: size, limit: limit)
        }
    }

    package func lastCheckpoint() throws(StoreError) -> StoredCheckpoint? {
        try plan.run(.reading) { () throws(StoreError) in try store.lastCheckpoint() }
    }

    package func tile(_ place: StoredTile.Place) throws(StoreError) -> [UInt8]? {
        try plan.run(.reading) { () throws(StoreError) in try store.tile(place) }
    }

    package func firstLeaf() throws(StoreError) -> UInt64 {
        try plan.run(.reading) { () throws(StoreError) in try store.firstLeaf() }
    }

    package func holds() throws(StoreError) -> [LegalHold] {
        try plan.run(.reading) { () throws(StoreError) in try store.holds() }
    }

    package func anchors() throws(StoreError) -> [StoredAnchor] {
        try plan.run(.reading) { () throws(StoreError) in try store.anchors() }
    }

    package func contactRows(
        after last: ContactID?,
        limit: Int
    ) throws(StoreError) -> [ContactRow] {
        try plan.run(.reading) { () throws(StoreError) in
            try store.contactRows(after: last, limit: limit)
        }
    }

    package func inboxCount(since limit: Timestamp) throws(StoreError) -> Int {
        try plan.run(.reading) { () throws(StoreError) in try store.inboxCount(since: limit) }
    }

    package func oldestInboxTime() throws(StoreError) -> Timestamp? {
        try plan.run(.reading) { () throws(StoreError) in try store.oldestInboxTime() }
    }
}
