internal import Audit

/// One question to a tree: reads tiles, and keeps the last of each level while it lasts.
///
/// The siblings of a proof in one level are all in one tile, so that each tile is read once.
struct TreePass<Failure: Error> {
    private static var tileWidth: UInt64 { UInt64(TilePlace.fullWidth) }

    private let reader: TreeReader<Failure>
    private var kept: [(index: UInt64, hashes: [MerkleHash])?]

    init(_ reader: TreeReader<Failure>) {
        self.reader = reader
        kept = Array(repeating: nil, count: TilePlace.levelsInUse.count)
    }

    /// The root of the 2^`height` leaves from `index` · 2^`height` on.
    mutating func root(
        height: Int,
        index: UInt64
    ) throws(TreeReadError<Failure>) -> MerkleHash {
        // Such a root spans 1 to 128 neighbouring hashes of the level at or below its height.
        let (level, rise) = height.quotientAndRemainder(dividingBy: 8)
        let first = index << UInt64(rise)
        return try root(of: first..<first + 1 << UInt64(rise), level: level)
    }

    mutating func frontier(
        of leaves: Range<UInt64>
    ) throws(TreeReadError<Failure>) -> Frontier {
        // INVARIANT: `leaves` starts where a subtree at least as high as the highest peak may.
        var peaks: [MerkleHash] = []
        var start = leaves.lowerBound
        while start < leaves.upperBound {
            let height = 63 - (leaves.upperBound - start).leadingZeroBitCount
            peaks.append(try root(height: height, index: start >> UInt64(height)))
            start += 1 << UInt64(height)
        }
        return Frontier(size: leaves.upperBound - leaves.lowerBound, peaks: peaks)
    }

    /// The path of RFC 9162 §2.1.3.1.
    mutating func inclusionPath(
        index: UInt64,
        size: UInt64
    ) throws(TreeReadError<Failure>) -> [MerkleHash] {
        var fromRoot: [MerkleHash] = []
        var subtree = 0..<size
        while let (left, right) = subtree.halves {
            let isLeft = index < left.upperBound
            fromRoot.append(try frontier(of: isLeft ? right : left).root)
            subtree = isLeft ? left : right
        }
        return fromRoot.reversed()
    }

    /// The path of RFC 9162 §2.1.4.1.
    mutating func consistencyPath(
        from oldSize: UInt64,
        to newSize: UInt64
    ) throws(TreeReadError<Failure>) -> [MerkleHash] {
        var fromRoot: [MerkleHash] = []
        var subtree = 0..<newSize
        // Descend to the subtree that ends where the old tree ends (SUBPROOF of §2.1.4.1).
        while subtree.upperBound != oldSize, let (left, right) = subtree.halves {
            let goesLeft = oldSize <= left.upperBound
            fromRoot.append(try frontier(of: goesLeft ? right : left).root)
            subtree = goesLeft ? left : right
        }
        if subtree.lowerBound > 0 {
            fromRoot.append(try frontier(of: subtree).root)
        }
        return fromRoot.reversed()
    }

    /// The hashes of a tile, of which none, some or all may be stored.
    mutating func hashes(at place: TilePlace) throws(TreeReadError<Failure>) -> [MerkleHash] {
        var hashes: [MerkleHash] = []
        hashes.reserveCapacity(place.width)
        let first = place.index * Self.tileWidth
        for position in first..<first + UInt64(place.width) {
            hashes.append(try hash(at: position, level: place.level))
        }
        return hashes
    }

    /// The hash of a leaf that no tile is expected to have yet.
    func leaf(_ index: UInt64) throws(TreeReadError<Failure>) -> MerkleHash {
        guard index >= reader.minimumIndex else {
            throw .pruned(below: reader.minimumIndex)
        }
        do {
            return try reader.leafHash(index)
        } catch {
            throw .source(error)
        }
    }

    private mutating func root(
        of positions: Range<UInt64>,
        level: Int
    ) throws(TreeReadError<Failure>) -> MerkleHash {
        var frontier = Frontier()
        for position in positions {
            frontier.append(try hash(at: position, level: level))
        }
        return frontier.root
    }

    /// One hash of a level: from its tile, or from what is below it.
    private mutating func hash(
        at position: UInt64,
        level: Int
    ) throws(TreeReadError<Failure>) -> MerkleHash {
        let offset = Int(position % Self.tileWidth)
        let stored = try tile(level: level, index: position / Self.tileWidth)
        if offset < stored.count { return stored[offset] }
        guard level > 0 else { return try leaf(position) }
        let first = position * Self.tileWidth
        return try root(of: first..<first + Self.tileWidth, level: level - 1)
    }

    /// What is stored of a tile: its hashes from the first on, or none.
    private mutating func tile(
        level: Int,
        index: UInt64
    ) throws(TreeReadError<Failure>) -> [MerkleHash] {
        if let last = kept[level], last.index == index { return last.hashes }
        guard level > 0 || index >= reader.minimumIndex / Self.tileWidth else { return [] }
        do {
            let hashes = try reader.tile(level, index) ?? []
            kept[level] = (index, hashes)
            return hashes
        } catch {
            throw .source(error)
        }
    }
}

extension Range<UInt64> {
    /// The two parts RFC 9162 §2.1.1 splits a range of leaves into; `nil` for a single leaf.
    ///
    /// The left one has the largest power of two below the number of leaves.
    fileprivate var halves: (left: Range, right: Range)? {
        let count = upperBound - lowerBound
        guard count > 1 else { return nil }
        let middle = lowerBound + 1 << UInt64(63 - (count - 1).leadingZeroBitCount)
        return (lowerBound..<middle, middle..<upperBound)
    }
}

extension Frontier {
    /// A frontier from the roots of the complete subtrees of its size, largest subtree first.
    fileprivate init(size: UInt64, peaks: [MerkleHash]) {
        var bytes = (0..<8).map { UInt8(truncatingIfNeeded: size >> UInt64(56 - 8 * $0)) }
        for peak in peaks {
            bytes += peak.bytes
        }
        do {
            try self.init(bytes: bytes)
        } catch {
            preconditionFailure("a frontier has one peak for each bit set in its size")
        }
    }
}
