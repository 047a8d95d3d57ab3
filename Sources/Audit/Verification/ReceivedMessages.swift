import Clocks

/// Counts the messages that leaves say were taken, for comparison with the inbox.
///
/// A turn takes an inbox row and leaves `message.received`, or `provider.signalled` or `api.called`
/// about a contact for what is no message, in one transaction, with one time. Inbox rows are
/// deleted when their time is over, the oldest first; so there are as many rows as leaves only from
/// some instant on, and never more.
struct ReceivedMessages {
    private let isFromStart: Bool
    private let oldestRow: Timestamp?
    private(set) var total: UInt64 = 0

    /// From when on every leaf was seen and every row is there.
    private var limit: Timestamp?
    private var sinceLimit: UInt64 = 0
    /// The time of the first leaf that was read.
    private var begin: Timestamp?
    private var latest: Timestamp?

    private var hasPruning = false
    /// When rows were last deleted; `nil` when leaves before it are dated after it.
    private var lastPruning: Timestamp?
    private var sincePruning: UInt64 = 0

    init(isFromStart: Bool, oldestRow: Timestamp?) {
        self.isFromStart = isFromStart
        self.oldestRow = oldestRow
        limit = oldestRow
    }

    mutating func take(_ content: LeafContent) {
        noteStart(content.time)
        if case .inboxPruned = content.detail { notePruning(at: content.time) }
        guard Self.takesRow(content) else { return }
        let time = content.time
        total += 1
        latest = max(latest ?? time, time)
        if let limit, time >= limit { sinceLimit += 1 }
        if let lastPruning, time >= lastPruning { sincePruning += 1 }
    }

    /// A call that no turn wrote is about no contact, and took no row.
    private static func takesRow(_ content: LeafContent) -> Bool {
        [.messageReceived, .providerSignalled].contains(content.kind)
            || (content.kind == .apiCalled && content.subject != nil)
    }

    /// What came before a start in the middle is not counted, and may have the time of the first
    /// leaf; where the clock was set back since, nothing can be counted by time.
    private mutating func noteStart(_ time: Timestamp) {
        guard !isFromStart else { return }
        guard let begin else {
            begin = time
            let next = Timestamp(milliseconds: time.milliseconds + 1)
            limit = oldestRow.map { max($0, next) }
            return
        }
        if time < begin { limit = nil }
    }

    private mutating func notePruning(at time: Timestamp) {
        hasPruning = true
        lastPruning = latest.map { $0 < time } ?? true ? time : nil
        sincePruning = 0
    }

    /// From when on there must be exactly so many rows; `nil` when the log cannot tell.
    var expected: (since: Timestamp, count: UInt64)? {
        if isFromStart, !hasPruning {
            return (Timestamp(milliseconds: .min), total)
        }
        // Where nothing was read, nothing is known.
        guard isFromStart || begin != nil else { return nil }
        let byRow = limit.map { (since: $0, count: sinceLimit) }
        guard isFromStart, let lastPruning else { return byRow }
        let byPruning = (since: lastPruning, count: sincePruning)
        guard let byRow else { return byPruning }
        return byRow.since <= byPruning.since ? byRow : byPruning
    }
}
