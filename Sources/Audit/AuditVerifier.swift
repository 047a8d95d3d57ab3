internal import Clocks

/// Checks a log leaf by leaf against its stored hashes, its heads and its own numbering.
///
/// Feed it in order: each head before the leaf that takes the log past the head's size. Memory
/// grows with the contacts (one number each) and the heads waiting, never with the leaves.
///
/// Two trees are kept: of the leaves' bytes, and of the hashes stored beside them. They are one
/// until a leaf and its hash differ; from there a head may be met by either, which tells that
/// everything but the leaves already named is as it was committed.
///
/// What a log cannot tell about itself is that its end is missing along with the heads: for that,
/// pass a head kept elsewhere to `expect(head:)`.
package struct AuditVerifier {
    /// Findings listed; more are only counted.
    package static let longestList = 1_000

    private var next: UInt64 = 0
    private var computed = Frontier()
    /// The tree of stored hashes, from the first leaf whose stored hash is not its own.
    private var stored: Frontier?
    /// Whether a leaf is missing, so that no later root can be computed.
    private var isBroken = false

    private var pendingHeads: [TreeHead] = []
    private var firstPendingHead = 0
    private var lastHeadSize: UInt64 = 0
    private var lastGoodSize: UInt64 = 0
    private var headsChecked: UInt64 = 0
    private var headsFailed: UInt64 = 0
    private var isInFailedRun = false

    private var sequences = SubjectSequences()
    private var lastTime: Timestamp?
    private var timesWentBack: UInt64 = 0
    private var firstTimeWentBack: UInt64?

    private var findings: [Finding] = []
    private var findingsOmitted: UInt64 = 0

    package init() {}

    /// Takes a head that the leaves must meet once there are `head.size` of them.
    ///
    /// Heads come in the order of their sizes, none smaller than the leaves added so far.
    package mutating func expect(head: TreeHead) {
        precondition(
            head.size >= next && head.size >= lastHeadSize,
            "heads come in the order of their sizes, before the leaves go past them"
        )
        lastHeadSize = head.size
        pendingHeads.append(head)
        checkHeads()
    }

    /// Takes the next row: where it says it is, its bytes, and the hash stored beside them.
    package mutating func add(index: UInt64, body: [UInt8], storedHash: [UInt8]) {
        guard index >= next, index < UInt64.max else {
            report(.repeatedIndex(index))
            return
        }
        if index > next {
            report(.missingIndex(next, count: index - next))
            isBroken = true
        }
        next = index + 1
        hash(index, body, storedHash)
        read(index, body)
        checkHeads()
    }

    /// What was found, once every row and every head has been taken.
    package func finish() -> VerificationReport {
        var last = self
        if last.next < last.lastHeadSize {
            last.report(.truncated(have: next, want: lastHeadSize))
        } else if last.next > last.lastHeadSize {
            last.report(.extraLeaves(have: next, want: lastHeadSize))
        }
        return VerificationReport(
            leaves: last.next,
            frontier: last.isBroken ? nil : last.computed,
            headsChecked: last.headsChecked,
            headsFailed: last.headsFailed,
            findings: last.findings,
            findingsOmitted: last.findingsOmitted,
            timesWentBack: last.timesWentBack,
            firstTimeWentBack: last.firstTimeWentBack
        )
    }

    private mutating func hash(_ index: UInt64, _ body: [UInt8], _ storedHash: [UInt8]) {
        let own = MerkleTree.leafHash(body)
        let beside = MerkleHash(storedHash)
        if own != beside {
            report(.leafHashMismatch(index: index))
        }
        guard !isBroken else { return }
        if own != beside, stored == nil {
            stored = computed
        }
        computed.append(own)
        stored?.append(beside ?? own)
    }

    private mutating func read(_ index: UInt64, _ body: [UInt8]) {
        let scan: LeafScan
        do {
            scan = try LeafScan(body)
        } catch {
            report(.malformedLeaf(index: index, why: error))
            return
        }
        if let lastTime, scan.time < lastTime {
            timesWentBack += 1
            firstTimeWentBack = firstTimeWentBack ?? index
        }
        lastTime = scan.time
        guard let subject = scan.subject else { return }
        if let expected = sequences.gap(before: scan.sequence, of: body[subject]) {
            let prefix = String(
                decoding: body[subject].prefix(EventLine.pseudonymDigits),
                as: UTF8.self
            )
            report(
                .sequenceGap(
                    subject: prefix,
                    index: index,
                    expected: expected,
                    found: scan.sequence
                )
            )
        }
    }

    private mutating func checkHeads() {
        while firstPendingHead < pendingHeads.count, pendingHeads[firstPendingHead].size <= next {
            check(pendingHeads[firstPendingHead])
            firstPendingHead += 1
        }
        if firstPendingHead == pendingHeads.count {
            pendingHeads.removeAll(keepingCapacity: true)
            firstPendingHead = 0
        }
    }

    private mutating func check(_ head: TreeHead) {
        headsChecked += 1
        // A head passed over by a jump of the index cannot be met any more than one after it.
        let isMet = !isBroken && (computed.root == head.root || stored?.root == head.root)
        guard !isMet else {
            lastGoodSize = head.size
            isInFailedRun = false
            return
        }
        headsFailed += 1
        // Every head after an altered leaf fails with it: the first one says all there is to say.
        guard !isInFailedRun else { return }
        isInFailedRun = true
        report(.headRootMismatch(size: head.size, firstSuspect: lastGoodSize))
    }

    private mutating func report(_ finding: Finding) {
        if findings.count < Self.longestList {
            findings.append(finding)
        } else {
            findingsOmitted += 1
        }
    }
}
