import Audit
import Storage
import TransparencyLog

/// The log's tree as the store keeps it: roots and proofs in a few reads, however long the log.
struct StoredTree {
    let store: any ConversationStore

    func root(size: UInt64) throws(LogError) -> MerkleHash {
        let tree = try reader()
        return try reading { () throws(TreeReadError<StoreError>) in try tree.root(size: size) }
    }

    func frontier(size: UInt64) throws(LogError) -> Frontier {
        let tree = try reader()
        return try reading { () throws(TreeReadError<StoreError>) in
            try tree.frontier(size: size)
        }
    }

    func inclusion(of index: UInt64, size: UInt64) throws(LogError) -> InclusionProof {
        let tree = try reader()
        return try reading { () throws(TreeReadError<StoreError>) in
            try tree.inclusion(of: index, size: size)
        }
    }

    func consistency(from old: UInt64, to new: UInt64) throws(LogError) -> ConsistencyProof {
        let tree = try reader()
        return try reading { () throws(TreeReadError<StoreError>) in
            try tree.consistency(from: old, to: new)
        }
    }

    func hashTile(at place: TilePlace) throws(LogError) -> HashTile {
        let tree = try reader()
        return try reading { () throws(TreeReadError<StoreError>) in
            try tree.hashTile(at: place)
        }
    }

    /// The tiles that a tree of `size` leaves has and one of `oldSize` has not, the open ones as
    /// far as they go.
    func tiles(from oldSize: UInt64, to size: UInt64) throws(LogError) -> [StoredTile] {
        let tree = try reader()
        var builder = TileBuilder(size: oldSize)
        var tiles: [StoredTile] = []
        return try reading { () throws(TreeReadError<StoreError>) in
            try builder.extend(to: size, from: tree) { tile throws(StoreError) in
                tiles.append(StoredTile(tile))
            }
            // What was pruned is told by the level above, which so must be there in part.
            return tiles + (try builder.partialTiles(from: tree)).map(StoredTile.init)
        }
    }

    private func reader() throws(LogError) -> TreeReader<StoreError> {
        let store = store
        let first: UInt64
        do {
            first = try store.firstLeaf()
        } catch {
            throw .store(error)
        }
        let leaves = LeafHashes(store: store)
        return TreeReader(
            minimumIndex: first,
            tile: { level, index throws(StoreError) in
                try store.tile(StoredTile.Place(level: level, index: index)).map {
                    bytes throws(StoreError) in
                    try Self.hashes(bytes)
                }
            },
            leafHash: { index throws(StoreError) in try leaves.hash(at: index) }
        )
    }

    private static func hashes(_ bytes: [UInt8]) throws(StoreError) -> [MerkleHash] {
        guard bytes.count.isMultiple(of: MerkleHash.byteCount) else {
            throw .corrupt(file: "parley.db")
        }
        return stride(from: 0, to: bytes.count, by: MerkleHash.byteCount).compactMap {
            MerkleHash(bytes[$0..<$0 + MerkleHash.byteCount])
        }
    }

    private func reading<Value>(
        _ body: () throws(TreeReadError<StoreError>) -> Value
    ) throws(LogError) -> Value {
        do {
            return try body()
        } catch {
            switch error {
            case .pruned(let index): throw .pruned(below: index)
            case .source(let error): throw .store(error)
            }
        }
    }
}

/// The stored hashes of leaves, read a tile's worth at a time, as neighbours are asked for next.
private final class LeafHashes {
    private let store: any ConversationStore
    private var first: UInt64 = 0
    private var hashes: [MerkleHash] = []

    init(store: any ConversationStore) {
        self.store = store
    }

    func hash(at index: UInt64) throws(StoreError) -> MerkleHash {
        if index < first || index - first >= UInt64(hashes.count) { try read(from: index) }
        guard index - first < UInt64(hashes.count) else {
            throw .corrupt(file: "parley.db")
        }
        return hashes[Int(index - first)]
    }

    private func read(from index: UInt64) throws(StoreError) {
        first = index
        hashes = []
        for leaf in try store.leaves(from: index, limit: StoredTile.width) {
            let expected = index + UInt64(hashes.count)
            guard leaf.index == expected, let hash = MerkleHash(leaf.hash) else { break }
            hashes.append(hash)
        }
    }
}

extension StoredTile {
    init(_ tile: HashTile) {
        self.init(
            place: Place(level: tile.place.level, index: tile.place.index),
            hashes: tile.bytes
        )
    }
}
