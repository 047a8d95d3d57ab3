import Audit
import Clocks
import Testing

/// Each way to tamper with a stored log, and the exact place it is found at.
@Suite struct AuditVerifierTests {
    private let rows = SampleLog.rows(24)
    private var heads: [TreeHead] { SampleLog.heads(rows, every: 4) }

    @Test func `an untouched log is intact`() {
        let report = SampleLog.verify(rows, heads)
        #expect(report.isIntact)
        #expect(report.leaves == 24)
        #expect(report.headsChecked == 6)
        #expect(report.headsFailed == 0)
        #expect(report.root == heads.last?.root)
        #expect(report.firstWrongLeaf == nil)
        #expect(report.timesWentBack == 0)
    }

    @Test func `an empty log is intact, with or without its empty head`() {
        let head = TreeHead(size: 0, root: MerkleTree.emptyRoot, time: SampleLog.nine)
        #expect(SampleLog.verify([], []).isIntact)
        #expect(SampleLog.verify([], [head]).isIntact)
        #expect(SampleLog.verify([], []).root == MerkleTree.emptyRoot)
    }

    @Test func `heads may come one by one between the leaves`() {
        var verifier = AuditVerifier()
        for row in rows {
            if row.index % 4 == 0 { verifier.expect(head: heads[Int(row.index / 4)]) }
            verifier.add(index: row.index, body: row.body, storedHash: row.hash)
        }
        #expect(verifier.finish() == SampleLog.verify(rows, heads))
    }

    @Test(arguments: 0..<24)
    func `a body altered alone is named, and nothing else`(_ place: Int) {
        var tampered = rows
        let last = tampered[place].body.count - 3
        tampered[place].body[last] ^= 1
        let report = SampleLog.verify(tampered, heads)
        #expect(report.findings == [.leafHashMismatch(index: UInt64(place))])
        #expect(report.firstWrongLeaf == UInt64(place))
        #expect(report.headsFailed == 0)
    }

    @Test(arguments: 0..<24)
    func `a stored hash altered alone is named, and nothing else`(_ place: Int) {
        var tampered = rows
        tampered[place].hash[31] ^= 1
        let report = SampleLog.verify(tampered, heads)
        #expect(report.findings == [.leafHashMismatch(index: UInt64(place))])
        #expect(report.root == heads.last?.root)
    }

    @Test func `a stored hash of the wrong length is a mismatch`() {
        var tampered = rows
        tampered[3].hash = []
        #expect(SampleLog.verify(tampered, heads).findings == [.leafHashMismatch(index: 3)])
    }

    @Test func `a body altered with its hash is found between two heads`() {
        var tampered = rows
        let last = tampered[9].body.count - 3
        tampered[9].body[last] ^= 1
        tampered[9].hash = MerkleTree.leafHash(tampered[9].body).bytes
        let report = SampleLog.verify(tampered, heads)
        #expect(report.findings == [.headRootMismatch(size: 12, firstSuspect: 8)])
        #expect(report.firstWrongLeaf == 8)
        #expect(report.headsFailed == 4)
    }

    @Test func `with a head for each leaf, the altered leaf itself is found`() {
        var tampered = rows
        let last = tampered[9].body.count - 3
        tampered[9].body[last] ^= 1
        tampered[9].hash = MerkleTree.leafHash(tampered[9].body).bytes
        let report = SampleLog.verify(tampered, SampleLog.heads(rows, every: 1))
        #expect(report.findings == [.headRootMismatch(size: 10, firstSuspect: 9)])
        #expect(report.firstWrongLeaf == 9)
    }

    @Test func `a head altered alone fails alone`() {
        var tampered = heads
        tampered[2] = TreeHead(size: 12, root: heads[1].root, time: SampleLog.nine)
        let report = SampleLog.verify(rows, tampered)
        #expect(report.findings == [.headRootMismatch(size: 12, firstSuspect: 8)])
        #expect(report.headsFailed == 1)
    }

    @Test func `a body that is no leaf is named with the reason`() {
        var tampered = rows
        tampered[5].body = Array("{}".utf8)
        tampered[5].hash = MerkleTree.leafHash(tampered[5].body).bytes
        let report = SampleLog.verify(tampered, SampleLog.heads(tampered, every: 4))
        #expect(report.findings.first == .malformedLeaf(index: 5, why: .malformed(offset: 0)))
        #expect(report.firstWrongLeaf == 5)
    }

