package import Audit
import Dispatch
package import Storage
import Synchronization

/// Runs a log through a verifier on every core.
///
/// It goes in waves. In each, three things happen at once: the readings of the last wave are
/// merged, in order, on one thread; the next rows are fetched on another; and the rows fetched
/// before are hashed and scanned in pieces on all the others. So there are never more than three
/// waves of rows in memory, nothing waits on a lock, and the findings are those of one thread.
package struct ParallelScan {
    private let source: LogSource
    private let pieceSize: Int
    private let piecesInWave: Int

    /// A piece is what one core takes at a time.
    package init(_ source: LogSource, pieceSize: Int = 1024, piecesInWave: Int = 16) {
        precondition(pieceSize > 0 && piecesInWave > 0, "a wave has leaves")
        self.source = source
        self.pieceSize = pieceSize
        self.piecesInWave = piecesInWave
    }

    /// What one wave hands to the next, hashed and scanned.
    private struct Readings: Sendable {
        var heads: [TreeHead] = []
        var pieces: [[LeafReading]] = []

        func merge(into verifier: inout AuditVerifier) {
            for head in heads { verifier.expect(head: head) }
            for piece in pieces {
                for reading in piece { verifier.add(reading) }
            }
        }
    }

    /// Hands every row from a verifier's start on to it; it comes back having seen them.
    ///
    /// `progress` hears the index of the last leaf merged. Nothing must be written to the log
    /// meanwhile.
    package func run(
        _ verifier: consuming AuditVerifier,
        progress: (UInt64) -> Void = { _ in }
    ) throws(StoreError) -> AuditVerifier {
        let first = verifier.first
        let merging = Mutex(verifier)
        let reading = Mutex(LogReader(source, from: first, batchSize: pieceSize * piecesInWave))
        let known = try reading.withLock { reader throws(StoreError) in
            try reader.heads(upTo: first)
        }
        merging.withLock { verifier in
            for head in known { verifier.expect(head: head) }
        }
        var fetched = try reading.withLock { reader throws(StoreError) in try reader.next() }
        var ready = Readings()
        while !fetched.leaves.isEmpty || !ready.pieces.isEmpty {
            let next = wave(ready, merging, fetched, reading)
            if let last = ready.pieces.last?.last { progress(last.index) }
            ready = next.ready
            fetched = try next.fetched.get()
        }
        let last = try reading.withLock { reader throws(StoreError) in try reader.lastHead() }
        return merging.withLock { verifier in
            if let last { verifier.expect(head: last) }
            return verifier
        }
    }

    /// Merges one wave's readings, makes the next one's, and fetches the rows after those.
    ///
    /// Of each lock there is one taker: they only say to the compiler what the places keep apart.
    private func wave(
        _ ready: Readings,
        _ merging: borrowing Mutex<AuditVerifier>,
        _ fetched: LogReader.Batch,
        _ reading: borrowing Mutex<LogReader>
    ) -> (ready: Readings, fetched: Result<LogReader.Batch, StoreError>) {
        let (rows, size) = (fetched.leaves, pieceSize)
        let starts = Array(stride(from: 0, to: rows.count, by: size))
        let pieces = Mutex([[LeafReading]](repeating: [], count: starts.count))
        let following = Mutex(Result<LogReader.Batch, StoreError>.success(LogReader.Batch()))
        DispatchQueue.concurrentPerform(iterations: 2 + starts.count) { place in
            switch place {
            // First, because it is the longest.
            case 0: merging.withLock { ready.merge(into: &$0) }
            case 1:
                let batch = reading.withLock { $0.result() }
                following.withLock { $0 = batch }
            default:
                let start = starts[place - 2]
                let piece = rows[start..<min(start + size, rows.count)].map { row in
                    LeafReading(index: row.index, body: row.body, storedHash: row.hash)
                }
                pieces.withLock { $0[place - 2] = piece }
            }
        }
        let readings = Readings(heads: fetched.heads, pieces: pieces.withLock { $0 })
        return (readings, following.withLock { $0 })
    }
}

extension LogReader {
    /// The next batch, or why it could not be read, as a thread hands it to another.
    fileprivate mutating func result() -> Result<Batch, StoreError> {
        do throws(StoreError) {
            return .success(try next())
        } catch {
            return .failure(error)
        }
    }
}
