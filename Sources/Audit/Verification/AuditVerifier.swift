package import Clocks

/// Checks a log leaf by leaf against its stored hashes, its heads, its checkpoints, its keys and
/// its own numbering.
///
/// Feed it in order: each head before the leaf that takes the log past the head's size. Memory
/// grows with the contacts (one record each) and the heads waiting, never with the leaves.
///
/// What a log cannot tell about itself is that its end is missing along with the heads and the
/// checkpoints over it, or that all of it was rewritten: for that, bring checkpoints that were kept
/// elsewhere.
package struct AuditVerifier {
    /// Findings listed; more are only counted.
    package static let longestList = 1_000

    /// The first leaf that is looked at.
    package let first: UInt64
    let isFromStart: Bool
    private(set) var next: UInt64
    var tree: GrowingTree
    var roots: RootChecks
    var epochs: LogKeyEpochs
    private(set) var subjects: SubjectRecords
    private(set) var received: ReceivedMessages
    private var findings = FindingList()

    /// The last checkpoint that somebody else saw, met by the leaves so far.
    var lastSeen: (time: Timestamp, source: String)?
    private var isInUnseenRun = false
    private var lastTime: Timestamp?
    private var timesWentBack: UInt64 = 0
    private var firstTimeWentBack: UInt64?

    /// Starts after the leaves that `input` trusts.
    ///
    /// Only a comparison with the store asks when its oldest inbox key was taken.
    package init(
        _ input: VerificationInput = VerificationInput(),
        oldestInboxRow: Timestamp? = nil
    ) {
        first = input.start.size
        next = first
        isFromStart = first == 0
        tree = GrowingTree(input.start)
        roots = RootChecks(input)
        epochs = LogKeyEpochs(input)
        subjects = SubjectRecords(isFromStart: isFromStart)
        received = ReceivedMessages(isFromStart: isFromStart, oldestRow: oldestInboxRow)
        checkRoots()
    }

    /// Takes a head that the leaves must meet once there are `head.size` of them.
    ///
    /// Heads come in the order of their sizes, none smaller than the leaves added so far.
    package mutating func expect(head: TreeHead) {
        precondition(
            head.size >= next && head.size >= roots.lastHeadSize,
            "heads come in the order of their sizes, before the leaves go past them"
        )
        roots.expect(head)
        checkRoots()
    }

    /// Takes the next row: where it says it is, its bytes, and the hash stored beside them.
    package mutating func add(index: UInt64, body: [UInt8], storedHash: [UInt8]) {
        add(LeafReading(index: index, body: body, storedHash: storedHash))
    }

    /// Takes the reading of the next row.
    package mutating func add(_ reading: LeafReading) {
        let index = reading.index
        guard index >= next, index < UInt64.max else {
            report(.repeatedIndex(index))
            return
        }
        if index > next {
            report(.missingIndex(next, count: index - next))
            tree.breakOff()
        }
        next = index + 1
        if !reading.isHashEqual { report(.leafHashMismatch(index: index)) }
        tree.append(reading.hash, beside: reading.storedHash)
        var hasNewKey = false
        switch reading.content {
        case .success(let content): hasNewKey = take(content, at: index)
        case .failure(let why): report(.malformedLeaf(index: index, why: why))
        }
        checkRoots()
        // Every checkpoint of this size has been looked at now.
        if hasNewKey, roots.hasCheckpoints, !epochs.isPredecessorClosed {
            report(.epochNotClosed(index: index))
        }
    }

    /// What was found, once every row and every head has been taken.
    ///
    /// The stored frontier is what the next commit would append to; `nil` when nobody looked.
    package func finish(storedFrontier: Frontier? = nil) -> VerificationReport {
        var last = self
        last.checkEnd(storedFrontier)
        var report = VerificationReport(from: first, leaves: next, findings: last.findings)
        report.frontier = tree.frontier
        last.roots.write(to: &report)
        report.logKey = epochs.currentKey
        report.incarnations = epochs.incarnations
        report.timesWentBack = timesWentBack
        report.firstTimeWentBack = firstTimeWentBack
        return report
    }

    mutating func report(_ finding: Finding) {
        findings.add(finding)
    }

    /// Returns whether with this leaf one key follows another.
    private mutating func take(_ content: LeafContent, at index: UInt64) -> Bool {
        if let lastTime, content.time < lastTime {
            timesWentBack += 1
            firstTimeWentBack = firstTimeWentBack ?? index
        }
        lastTime = content.time
        received.take(content)
        if let start = epochs.backDating(content.time) {
            report(.backDated(index: index, epochStart: start))
        }
        if let subject = content.subject,
            let expected = subjects.take(content, of: subject)
        {
            report(
                .sequenceGap(
                    subject: subject.shown,
                    index: index,
                    expected: expected,
                    found: content.sequence
                )
            )
        }
        checkSeen(content.time, at: index)
        guard case .logKey(let change) = content.detail else { return false }
        if let fault = epochs.take(change, at: index, content.time) {
            report(.wrongKeyChange(index: index, why: fault))
            return false
        }
        return change.kind == .rotation
    }

    /// A leaf that comes after what somebody saw, and is dated before they saw it; the first of
    /// several in a row.
    private mutating func checkSeen(_ time: Timestamp, at index: UInt64) {
        guard let lastSeen else { return }
        let limit = lastSeen.time.milliseconds - LogKeyEpochs.clockTolerance
        let isBack = time.milliseconds < limit
        if isBack, !isInUnseenRun {
            report(.datedBeforeSeen(index: index, at: lastSeen.time, source: lastSeen.source))
        }
        isInUnseenRun = isBack
    }
}
