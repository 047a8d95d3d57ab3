import Audit
import Clocks
import Testing

/// Rows read at a time, so that small logs have many pieces.
private let piece = 4

/// What is selected of a log is what a look at all of it would select, without a look at all of it.
@Suite struct EventSelectionTests {
    /// A log in memory that counts what is read of it.
    private final class CountedLog {
        let rows: [EventRow]
        private(set) var rowsRead = 0
        private(set) var pieces = 0

        init(_ rows: [EventRow]) {
            self.rows = rows
        }

        convenience init(_ count: Int) {
            self.init(
                (0..<count).map { EventRow(index: UInt64($0), bytes: SampleLog.leaf($0).bytes) }
            )
        }

        func read(_ first: UInt64, _ limit: Int) -> [EventRow] {
            let found = Array(rows.drop { $0.index < first }.prefix(limit))
            rowsRead += found.count
            pieces += 1
            return found
        }

        func select(
            _ filter: EventFilter,
            from first: UInt64 = 0,
            _ count: EventSelection.Count,
            size: UInt64? = nil
        ) -> (indices: [UInt64], tally: EventSelection.Tally) {
            var indices: [UInt64] = []
            let tally = EventSelection(filter, from: first, count, pieceSize: piece).forEach(
                inLogOf: size ?? rows.last.map { $0.index + 1 } ?? 0,
                read: read
            ) { indices.append($0.index) }
            return (indices, tally)
        }
    }

    /// One contact of the three that take turns in a sample log.
    private static let one = EventFilter(
        people: [PseudonymPrefix(pseudonym: [UInt8](repeating: 0xa1, count: 16))]
    )

    private func places(_ log: CountedLog, from first: UInt64, oneOfThree: Bool) -> [UInt64] {
        log.rows.map(\.index).filter { $0 >= first && (!oneOfThree || $0 % 3 == 1) }
    }

    @Test(arguments: [0, 1, piece - 1, piece, piece + 1, 2 * piece, 3 * piece + 1])
    func `every selection is the part of the whole that it says`(size: Int) {
        let log = CountedLog(size)
        for isFiltered in [false, true] {
            let filter = isFiltered ? Self.one : EventFilter()
            for first in 0...UInt64(size + 2) {
                let all = places(log, from: first, oneOfThree: isFiltered)
                #expect(log.select(filter, from: first, .all).indices == all)
                for wanted in 0...size + 1 {
                    let head = log.select(filter, from: first, .first(wanted))
                    #expect(head.indices == Array(all.prefix(wanted)))
                    #expect(head.tally.selected == head.indices.count)
                    let tail = log.select(filter, from: first, .last(wanted))
                    #expect(tail.indices == Array(all.suffix(wanted)), "\(first), \(wanted)")
                }
            }
        }
    }

    @Test func `reading ends once as many were found as were wanted`() {
        let log = CountedLog(50 * piece)
        #expect(log.select(Self.one, .first(3)).indices == [1, 4, 7])
        #expect(log.rowsRead == 2 * piece)
    }

    @Test func `the last ones are found from the end`() {
        let log = CountedLog(50 * piece)
        let size = UInt64(log.rows.count)
        #expect(log.select(EventFilter(), .last(2)).indices == [size - 2, size - 1])
        #expect(log.rowsRead <= 2 * piece)
    }

    @Test func `a time is no reason to stop: the clock may have gone back`() {
        let late = Timestamp(milliseconds: SampleLog.nine.milliseconds + 60_000)
        let times = [SampleLog.nine, late, SampleLog.nine, late, SampleLog.nine]
        let rows = times.enumerated().map { place, time in
            let leaf = AuditLeaf(event: AuditEvent(time: time, kind: .storeOpened))
            return EventRow(index: UInt64(place), bytes: leaf.bytes)
        }
        let log = CountedLog(rows)
        #expect(log.select(EventFilter(until: SampleLog.nine), .all).indices == [0, 2, 4])
        #expect(log.select(EventFilter(since: late), .all).indices == [1, 3])
    }

    @Test func `a row that is no leaf is shown to whoever asks for all, and counted for all`() {
        var rows = CountedLog(10).rows
        rows[4] = EventRow(index: 4, bytes: Array("anything".utf8))
        #expect(!rows[4].isLeaf && rows[4].leaf == nil)
        #expect(rows[5].isLeaf && rows[5].leaf == SampleLog.leaf(5))
        let log = CountedLog(rows)
        let all = log.select(EventFilter(), .all)
        #expect(all.indices == Array(0..<10))
        #expect(all.tally.unreadable == 1)
        let some = log.select(Self.one, .all)
        #expect(some.indices == [1, 7])
        #expect(some.tally.unreadable == 1)
        #expect(log.select(EventFilter(), .first(3)).tally.unreadable == 0)
    }

    @Test func `rows that are missing are passed over, from both ends`() {
        let rows = CountedLog(30 * piece).rows
            .filter { !(10..<UInt64(20 * piece)).contains($0.index) }
        let log = CountedLog(rows)
        #expect(log.select(EventFilter(), .all).indices == rows.map(\.index))
        let wanted = 10 * piece + 3
        let tail = log.select(EventFilter(), .last(wanted)).indices
        #expect(tail == rows.suffix(wanted).map(\.index))
    }

    @Test func `a log that claims to be endless is read in few pieces`() {
        let log = CountedLog(20)
        let tail = log.select(Self.one, .last(3), size: 1 << 62)
        #expect(tail.indices == [13, 16, 19])
        #expect(log.pieces < 100)
        // A log that claims to be empty hides nothing that is there.
        #expect(log.select(EventFilter(), .last(3), size: 0).indices == Array(0..<20))
    }

    @Test func `an error of the reader ends the reading`() {
        struct Broken: Error {}
        var seen = 0
        #expect(throws: Broken.self) {
            _ = try EventSelection(EventFilter()).forEach(
                inLogOf: 10,
                read: { _, _ throws(Broken) in throw Broken() },
                { _ in seen += 1 }
            )
        }
        #expect(seen == 0)
    }
}