    @Test func `rows left out are named`() {
        var tampered = rows
        tampered.removeSubrange(10...11)
        let report = SampleLog.verify(tampered, heads)
        #expect(report.findings.first == .missingIndex(10, count: 2))
        #expect(report.findings.contains(.headRootMismatch(size: 12, firstSuspect: 8)))
        #expect(report.firstWrongLeaf == 10)
        #expect(report.root == nil)
    }

    @Test func `a row given twice is named`() {
        var tampered = rows
        tampered.insert(rows[6], at: 7)
        let report = SampleLog.verify(tampered, heads)
        #expect(report.findings == [.repeatedIndex(6)])
        #expect(report.firstWrongLeaf == 6)
    }

    @Test func `a log cut off under its last head is truncated`() {
        let report = SampleLog.verify(Array(rows.prefix(21)), heads)
        #expect(report.findings == [.truncated(have: 21, want: 24)])
        #expect(report.firstWrongLeaf == 21)
    }

    @Test func `leaves after the last head are extra`() {
        let report = SampleLog.verify(rows, Array(heads.prefix(5)))
        #expect(report.findings == [.extraLeaves(have: 24, want: 20)])
        #expect(report.firstWrongLeaf == 20)
    }

    @Test func `a leaf taken out of a rebuilt log leaves a gap in its contact's numbers`() {
        let kept = (0..<24).filter { $0 != 7 }.map(SampleLog.leaf)
        let rebuilt = kept.enumerated().map { SampleLog.Row(index: UInt64($0), leaf: $1) }
        let report = SampleLog.verify(rebuilt, SampleLog.heads(rebuilt, every: 1))
        let gap = Finding.sequenceGap(subject: "a1a1a1a1", index: 9, expected: 3, found: 4)
        #expect(report.findings == [gap])
        #expect(report.firstWrongLeaf == 9)
    }

    @Test func `a leaf doubled in a rebuilt log repeats its contact's number`() {
        let doubled = (0..<8).map(SampleLog.leaf) + (7..<24).map(SampleLog.leaf)
        let rebuilt = doubled.enumerated().map { SampleLog.Row(index: UInt64($0), leaf: $1) }
        let report = SampleLog.verify(rebuilt, SampleLog.heads(rebuilt, every: 1))
        let gap = Finding.sequenceGap(subject: "a1a1a1a1", index: 8, expected: 4, found: 3)
        #expect(report.findings == [gap])
    }

    @Test func `a clock set back is a note and not a finding`() {
        var swapped = [0, 2, 1, 3].map(SampleLog.leaf)
        swapped.append(SampleLog.opened)
        let log = swapped.enumerated().map { SampleLog.Row(index: UInt64($0), leaf: $1) }
        let report = SampleLog.verify(log, SampleLog.heads(log, every: 1))
        #expect(report.isIntact)
        #expect(report.timesWentBack == 2)
        #expect(report.firstTimeWentBack == 2)
    }

    @Test func `findings past the limit are counted and not kept`() {
        var tampered = SampleLog.rows(AuditVerifier.longestList + 50)
        for place in tampered.indices {
            tampered[place].hash = []
        }
        let report = SampleLog.verify(tampered, SampleLog.heads(tampered, every: 50))
        #expect(report.findings.count == AuditVerifier.longestList)
        #expect(report.findingsOmitted == 50)
    }

    @Test func `a head of fewer leaves than were added is a defect`() async {
        await #expect(processExitsWith: .failure) {
            var verifier = AuditVerifier()
            verifier.add(index: 0, body: [], storedHash: [])
            let time = Timestamp(milliseconds: 0)
            verifier.expect(head: TreeHead(size: 0, root: MerkleTree.emptyRoot, time: time))
        }
    }

    @Test(
        arguments: [
            (.leafHashMismatch(index: 3), "leaf 3: its bytes do not have its stored hash"),
            (
                .malformedLeaf(index: 3, why: .unknownKind),
                "leaf 3: a kind this version does not know"
            ),
            (.missingIndex(3, count: 1), "leaf 3: missing"),
            (.missingIndex(3, count: 4), "leaves 3 to 6: missing"),
            (
                .headRootMismatch(size: 12, firstSuspect: 8),
                "head of 12 leaves: another root; altered is a leaf from 8 to 11, or the head"
            ),
            (
                .truncated(have: 21, want: 24),
                "the last head is of 24 leaves, and only 21 are there"
            ),
            (
                .sequenceGap(subject: "a1a1a1a1", index: 9, expected: 3, found: 4),
                "leaf 9: contact a1a1a1a1 counts 4 where 3 was due"
            ),
        ] as [(Finding, String)]
    )
    func `a finding is one line`(_ finding: Finding, _ line: String) {
        #expect(finding.text == line)
    }
}
