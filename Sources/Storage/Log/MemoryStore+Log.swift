import Audit
package import Clocks
import Synchronization

extension MemoryStore {
    /// What is kept of the log besides leaves and heads.
    struct Log {
        var checkpoints: [UInt64: StoredCheckpoint] = [:]
        var tiles: [StoredTile.Place: [UInt8]] = [:]
        var firstLeaf: UInt64 = 0
        var holds: [String: Timestamp] = [:]
        var anchors: [StoredAnchor] = []
    }

    package func checkpoints(
        from size: UInt64,
        limit: Int
    ) throws(StoreError) -> [StoredCheckpoint] {
        contents.withLock { contents in
            let later = contents.log.checkpoints.values.filter { $0.size >= size }
            return Array(later.sorted { $0.size < $1.size }.prefix(limit))
        }
    }

    package func lastCheckpoint() throws(StoreError) -> StoredCheckpoint? {
        contents.withLock { $0.log.checkpoints.values.max { $0.size < $1.size } }
    }

    package func add(
        _ checkpoint: StoredCheckpoint,
        tiles: [StoredTile]
    ) throws(StoreError) {
        contents.withLock { contents in
            let wasKept = contents.log.checkpoints[checkpoint.size]?.isKept ?? false
            contents.log.checkpoints[checkpoint.size] = StoredCheckpoint(
                size: checkpoint.size,
                note: checkpoint.note,
                at: checkpoint.at,
                isKept: checkpoint.isKept || wasKept
            )
            for tile in tiles { contents.log.tiles[tile.place] = tile.hashes }
        }
    }

    package func forgetCheckpoint(ofSize size: UInt64) throws(StoreError) {
        contents.withLock { contents in
            guard contents.log.checkpoints[size]?.isKept == false else { return }
            contents.log.checkpoints[size] = nil
        }
    }

    package func tile(_ place: StoredTile.Place) throws(StoreError) -> [UInt8]? {
        contents.withLock { $0.log.tiles[place] }
    }

    package func firstLeaf() throws(StoreError) -> UInt64 {
        contents.withLock { $0.log.firstLeaf }
    }

    package func prune(
        below index: UInt64,
        leaves: [PreparedLeaf],
        at now: Timestamp
    ) throws(StoreError) {
        contents.withLock { contents in
            contents.log.firstLeaf = index
            for leaf in leaves { contents.append(leaf) }
            contents.closeBatch(at: now)
        }
    }

    package func removePruned() throws(StoreError) -> Int {
        contents.withLock { contents in
            let first = contents.log.firstLeaf
            let before = contents.leaves.count
            contents.leaves.removeAll { $0.index < first }
            contents.heads.removeAll { $0.size <= first }
            contents.log.tiles = contents.log.tiles.filter { place, _ in
                place.level > 0 || place.index >= first / UInt64(StoredTile.width)
            }
            return before - contents.leaves.count
        }
    }

    package func holds() throws(StoreError) -> [LegalHold] {
        contents.withLock { contents in
            contents.log.holds.map { LegalHold(name: $0.key, since: $0.value) }
                .sorted { $0.name < $1.name }
        }
    }

    package func setHold(
        _ name: String,
        since: Timestamp?,
        leaves: [PreparedLeaf],
        at now: Timestamp
    ) throws(StoreError) {
        contents.withLock { contents in
            contents.log.holds[name] = since
            for leaf in leaves { contents.append(leaf) }
            contents.closeBatch(at: now)
        }
    }

    package func anchors() throws(StoreError) -> [StoredAnchor] {
        contents.withLock { $0.log.anchors }
    }

    package func add(_ anchor: StoredAnchor) throws(StoreError) {
        contents.withLock { $0.log.anchors.append(anchor) }
    }

    package func contactRows(
        after last: ContactID?,
        limit: Int
    ) throws(StoreError) -> [ContactRow] {
        var rows: [ContactRow] = []
        for id in try contacts(after: last, limit: limit) {
            if let row = try contact(id) { rows.append(ContactRow(id: id, row: row)) }
        }
        return rows
    }

    package func inboxCount(since limit: Timestamp) throws(StoreError) -> Int {
        contents.withLock { $0.inbox.values.count { $0 >= limit } }
    }

    package func oldestInboxTime() throws(StoreError) -> Timestamp? {
        contents.withLock { $0.inbox.values.min() }
    }
}
