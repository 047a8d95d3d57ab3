import Audit
import Clocks
import Testing

/// Which key may sign what, and what is found when another one did.
@Suite struct LogKeyTests {
    private let log = KeyedLog()

    @Test func `a log that each key signed in its time is proven to its end`() {
        let report = log.verify(facts: log.facts, pinned: KeyedLog.keys[0])
        #expect(report.isIntact, "\(report.findings.map(\.text))")
        #expect(report.checkpointsChecked == 5)
        #expect(report.provenUpTo == 24)
        #expect(report.committedUpTo == 24)
        #expect(report.logKey == KeyedLog.keys[2])
    }

    @Test func `today's key that signs another past is found at every checkpoint it signed`() {
        var forged = log
        forged.events[2] = KeyedLog.event(at: 2, cause: "another")
        forged.signers = forged.signers.mapValues { _ in [KeyedLog.keys[2]] }
        let report = forged.verify(facts: forged.facts)
        #expect(
            report.findings == [
                .keyOutsideEpoch(size: 4, key: "cccccccc"),
                .keyOutsideEpoch(size: 9, key: "cccccccc"),
                .epochNotClosed(index: 8),
                .keyOutsideEpoch(size: 12, key: "cccccccc"),
                .epochNotClosed(index: 16),
            ]
        )
        #expect(report.tamperings == [.keyOutsideEpoch, .unlawfulKey])
    }

    @Test func `a key that signs after its time is found`() {
        var late = log
        late.signers[12] = [KeyedLog.keys[0]]
        let report = late.verify(facts: late.facts)
        #expect(report.findings == [.keyOutsideEpoch(size: 12, key: "aaaaaaaa")])
        #expect(report.provenUpTo == 24)
    }

    @Test func `a key that signs before its time is found beside the right one`() {
        var early = log
        early.signers[4] = [KeyedLog.keys[0], KeyedLog.keys[1]]
        let report = early.verify(facts: early.facts)
        #expect(report.findings == [.keyOutsideEpoch(size: 4, key: "bbbbbbbb")])
    }

    @Test func `a key signs nothing before the leaf that brings it`() {
        var early = log
        early.events[0] = KeyedLog.event(at: 0)
        early.events[4] = KeyedLog.created(KeyedLog.keys[0], at: 4)
        let report = early.verify(facts: early.facts)
        #expect(report.findings == [.keyOutsideEpoch(size: 4, key: "aaaaaaaa")])
    }

    @Test func `an epoch that its key did not close is found`() {
        var open = log
        open.signers[9] = [KeyedLog.keys[1]]
        let report = open.verify(facts: open.facts)
        #expect(report.findings == [.epochNotClosed(index: 8)])
        #expect(log.verify(facts: []).findings.count == 2)
        // Whoever did not look at signatures cannot miss one.
        #expect(log.verify(facts: nil).isIntact)
    }

    @Test func `a checkpoint that nobody signed proves nothing`() {
        var unsigned = log
        unsigned.signers[24] = []
        let report = unsigned.verify(facts: unsigned.facts)
        #expect(report.findings == [.unsignedCheckpoint(size: 24)])
        #expect(report.findings.first?.kind == .forgedCheckpoint)
        #expect(report.provenUpTo == 17)
        #expect(report.committedUpTo == 24)
    }

    @Test func `what is stored as a checkpoint and is none is found`() {
        var facts = log.facts
        facts[2] = .unreadable(size: 12)
        #expect(log.verify(facts: facts).findings == [.unreadableCheckpoint(size: 12)])
    }

    @Test func `a past rewritten with all its heads is found by what was signed`() {
        var rewritten = log
        rewritten.events[14] = KeyedLog.event(at: 14, cause: "another")
        let report = rewritten.verify(facts: log.facts)
        #expect(
            report.findings == [.checkpointRootMismatch(size: 17, firstSuspect: 12)]
        )
        #expect(report.tamperings == [.rewriting])
        #expect(report.checkpointsFailed == 2)
        #expect(report.provenUpTo == 12)
        #expect(report.committedUpTo == 24)
        #expect(report.firstWrongLeaf == 12)
    }

    @Test func `an end cut off with its heads is found by what was signed of it`() {
        var short = log
        short.events.removeLast(4)
        let report = short.verify(facts: log.facts)
        #expect(report.findings == [.checkpointAhead(have: 20, want: 24)])
        #expect(report.tamperings == [.truncation])
        #expect(report.provenUpTo == 17)
        #expect(report.firstWrongLeaf == 20)
    }

    @Test(
        arguments: [
            (KeyedLog.created(KeyedLog.keys[1], at: 8), .secondFirstKey),
            (KeyedLog.rotated(KeyedLog.names[2], to: KeyedLog.keys[1], at: 8), .otherOldKey),
            (KeyedLog.rotated(KeyedLog.names[0], to: KeyedLog.keys[0], at: 8), .usedBefore),
            (KeyedLog.rotated(KeyedLog.names[0], to: "log.example", at: 8), .notAKey),
            (KeyedLog.rotated(KeyedLog.names[0], to: "a+0000000G+AQ==", at: 8), .notAKey),
        ] as [(AuditEvent, LogKeyFault)]
    )
    func `a change of key that does not hold leaves the key as it was`(
        _ event: AuditEvent,
        _ fault: LogKeyFault
    ) {
        var forged = log
        forged.events[8] = event
        forged.events[16] = KeyedLog.event(at: 16)
        forged.signers = [4: [KeyedLog.keys[0]], 12: [KeyedLog.keys[1]]]
        let report = forged.verify(facts: forged.facts)
        #expect(
            report.findings == [
                .wrongKeyChange(index: 8, why: fault),
                .keyOutsideEpoch(size: 12, key: "bbbbbbbb"),
            ]
        )
        #expect(report.logKey == KeyedLog.keys[0])
        #expect(report.findings.first?.text.contains(fault.text) == true)
    }

    @Test func `a rotation of no key is found`() {
        var forged = log
        forged.events[0] = KeyedLog.event(at: 0)
        let report = forged.verify(facts: nil)
        #expect(
            report.findings == [
                .wrongKeyChange(index: 8, why: .nothingToFollow),
                .wrongKeyChange(index: 16, why: .nothingToFollow),
            ]
        )
    }

    @Test func `a log that begins with another key than the pinned one is found`() {
        let report = log.verify(facts: log.facts, pinned: KeyedLog.keys[1])
        #expect(report.findings == [.pinnedKeyMissing])
        // What keys signed for which the pinned one does not vouch is proven to nobody.
        #expect(report.provenUpTo == nil)
    }

    @Test func `a new incarnation is told of, and not vouched for by the key before`() {
        var anew = log
        anew.events[15] = KeyedLog.incarnated(at: 15)
        anew.events[16] = KeyedLog.created(KeyedLog.keys[2], at: 16)
        anew.signers[17] = [KeyedLog.keys[2]]
        let unpinned = anew.verify(facts: anew.facts)
        #expect(unpinned.isIntact, "\(unpinned.findings.map(\.text))")
        #expect(unpinned.incarnations == 1)
        #expect(unpinned.provenUpTo == 24)
        let old = anew.verify(facts: anew.facts, pinned: KeyedLog.keys[0])
        #expect(old.findings == [.wrongKeyChange(index: 16, why: .notVouchedFor)])
        #expect(old.provenUpTo == 12)
        #expect(anew.verify(facts: anew.facts, pinned: KeyedLog.keys[2]).isIntact)
    }

    // MARK: Back-dating

    private static let tolerance: Int64 = 600_000

    private func dated(_ places: [Int], before milliseconds: Int64) -> VerificationReport {
        var backDated = log
        for place in places {
            let time = KeyedLog.time(16).milliseconds - milliseconds
            backDated.events[place] = AuditEvent(
                time: Timestamp(milliseconds: time),
                kind: .configChanged
            )
        }
        return backDated.verify(facts: backDated.facts)
    }

    @Test func `leaves dated before the time of their key began are found, the first by name`() {
        let report = dated([18, 19, 22], before: Self.tolerance + 1)
        #expect(
            report.findings == [
                .backDated(index: 18, epochStart: 16), .backDated(index: 22, epochStart: 16),
            ]
        )
        #expect(report.tamperings == [.backDating])
        #expect(report.firstWrongLeaf == 18)
    }

    @Test func `a clock that was set back a little is no back-dating`() {
        #expect(dated([18], before: Self.tolerance).isIntact)
    }
}
