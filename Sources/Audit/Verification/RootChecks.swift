/// The roots that the leaves must have at certain sizes, and how far they had them.
struct RootChecks {
    /// Heads taken and not reached yet, in the order of their sizes.
    private var heads: [TreeHead] = []
    private var nextHead = 0
    private(set) var lastHeadSize: UInt64
    private var headsChecked: UInt64 = 0
    private var headsFailed: UInt64 = 0
    private var isInFailedRun = false
    /// The largest size at which a head was met; the start, before there is one.
    private var lastGoodSize: UInt64
    private var committedUpTo: UInt64?

    let hasCheckpoints: Bool
    private let checkpoints: ArraySlice<CheckpointFact>
    private var nextCheckpoint: Int
    private var checkpointsChecked: UInt64 = 0
    private var checkpointsFailed: UInt64 = 0
    private var isInFailedCheckpoints = false
    private var provenUpTo: UInt64?

    private let external: ArraySlice<ExternalCheckpoint>
    private var nextExternal: Int
    private var externalChecked: UInt64 = 0
    private let externalBeforeStart: UInt64
    private var keptElsewhereUpTo: UInt64?
    private let first: UInt64

    init(_ input: VerificationInput) {
        let first = input.start.size
        lastHeadSize = first
        lastGoodSize = first
        self.first = first
        hasCheckpoints = input.checkpoints != nil
        let facts = (input.checkpoints ?? []).sorted { $0.size < $1.size }
        checkpoints = facts.drop { $0.size < first }
        nextCheckpoint = checkpoints.startIndex
        let brought = input.external.sorted { $0.size < $1.size }
        external = brought.drop { $0.size < first }
        nextExternal = external.startIndex
        externalBeforeStart = UInt64(brought.count - external.count)
    }

    mutating func expect(_ head: TreeHead) {
        lastHeadSize = head.size
        heads.append(head)
    }

    // MARK: What has been reached

    mutating func head(upTo size: UInt64) -> TreeHead? {
        guard nextHead < heads.count, heads[nextHead].size <= size else {
            if nextHead == heads.count, nextHead > 0 {
                heads.removeAll(keepingCapacity: true)
                nextHead = 0
            }
            return nil
        }
        nextHead += 1
        return heads[nextHead - 1]
    }

    mutating func checkpoint(upTo size: UInt64) -> CheckpointFact? {
        guard nextCheckpoint < checkpoints.endIndex, checkpoints[nextCheckpoint].size <= size
        else { return nil }
        nextCheckpoint += 1
        return checkpoints[nextCheckpoint - 1]
    }

    mutating func externalCheckpoint(upTo size: UInt64) -> ExternalCheckpoint? {
        guard nextExternal < external.endIndex, external[nextExternal].size <= size
        else { return nil }
        nextExternal += 1
        return external[nextExternal - 1]
    }

    // MARK: What came of it

    /// Returns a finding for the first head of a run of failures.
    ///
    /// Every head after an altered leaf fails with it: the first one says all there is to say.
    mutating func note(_ head: TreeHead, isMet: Bool) -> Finding? {
        headsChecked += 1
        guard !isMet else {
            lastGoodSize = head.size
            committedUpTo = head.size
            isInFailedRun = false
            return nil
        }
        headsFailed += 1
        guard !isInFailedRun else { return nil }
        isInFailedRun = true
        return .headRootMismatch(size: head.size, firstSuspect: lastGoodSize)
    }

    /// Returns a finding for the first checkpoint of a run of failures.
    mutating func note(
        _ checkpoint: CheckpointFact,
        isMet: Bool,
        isSigned: Bool
    ) -> Finding? {
        checkpointsChecked += 1
        guard !isMet else {
            isInFailedCheckpoints = false
            if isSigned { provenUpTo = checkpoint.size }
            return nil
        }
        checkpointsFailed += 1
        // What nobody signed binds nobody to its root.
        guard !isInFailedCheckpoints, !checkpoint.signers.isEmpty else { return nil }
        isInFailedCheckpoints = true
        let sure = max(provenUpTo ?? first, keptElsewhereUpTo ?? first)
        return .checkpointRootMismatch(size: checkpoint.size, firstSuspect: sure)
    }

    mutating func note(_ external: ExternalCheckpoint, isMet: Bool) -> Finding? {
        externalChecked += 1
        guard isMet else {
            // Whoever rewrote the log may have signed it anew: signatures narrow nothing down here.
            return .rewritten(
                size: external.size,
                firstSuspect: keptElsewhereUpTo ?? first,
                source: external.source
            )
        }
        keptElsewhereUpTo = external.size
        return nil
    }

    // MARK: The end

    /// The largest checkpoint that was signed and lies beyond the last leaf.
    var checkpointAhead: UInt64? {
        checkpoints[nextCheckpoint...].last { $0.isReadable && !$0.signers.isEmpty }?.size
    }

    var externalAhead: ArraySlice<ExternalCheckpoint> { external[nextExternal...] }

    /// Whether the last head is of this size and was met.
    func isCommitted(_ size: UInt64) -> Bool { committedUpTo == size }

    func write(to report: inout VerificationReport) {
        report.headsChecked = headsChecked
        report.headsFailed = headsFailed
        report.checkpointsChecked = checkpointsChecked
        report.checkpointsFailed = checkpointsFailed
        report.externalChecked = externalChecked
        report.externalBeforeStart = externalBeforeStart
        report.committedUpTo = committedUpTo
        report.provenUpTo = provenUpTo
        report.keptElsewhereUpTo = keptElsewhereUpTo
    }
}
