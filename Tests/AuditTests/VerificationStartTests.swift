import Audit
import Clocks
import Testing

/// Verification that goes on where an earlier one ended, and what was kept elsewhere.
@Suite struct VerificationStartTests {
    private let log = KeyedLog()
    private let rows = SampleLog.rows(24)

    private func frontier(_ size: Int) -> Frontier {
        var frontier = Frontier()
        for row in rows.prefix(size) { frontier.append(MerkleTree.leafHash(row.body)) }
        return frontier
    }

    private func verify(
        _ rows: some Sequence<SampleLog.Row>,
        _ heads: [TreeHead],
        _ input: VerificationInput
    ) -> VerificationReport {
        var verifier = AuditVerifier(input)
        for head in heads { verifier.expect(head: head) }
        for row in rows {
            verifier.add(index: row.index, body: row.body, storedHash: row.hash)
        }
        return verifier.finish()
    }

    @Test(arguments: [0, 1, 7, 8, 12, 23, 24])
    func `from any trusted start the same root comes out`(_ start: Int) {
        let heads = SampleLog.heads(rows, every: 1).filter { $0.size >= start }
        let input = VerificationInput(start: frontier(start))
        let report = verify(rows.dropFirst(start), heads, input)
        #expect(report.isIntact, "\(report.findings.map(\.text))")
        #expect(report.from == UInt64(start))
        #expect(report.leaves == 24)
        #expect(report.root == frontier(24).root)
    }

    @Test func `a start that is not the log's fails at the first head`() {
        var wrong = frontier(11)
        wrong.append(MerkleTree.leafHash([]))
        let heads = SampleLog.heads(rows, every: 4).filter { $0.size >= 12 }
        let report = verify(rows.dropFirst(12), heads, VerificationInput(start: wrong))
        #expect(report.findings == [.headRootMismatch(size: 12, firstSuspect: 12)])
        #expect(report.headsFailed == 4)
        #expect(report.committedUpTo == nil)
    }

