/// The part of a log somebody wants to see, read piece by piece.
///
/// Memory does not grow with the log nor with what is selected.
package struct EventSelection: Hashable, Sendable {
    /// How many of the rows that a filter lets through.
    package enum Count: Hashable, Sendable {
        case all
        case first(Int)
        case last(Int)
    }

    /// What reading came to.
    package struct Tally: Hashable, Sendable {
        /// Rows handed over.
        package fileprivate(set) var selected = 0
        /// Rows that are no leaves, among those read.
        ///
        /// With a filter nobody knows whether they were wanted, and they are not handed over.
        package fileprivate(set) var unreadable = 0
    }

    /// Rows usually read at a time.
    package static let usualPieceSize = 4096

    package let filter: EventFilter
    /// The first row that counts.
    package let first: UInt64
    package let count: Count
    private let pieceSize: Int

    /// Takes a count that is not negative, and at least one row a piece; anything else is a defect
    /// of the caller.
    package init(
        _ filter: EventFilter,
        from first: UInt64 = 0,
        _ count: Count = .all,
        pieceSize: Int = usualPieceSize
    ) {
        precondition(pieceSize > 0, "a piece has at least one row")
        switch count {
        case .all: break
        case .first(let wanted), .last(let wanted):
            precondition(wanted >= 0, "one cannot want fewer than no rows")
        }
        self.filter = filter
        self.first = first
        self.count = count
        self.pieceSize = pieceSize
    }

    /// Hands over each row that is wanted, in the order of the log.
    ///
    /// Reading ends with the log, or once as many rows were found as were wanted. Without a filter
    /// every row is wanted, also one that is no leaf.
    ///
    /// - Parameters:
    ///   - size: How many leaves the log says it has; only the last ones need it.
    ///   - read: The rows from an index on, in order, at most so many; fewer at the end.
    ///   - body: Takes a row that is wanted.
    /// - Returns: What reading came to.
    /// - Throws: What `read` throws.
    package func forEach<Failure: Error>(
        inLogOf size: UInt64,
        read: (_ first: UInt64, _ limit: Int) throws(Failure) -> [EventRow],
        _ body: (EventRow) -> Void
    ) throws(Failure) -> Tally {
        switch count {
        case .all: return try forEach(from: first, skipping: 0, upTo: .max, read, body)
        case .first(let wanted):
            return try forEach(from: first, skipping: 0, upTo: wanted, read, body)
        case .last(let wanted):
            let start = try start(ofLast: wanted, inLogOf: size, read)
            return try forEach(from: start.index, skipping: start.skipped, upTo: .max, read, body)
        }
    }

    private func forEach<Failure: Error>(
        from start: UInt64,
        skipping skipped: Int,
        upTo limit: Int,
        _ read: (_ first: UInt64, _ limit: Int) throws(Failure) -> [EventRow],
        _ body: (EventRow) -> Void
    ) throws(Failure) -> Tally {
        var tally = Tally()
        var next = start
        var skipped = skipped
        while tally.selected < limit {
            let rows = try read(next, pieceSize)
            for row in rows {
                let verdict = filter.verdict(on: row.bytes)
                if verdict == .isNoLeaf { tally.unreadable += 1 }
                guard isWanted(verdict) else { continue }
                guard skipped == 0 else {
                    skipped -= 1
                    continue
                }
                body(row)
                tally.selected += 1
                if tally.selected == limit { break }
            }
            guard let last = rows.last, rows.count == pieceSize else { break }
            next = last.index + 1
        }
        return tally
    }

    /// Where the last rows begin, and how many that are wanted come before them from there.
    ///
    /// Counts backwards in stretches of doubling length: they are few whatever size a tampered log
    /// claims, and what is read is not much more than what is handed over.
    private func start<Failure: Error>(
        ofLast wanted: Int,
        inLogOf size: UInt64,
        _ read: (_ first: UInt64, _ limit: Int) throws(Failure) -> [EventRow]
    ) throws(Failure) -> (index: UInt64, skipped: Int) {
        guard size > first else { return (first, 0) }
        var start = size
        var found = 0
        var length = UInt64(pieceSize)
        while start > first, found < wanted {
            let next = start - min(length, start - first)
            found += try matches(from: next, to: start, read)
            start = next
            length = length.multipliedReportingOverflow(by: 2).overflow ? length : length * 2
        }
        return (start, max(0, found - wanted))
    }

    private func matches<Failure: Error>(
        from start: UInt64,
        to end: UInt64,
        _ read: (_ first: UInt64, _ limit: Int) throws(Failure) -> [EventRow]
    ) throws(Failure) -> Int {
        var count = 0
        var next = start
        while next < end {
            let rows = try read(next, pieceSize)
            // A log with rows missing gives rows from beyond the end.
            for row in rows where row.index < end && isWanted(filter.verdict(on: row.bytes)) {
                count += 1
            }
            guard let last = rows.last, rows.count == pieceSize else { break }
            next = last.index + 1
        }
        return count
    }

    private func isWanted(_ verdict: EventFilter.Verdict) -> Bool {
        switch verdict {
        case .passes: true
        case .isOther: false
        case .isNoLeaf: filter.isEmpty
        }
    }
}
