import Clocks

/// Which key signs which sizes of the log, as its own leaves say.
///
/// The key of an epoch signs the sizes that end in it. A rotation at leaf *r* belongs to both: the
/// old key signs up to size *r* + 1, by which it closes its epoch, and the new key from there on.
/// Without this binding, whoever holds today's key could sign another past. (CVE-2023-31437 to
/// 31439: journald asked whether entries were sealed, and not whether by the key of their time.)
struct LogKeyEpochs {
    /// How far, in milliseconds, a leaf may be dated before its epoch began: a clock is set back by
    /// less, and a rewritten past lies further away.
    static let clockTolerance: Int64 = 10 * 60 * 1000

    private struct Epoch {
        let key: String
        /// The leaf that brought the key, and its time; `nil` when it lies before the start.
        let began: (leaf: UInt64, time: Timestamp)?
        /// Whether the pinned key leads to it, or none is pinned.
        let isVouchedFor: Bool

        func covers(_ size: UInt64) -> Bool { began.map { $0.leaf < size } ?? true }
        func opens(_ size: UInt64) -> Bool { began.map { $0.leaf + 1 == size } ?? false }
    }

    private var epochs: [Epoch] = []
    private let isFromStart: Bool
    private let pinnedKey: String?
    private var isPinnedKeyMet: Bool
    /// After a leaf that declared a new incarnation, and before its first key.
    private var isBeginningAnew = false
    private var isInBackDatedRun = false
    /// Whether the key before the newest signed the size that its time ends with, if it has to.
    private(set) var isPredecessorClosed = true
    private(set) var incarnations: UInt64 = 0

    init(_ input: VerificationInput) {
        isFromStart = input.start.size == 0
        pinnedKey = input.pinnedKey
        isPinnedKeyMet = !isFromStart
        if !isFromStart, let key = input.keyAtStart { beginBeforeStart(key) }
    }

    /// The key in force at the end.
    var currentKey: String? { epochs.last?.key }

    /// Whether the auditor knows a first key and no leaf brought it.
    var isPinnedKeyMissing: Bool { pinnedKey != nil && !isPinnedKeyMet }

    // MARK: Beginning an epoch

    private mutating func beginBeforeStart(_ key: String) {
        epochs = [Epoch(key: key, began: nil, isVouchedFor: true)]
    }

    /// Takes the one key that signed a checkpoint for the key in force at the start, if that is not
    /// known and nothing speaks against it.
    mutating func noteSigners(_ signers: [String]) {
        guard !isFromStart, epochs.isEmpty, signers.count == 1,
            pinnedKey == nil || pinnedKey == signers[0]
        else { return }
        beginBeforeStart(signers[0])
    }

    /// Begins an epoch, or says why it does not count; then the key in force stays, except where
    /// the log begins anew.
    mutating func take(
        _ change: LogKeyChange,
        at index: UInt64,
        _ time: Timestamp
    ) -> LogKeyFault? {
        if change.kind == .incarnation {
            isBeginningAnew = true
            incarnations += 1
            return nil
        }
        guard let key = change.to, LogKeyChange.identifier(of: key) != nil else {
            return .notAKey
        }
        // What was taken for the key in force at a start in the middle may only begin here.
        if change.kind == .first, epochs.count == 1, epochs[0].key == key, epochs[0].began == nil {
            epochs = []
        }
        if let fault = fault(of: change, bringing: key) { return fault }
        let vouching = vouching(for: key, change)
        isPredecessorClosed = change.kind != .rotation || epochs.isEmpty
        isBeginningAnew = false
        isInBackDatedRun = false
        epochs.append(
            Epoch(key: key, began: (index, time), isVouchedFor: vouching.isVouchedFor)
        )
        return vouching.fault
    }

    private func fault(of change: LogKeyChange, bringing key: String) -> LogKeyFault? {
        guard let current = epochs.last else {
            // Where the start is not the log's, an earlier key may lie before it.
            return change.kind == .rotation && isFromStart ? .nothingToFollow : nil
        }
        if epochs.contains(where: { $0.key == key }) { return .usedBefore }
        if change.kind == .first { return isBeginningAnew ? nil : .secondFirstKey }
        return change.from == LogKeyChange.identifier(of: current.key) ? nil : .otherOldKey
    }

    /// A pinned key vouches for itself and for those that follow it, and for no first key after it.
    private mutating func vouching(
        for key: String,
        _ change: LogKeyChange
    ) -> (isVouchedFor: Bool, fault: LogKeyFault?) {
        guard let pinnedKey else { return (true, nil) }
        if change.kind == .rotation {
            if let current = epochs.last { return (current.isVouchedFor, nil) }
            // In the middle of a log: it may be the pinned key that comes or goes here.
            let isPinned = key == pinnedKey
            return (isPinned || change.from == LogKeyChange.identifier(of: pinnedKey), nil)
        }
        if key == pinnedKey {
            isPinnedKeyMet = true
            return (true, nil)
        }
        return (false, isPinnedKeyMet ? .notVouchedFor : nil)
    }

    // MARK: Judging

    /// The leaf that began the epoch, when `time` lies before that by more than the tolerance; only
    /// for the first of several such leaves in a row.
    mutating func backDating(_ time: Timestamp) -> UInt64? {
        guard let began = epochs.last?.began else { return nil }
        let isBack = time.milliseconds < began.time.milliseconds - Self.clockTolerance
        let isFirst = isBack && !isInBackDatedRun
        isInBackDatedRun = isBack
        return isFirst ? began.leaf : nil
    }

    /// Whether one of the signatures on a checkpoint counts, and whose are out of their time; `nil`
    /// when the key of that time is not known.
    func verdict(
        on signers: [String],
        size: UInt64
    ) -> (isValid: Bool, outside: [String])? {
        guard let place = epochs.lastIndex(where: { $0.covers(size) }) else {
            return isFromStart ? (false, signers) : nil
        }
        let epoch = epochs[place]
        var allowed = [epoch.key]
        if epoch.opens(size) {
            if place > 0 {
                allowed.append(epochs[place - 1].key)
            } else if !isFromStart {
                return nil
            }
        }
        let outside = signers.filter { !allowed.contains($0) }
        return (epoch.isVouchedFor && outside.count < signers.count, outside)
    }

    /// Takes note of a checkpoint by which a key closes its epoch.
    mutating func noteClosing(_ signers: [String], size: UInt64) {
        guard epochs.count > 1, epochs[epochs.count - 1].opens(size) else { return }
        if signers.contains(epochs[epochs.count - 2].key) { isPredecessorClosed = true }
    }
}
