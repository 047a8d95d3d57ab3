package import Clocks

/// What a store keeps of the audit log besides its leaves: what was signed, the tree's own hashes,
/// and from where on there still are leaves.
///
/// Each write is one durable transaction.
package protocol LogStore: Sendable {
    /// Checkpoints that were signed and kept, by size.
    func checkpoints(from size: UInt64, limit: Int) throws(StoreError) -> [StoredCheckpoint]
    func lastCheckpoint() throws(StoreError) -> StoredCheckpoint?
    /// Stores a checkpoint and the tiles that are new or longer since the last one, together.
    ///
    /// A checkpoint of the same size is replaced.
    func add(_ checkpoint: StoredCheckpoint, tiles: [StoredTile]) throws(StoreError)
    /// Forgets a checkpoint, unless it is to be kept.
    func forgetCheckpoint(ofSize size: UInt64) throws(StoreError)

    /// The hashes of a tile as it was last stored; `nil` for one that never was, or was pruned.
    func tile(_ place: StoredTile.Place) throws(StoreError) -> [UInt8]?

    /// The index of the first leaf there is; what was before it is pruned.
    func firstLeaf() throws(StoreError) -> UInt64
    /// Lets the log begin at `index`, and appends leaves that say so.
    ///
    /// What lies before is not read any more from now on; `removePruned` removes it.
    ///
    /// The index is a multiple of 256, not beyond the last full tile.
    func prune(
        below index: UInt64,
        leaves: [PreparedLeaf],
        at now: Timestamp
    ) throws(StoreError)
    /// Removes what was pruned, about 10 000 leaves a call, with their heads and tiles.
    ///
    /// - Returns: How many leaves are gone; 0 when there are no more.
    func removePruned() throws(StoreError) -> Int

    /// Reasons not to prune, by name.
    func holds() throws(StoreError) -> [LegalHold]
    /// Places or, with `nil` for the time, lifts a hold, and appends leaves that say so.
    func setHold(
        _ name: String,
        since: Timestamp?,
        leaves: [PreparedLeaf],
        at now: Timestamp
    ) throws(StoreError)

    /// Statements of others about checkpoints of this log, the oldest first.
    func anchors() throws(StoreError) -> [StoredAnchor]
    func add(_ anchor: StoredAnchor) throws(StoreError)
}

/// A checkpoint as it was signed.
package struct StoredCheckpoint: Hashable, Sendable {
    package let size: UInt64
    /// The signed note, with every cosignature it has.
    package let note: [UInt8]
    package let at: Timestamp
    /// It closes the time of a key, or something refers to it: never thinned out.
    package let isKept: Bool

    package init(size: UInt64, note: [UInt8], at: Timestamp, isKept: Bool) {
        self.size = size
        self.note = note
        self.at = at
        self.isKept = isKept
    }
}

/// Up to 256 hashes of the tree, side by side (C2SP tlog-tiles).
package struct StoredTile: Hashable, Sendable {
    package struct Place: Hashable, Sendable {
        /// 0 for leaf hashes; a hash of level *n* stands for a full tile of level *n* − 1.
        package let level: Int
        package let index: UInt64

        package init(level: Int, index: UInt64) {
            self.level = level
            self.index = index
        }
    }

    /// Hashes in a full tile.
    package static let width = 256

    package let place: Place
    /// 32 bytes each; 8 192 in a full tile.
    package let hashes: [UInt8]

    package init(place: Place, hashes: [UInt8]) {
        self.place = place
        self.hashes = hashes
    }
}

/// A reason for which nothing of the log may be removed.
package struct LegalHold: Hashable, Sendable {
    package let name: String
    package let since: Timestamp

    package init(name: String, since: Timestamp) {
        self.name = name
        self.since = since
    }
}

/// What somebody else said about a checkpoint: when there was one, for example.
package struct StoredAnchor: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// The token of a time-stamping authority (RFC 3161), as it came.
        case timestamp
    }

    /// The checkpoint it is about.
    package let size: UInt64
    package let kind: Kind
    package let token: [UInt8]
    package let at: Timestamp

    package init(size: UInt64, kind: Kind, token: [UInt8], at: Timestamp) {
        self.size = size
        self.kind = kind
        self.token = token
        self.at = at
    }
}
