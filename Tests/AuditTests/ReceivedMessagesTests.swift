import Audit
import Clocks
import Testing

/// From when on there are as many inbox rows as messages were taken.
@Suite struct ReceivedMessagesTests {
    private enum Event {
        case received(Int64)
        case pruned(Int64)
    }

    private func at(_ offset: Int64) -> Timestamp {
        Timestamp(milliseconds: SampleLog.nine.milliseconds + offset)
    }

    /// The limit as an offset, and what is found when there are `rows` from there on.
    private func check(
        _ events: [Event],
        oldestRow: Int64?,
        start: Int = 0,
        rows: UInt64
    ) -> (since: Int64?, findings: [Finding]) {
        let leaves = events.enumerated().map { place, event in
            let made =
                switch event {
                case .received(let offset):
                    AuditEvent(
                        time: at(offset),
                        kind: .messageReceived,
                        subject: [UInt8](repeating: 1, count: 16),
                        sequence: UInt64(place + 1)
                    )
                case .pruned(let offset):
                    AuditEvent(time: at(offset), kind: .retentionApplied, cause: "inbox")
                }
            return AuditLeaf(event: made).bytes
        }
        var frontier = Frontier()
        for leaf in leaves.prefix(start) { frontier.append(MerkleTree.leafHash(leaf)) }
        var verifier = AuditVerifier(
            VerificationInput(start: frontier),
            oldestInboxRow: oldestRow.map(at)
        )
        for (place, leaf) in leaves.enumerated().dropFirst(start) {
            let hash = MerkleTree.leafHash(leaf).bytes
            verifier.add(index: UInt64(place), body: leaf, storedHash: hash)
        }
        var report = verifier.finish()
        let check = StoreCrossCheck(verifier, erasuresPending: [])
        let since = check.inboxSince
        check.finish(inboxRows: since == nil ? nil : rows, &report)
        let offset = since.map { limit in
            limit.milliseconds == .min ? -1 : limit.milliseconds - SampleLog.nine.milliseconds
        }
        return (
            offset,
            report.findings.filter { if case .inboxMismatch = $0 { true } else { false } }
        )
    }

    @Test func `a log without retention has a row for each message`() {
        let taken: [Event] = [.received(0), .received(5), .received(5)]
        let right = check(taken, oldestRow: 0, rows: 3)
        #expect(right.since == -1)
        #expect(right.findings == [])
        #expect(
            check(taken, oldestRow: 5, rows: 2).findings == [.inboxMismatch(rows: 2, leaves: 3)]
        )
        let more = check(taken, oldestRow: 0, rows: 4).findings
        #expect(more == [.inboxMismatch(rows: 4, leaves: 3)])
        #expect(more.first?.kind == .addedRow)
    }

    @Test func `after retention, rows count from the oldest one`() {
        let taken: [Event] = [.received(0), .received(5), .received(8), .pruned(9), .received(12)]
        let right = check(taken, oldestRow: 5, rows: 3)
        #expect(right.since == 5)
        #expect(right.findings == [])
        let lost = check(taken, oldestRow: 5, rows: 2).findings
        #expect(lost == [.inboxMismatch(rows: 2, leaves: 3)])
        #expect(lost.first?.kind == .removedRow)
    }

    @Test func `an inbox that was emptied is held against what came since retention`() {
        let taken: [Event] = [.received(0), .pruned(9), .received(12), .received(13)]
        let emptied = check(taken, oldestRow: nil, rows: 0)
        #expect(emptied.since == 9)
        #expect(emptied.findings == [.inboxMismatch(rows: 0, leaves: 2)])
        #expect(check(taken, oldestRow: 13, rows: 1).findings.count == 1)
    }

    @Test func `where the clock was set back over retention, the oldest row counts`() {
        let taken: [Event] = [.received(20), .pruned(9), .received(12)]
        let right = check(taken, oldestRow: 12, rows: 2)
        #expect(right.since == 12)
        #expect(right.findings == [])
        #expect(check(taken, oldestRow: nil, rows: 0).since == nil)
    }

    @Test func `from the middle, only what is later than the first leaf counts`() {
        let taken: [Event] = [.received(0), .received(5), .received(5), .received(7)]
        let right = check(taken, oldestRow: 0, start: 2, rows: 1)
        #expect(right.since == 6)
        #expect(right.findings == [])
        #expect(check(taken, oldestRow: 0, start: 4, rows: 9).since == nil)
        let back: [Event] = [.received(5), .received(5), .received(3)]
        #expect(check(back, oldestRow: 0, start: 1, rows: 9).since == nil)
    }
}
