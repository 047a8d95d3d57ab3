import Audit
import Clocks
import Storage

extension StoreWriter {
    func add(_ checkpoint: StoredCheckpoint, _ tiles: [StoredTile]) throws(StoreError) {
        try transaction.run { () throws(StoreError) in try logWriting.add(checkpoint, tiles) }
    }

    // INVARIANT: where the log begins changes together with the leaf that says why.
    mutating func prune(
        below index: UInt64,
        leaves: [PreparedLeaf],
        at now: Timestamp
    ) throws(StoreError) {
        try write(at: now) { writer, tip throws(StoreError) in
            try writer.logWriting.start(at: index)
            for leaf in leaves { try writer.turns.append(leaf, &tip) }
        }
    }

    func removePruned() throws(StoreError) -> Int {
        try transaction.run { () throws(StoreError) in try logWriting.removePruned() }
    }

    mutating func setHold(
        _ name: String,
        since: Timestamp?,
        leaves: [PreparedLeaf],
        at now: Timestamp
    ) throws(StoreError) {
        try write(at: now) { writer, tip throws(StoreError) in
            try writer.logWriting.setHold(name, since: since)
            for leaf in leaves { try writer.turns.append(leaf, &tip) }
        }
    }
}
