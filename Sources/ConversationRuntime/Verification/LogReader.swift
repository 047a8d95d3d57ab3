import Audit
import Storage

/// Reads leaves in batches, each with the heads that it reaches.
struct LogReader {
    /// Rows read in one go.
    static let readLimit = 4096

    struct Batch {
        var heads: [TreeHead] = []
        var leaves: [StoredLeaf] = []
    }

    private let source: LogSource
    private let batchSize: Int
    private var nextLeaf: UInt64
    private var hasMoreLeaves = true
    private var nextHead: UInt64
    /// Heads read and not reached yet.
    private var heads: ArraySlice<TreeHead> = []
    private var hasMoreHeads = true

    init(_ source: LogSource, from first: UInt64, batchSize: Int) {
        self.source = source
        self.batchSize = batchSize
        nextLeaf = first
        nextHead = first
    }

    /// The next leaves and the heads up to their last; without leaves, at the end of the log.
    mutating func next() throws(StoreError) -> Batch {
        var batch = Batch()
        while hasMoreLeaves, batch.leaves.count < batchSize {
            let limit = min(Self.readLimit, batchSize - batch.leaves.count)
            let rows = try source.leaves(nextLeaf, limit)
            batch.leaves += rows
            // A tampered row may have the highest index there is: nothing follows it.
            hasMoreLeaves = rows.count == limit && rows.last?.index != .max
            if let last = rows.last(where: { $0.index < .max }) { nextLeaf = last.index + 1 }
        }
        if !batch.leaves.isEmpty { batch.heads = try heads(upTo: nextLeaf) }
        return batch
    }

    /// The next heads of at most `size` leaves.
    mutating func heads(upTo size: UInt64) throws(StoreError) -> [TreeHead] {
        var reached: [TreeHead] = []
        while true {
            let count = heads.prefix { $0.size <= size }.count
            reached += heads.prefix(count)
            heads = heads.dropFirst(count)
            guard heads.isEmpty, hasMoreHeads else { return reached }
            try readHeads()
        }
    }

    /// The last head of all, when the leaves have ended before it.
    mutating func lastHead() throws(StoreError) -> TreeHead? {
        var last: TreeHead?
        while true {
            last = heads.last ?? last
            heads = []
            guard hasMoreHeads else { return last }
            try readHeads()
        }
    }

    private mutating func readHeads() throws(StoreError) {
        let rows = try source.heads(nextHead, Self.readLimit)
        let last = rows.last?.size ?? .max
        heads = rows[...]
        hasMoreHeads = rows.count == Self.readLimit && last < .max
        if last < .max { nextHead = last + 1 }
    }
}
