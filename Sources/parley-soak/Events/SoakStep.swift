import Clocks

/// One step of a random conversation: time passes, then something happens.
///
/// A step names nothing that only a running conversation knows: buttons and earlier messages are
/// picked by number when it is played. So any step may be left out, and the rest still plays.
struct SoakStep: Hashable, Sendable {
    let event: SoakEvent
    let gap: Gap
    /// Contacts whose time comes in the gap are woken; otherwise their timers run late.
    let wakes: Bool
    /// What is queued is handed over afterwards; otherwise it waits for a later step.
    let delivers: Bool
    /// The event meets a crash.
    let fault: Fault?

    /// The step for people.
    var line: String {
        let marks = [
            wakes ? "woken" : nil, delivers ? "delivered" : nil,
            fault.map { fault in
                "write \(fault.write) fails"
                    + (fault.tookEffect ? " after it took effect" : "")
                    + (fault.retries ? "" : ", not tried again")
            },
        ]
        let rest = marks.compactMap(\.self).joined(separator: ", ")
        let event = "\(event)".replacing("parley_soak.", with: "")
        return "after \(gap): \(event)\(rest.isEmpty ? "" : " (\(rest))")"
    }
}

/// How much time passes before an event.
enum Gap: Int, Hashable, Sendable, CaseIterable {
    case seconds, minutes, hours, day, days, weeks, months

    var period: Period {
        switch self {
        case .seconds: Period(months: 0, milliseconds: 7_000)
        case .minutes: .minutes(11)
        case .hours: .minutes(130)
        case .day: .hours(25)
        case .days: .days(4)
        case .weeks: .days(16)
        case .months: .days(200)
        }
    }
}

/// A write that fails while an event runs: a crash, as whoever calls the engine sees it.
struct Fault: Hashable, Sendable {
    /// Which write of the event, of the store and the vault together, from 1.
    let write: Int
    /// The write took effect, and only its answer was lost.
    let tookEffect: Bool
    /// Whoever called tries again once the engine is open anew.
    let retries: Bool
}

/// Something that happens in a random conversation; people are named by the numbers of addresses.
enum SoakEvent: Hashable, Sendable {
    case write(Int, SoakText)
    case caption(Int, SoakText)
    case tap(Int, Tap)
    case react(Int, pick: Int)
    case photo(Int)
    /// A message that was sent before arrives again, word for word.
    case duplicate(pick: Int)
    case locale(Int, pick: Int)
    case operation(Int, SoakOperation)
    case link(Int, to: Int)
    case merge(Int, into: Int)
    case changeNumber(Int, to: Int)
    case suppress(Int)
    case erase(Int)
    /// The engine is thrown away and opened anew on the same store.
    case crash
    /// A new edition of the workspace, with new versions of its notices.
    case reload
    /// Nothing but time.
    case rest

    enum Tap: Hashable, Sendable {
        /// A button of the last question.
        case current(pick: Int)
        /// A button of any earlier question.
        case stale(pick: Int)
        case foreign(pick: Int)
    }

    /// What it is counted as.
    var kind: String {
        switch self {
        case .write(_, let text): "write \(text.kind)"
        case .caption: "caption"
        case .tap(_, .current): "tap current"
        case .tap(_, .stale): "tap stale"
        case .tap(_, .foreign): "tap foreign"
        case .react: "react"
        case .photo: "photo"
        case .duplicate: "duplicate"
        case .locale: "locale"
        case .operation(_, let operation): "operation \(operation.kind)"
        case .link: "link"
        case .merge: "merge"
        case .changeNumber: "change number"
        case .suppress: "suppress"
        case .erase: "erase"
        case .crash: "crash"
        case .reload: "reload"
        case .rest: "rest"
        }
    }

    /// Every kind there is; a run in which one never came proves nothing about it.
    static let kinds: Set<String> = {
        var kinds: Set<String> = [
            "caption", "tap current", "tap stale", "tap foreign", "react", "photo", "duplicate",
            "locale", "link", "merge", "change number", "suppress", "erase", "crash", "reload",
            "rest",
        ]
        kinds.formUnion(SoakText.kinds.map { "write \($0)" })
        kinds.formUnion(SoakOperation.kinds.map { "operation \($0)" })
        return kinds
    }()
}

/// What operators and providers do; purposes are picked by number.
enum SoakOperation: Hashable, Sendable {
    case optOut
    case withdraw(pick: Int)
    case revoke(pick: Int)
    case invalidate
    case objection
    case restriction
    case lift
    case rectify
    case receipt

    var kind: String {
        switch self {
        case .optOut: "opt-out"
        case .withdraw: "withdraw"
        case .revoke: "revoke"
        case .invalidate: "invalidate"
        case .objection: "objection"
        case .restriction: "restriction"
        case .lift: "lift"
        case .rectify: "rectify"
        case .receipt: "receipt"
        }
    }

    static let kinds: Set<String> = [
        "opt-out", "withdraw", "revoke", "invalidate", "objection", "restriction", "lift",
        "rectify", "receipt",
    ]
}