    @Test func `a contact's numbers count from where they are first seen`() {
        let heads = SampleLog.heads(rows, every: 4).filter { $0.size >= 12 }
        var left = Array(rows.dropFirst(12))
        // Contact a1 has leaves 13, 16, 19 and 22; the second of them is replaced by its third.
        left[4] = SampleLog.Row(index: 16, leaf: SampleLog.leaf(19))
        let report = verify(left, heads, VerificationInput(start: frontier(12)))
        #expect(
            report.findings == [
                .sequenceGap(subject: "a1a1a1a1", index: 16, expected: 6, found: 7),
                .sequenceGap(subject: "a1a1a1a1", index: 19, expected: 8, found: 7),
                .headRootMismatch(size: 20, firstSuspect: 16),
            ]
        )
    }

    /// The log from its tenth leaf on, with what an auditor says of its keys.
    private func verifyKeys(atStart key: String?, pinned: String? = nil) -> VerificationReport {
        let input = VerificationInput(
            start: log.frontier(10),
            pinnedKey: pinned,
            keyAtStart: key,
            checkpoints: log.facts
        )
        let heads = SampleLog.heads(log.rows, every: 4).filter { $0.size >= 10 }
        return verify(log.rows.dropFirst(10), heads, input)
    }

    @Test func `keys are judged from the one in force at the start`() {
        let report = verifyKeys(atStart: KeyedLog.keys[1], pinned: KeyedLog.keys[0])
        #expect(report.isIntact, "\(report.findings.map(\.text))")
        #expect(report.checkpointsChecked == 3)
        #expect(report.provenUpTo == 24)
    }

    @Test func `the key at a start is the one that signs first, unless another is pinned`() {
        let taken = verifyKeys(atStart: nil)
        #expect(taken.isIntact, "\(taken.findings.map(\.text))")
        #expect(taken.provenUpTo == 24)
        let own = verifyKeys(atStart: nil, pinned: KeyedLog.keys[1])
        #expect(own.isIntact)
        #expect(own.provenUpTo == 24)
        // Of what lies between the pinned key and the start nothing is known.
        let other = verifyKeys(atStart: nil, pinned: KeyedLog.keys[0])
        #expect(other.isIntact)
        #expect(other.provenUpTo == nil)
        #expect(other.committedUpTo == 24)
        #expect(verifyKeys(atStart: nil, pinned: KeyedLog.keys[2]).provenUpTo == 24)
    }

    @Test func `a start with the wrong key has everything that follows out of its time`() {
        let report = verifyKeys(atStart: KeyedLog.keys[0])
        #expect(report.findings.first == .keyOutsideEpoch(size: 12, key: "bbbbbbbb"))
        #expect(report.findings.contains(.wrongKeyChange(index: 16, why: .otherOldKey)))
        #expect(report.provenUpTo == nil)
    }

    // MARK: Kept elsewhere

    @Test func `a checkpoint kept elsewhere is met, and says up to where`() {
        let kept = ExternalCheckpoint(size: 15, root: log.root(15), source: "a witness")
        let report = log.verify(facts: nil, external: [kept])
        #expect(report.isIntact)
        #expect(report.externalChecked == 1)
        #expect(report.keptElsewhereUpTo == 15)
    }

    @Test func `a log rewritten with its signatures is found by what was kept elsewhere`() {
        var rewritten = log
        rewritten.events[10] = KeyedLog.event(at: 10, cause: "another")
        let kept = [
            ExternalCheckpoint(size: 9, root: log.root(9), source: "a file"),
            ExternalCheckpoint(size: 15, root: log.root(15), source: "a witness"),
        ]
        let report = rewritten.verify(facts: rewritten.facts, external: kept)
        #expect(
            report.findings == [.rewritten(size: 15, firstSuspect: 9, source: "a witness")]
        )
        #expect(report.tamperings == [.rewriting])
        #expect(report.keptElsewhereUpTo == 9)
        #expect(report.findings[0].text.contains("a witness"))
    }

    @Test func `a log that is shorter than what was kept elsewhere was rolled back`() {
        var old = log
        old.events.removeLast(12)
        let kept = ExternalCheckpoint(size: 20, root: log.root(20), source: "a receipt")
        let report = old.verify(facts: nil, external: [kept])
        #expect(report.findings == [.rolledBack(have: 12, want: 20, source: "a receipt")])
        #expect(report.tamperings == [.rollback])
        #expect(report.firstWrongLeaf == 12)
    }

    @Test func `what lies before the start is counted and not compared`() {
        let input = VerificationInput(
            start: log.frontier(12),
            external: [
                ExternalCheckpoint(size: 4, root: log.root(5), source: "a file"),
                ExternalCheckpoint(size: 12, root: log.root(12), source: "a file"),
            ]
        )
        let heads = SampleLog.heads(log.rows, every: 4).filter { $0.size >= 12 }
        let report = verify(log.rows.dropFirst(12), heads, input)
        #expect(report.isIntact)
        #expect(report.externalBeforeStart == 1)
        #expect(report.keptElsewhereUpTo == 12)
    }

    // MARK: The stored frontier

    private func finish(_ stored: Frontier, leaves count: Int = 24) -> [Finding] {
        var verifier = AuditVerifier()
        for head in SampleLog.heads(Array(rows.prefix(count)), every: 4) {
            verifier.expect(head: head)
        }
        for row in rows.prefix(count) {
            verifier.add(index: row.index, body: row.body, storedHash: row.hash)
        }
        return verifier.finish(storedFrontier: stored).findings
    }

    @Test func `a stored frontier is that of the leaves`() {
        #expect(finish(frontier(24)) == [])
        var other = frontier(23)
        other.append(MerkleTree.leafHash([]))
        #expect(finish(other) == [.frontierMismatch(size: 24)])
        #expect(finish(frontier(20)) == [.frontierMismatch(size: 20)])
    }

    @Test func `an end cut off with its heads leaves the frontier behind`() {
        #expect(finish(frontier(24), leaves: 20) == [.truncated(have: 20, want: 24)])
    }
}
