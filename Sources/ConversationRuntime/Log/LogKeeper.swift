import Audit
import Clocks
import FlowProgram
import Storage
import Synchronization
package import TransparencyLog

/// Signs the audit log, keeps what it signed, and publishes it.
///
/// The order is what makes it safe. Leaves are durable before anything is signed; what is signed is
/// stored before anybody gets it; a key that is replaced signs once more, over the leaf that names
/// its successor, and is destroyed.
package final class LogKeeper: Sendable {
    let store: any ConversationStore
    let keys: LogKeys
    let settings: AuditSettings
    let sinks: [any CheckpointSink]
    let entropy: Entropy
    /// Held while something is signed: one checkpoint after the other.
    let signing = Mutex(())

    init(
        store: any ConversationStore,
        keys: LogKeys,
        settings: AuditSettings,
        sinks: [any CheckpointSink],
        entropy: Entropy
    ) {
        self.store = store
        self.keys = keys
        self.settings = settings
        self.sinks = sinks
        self.entropy = entropy
    }

    static let ownPlace = "the store itself"

    var tree: StoredTree { StoredTree(store: store) }

    /// Every key the log was signed with so far, the oldest first.
    package func verifiers() throws(LogError) -> [NoteKey] { try keys.verifiers() }

    /// The last checkpoint that was signed.
    package func lastCheckpoint() throws(LogError) -> SignedCheckpoint? {
        try LogReading(store: store).lastCheckpoint()
    }

    /// Where checkpoints are published.
    package var publishedPlaces: [String] { sinks.map(\.place) }

    // MARK: Starting

    // INVARIANT: a store that is behind what was published is not written to: going on would sign
    // a second history, which no witness would ever accept again.
    /// Holds the store against everything that was ever published of it.
    package func checkPublished() throws(LogError) {
        let names = try keys.verifiers().map(\.name)
        let size = try frontier().size
        if let last = try lastCheckpoint() {
            try check(last, against: size, place: Self.ownPlace)
        }
        for sink in sinks {
            guard let published = try sink.lastPublished() else { continue }
            let origin = published.checkpoint.origin
            // By its name alone: an old copy does not know the keys that came after it.
            guard names.contains(origin) || origin == settings.origin else {
                throw .foreign(place: sink.place)
            }
            // A new incarnation signs under a new name; what the old one published is its own.
            guard names.isEmpty || origin == names.last else { continue }
            try check(published, against: size, place: sink.place)
        }
    }

    private func check(
        _ signed: SignedCheckpoint,
        against size: UInt64,
        place: String
    ) throws(LogError) {
        let published = signed.checkpoint
        guard published.size <= size else {
            throw .behind(size: size, published: published.size, place: place)
        }
        let root: MerkleHash
        do throws(LogError) {
            root = try tree.root(size: published.size)
        } catch .pruned {
            // Older than all there is to compare it with.
            return
        }
        guard root == published.root else { throw .forked(size: published.size, place: place) }
    }

    // MARK: The store

    func lastRow() throws(LogError) -> StoredCheckpoint? {
        try reading { () throws(StoreError) in try store.lastCheckpoint() }
    }

    func frontier() throws(LogError) -> Frontier {
        try reading { () throws(StoreError) in try store.frontier() }
    }

    /// Appends a leaf about the log itself.
    ///
    /// - Returns: How many leaves there are with it.
    @discardableResult
    func append(_ event: AuditEvent, at now: Timestamp) throws(LogError) -> UInt64 {
        let leaf = PreparedLeaf(body: AuditLeaf.encode(event))
        let before = try frontier().size
        return try reading { () throws(StoreError) in
            try store.append([leaf], at: now)
            // Turns are written meanwhile: the leaf is one of those that came since.
            var next = before
            while let piece = Optional(try store.leaves(from: next, limit: 256)),
                let last = piece.last
            {
                if let own = piece.first(where: { $0.body == leaf.body }) { return own.index + 1 }
                next = last.index + 1
            }
            throw .corrupt(file: "parley.db")
        }
    }

    func reading<Value>(
        _ body: () throws(StoreError) -> Value
    ) throws(LogError) -> Value {
        do {
            return try body()
        } catch {
            throw .store(error)
        }
    }
}
