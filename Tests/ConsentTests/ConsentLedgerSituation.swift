import Clocks
import Consent

/// One purpose, a ledger in one state, and the circumstances of the next act.
struct ConsentLedgerSituation {
    enum Place: CaseIterable { case here, elsewhere }
    enum Window: CaseIterable { case open, atItsEnd, closed }
    enum Cooling: CaseIterable { case never, over, running }
    enum Age: CaseIterable { case noGate, justOldEnough, tooYoung, notShown }
    enum Shown: CaseIterable {
        case earlier, never, inThisTurn, inOldVersion, inOtherLocale, onOtherChannel
    }

    var state = ConsentState.requested
    /// Whether the record is for the channel of the act, or for another one.
    var place = Place.here
    var optIn = Purpose.OptIn.double
    var origin = RequestOrigin.contact
    var certainty = ActCertainty.button
    var requestedBy = RequestOrigin.contact
    var isLaterTurn = true
    var window = Window.open
    var cooling = Cooling.never
    var shown = Shown.earlier
    var age = Age.noGate
    var wasGiven = false
    /// Withdrawn at some time, and not given since.
    var wasWithdrawn = false

    static let now = Timestamp(milliseconds: 1_772_355_600_000)
    static let turn: UInt64 = 10
    static let id = PurposeID("newsletter")
    static let channel = "sms"
    static let otherChannel = "mail"
    static let key = ConsentKey(id, on: channel)
    static let otherKey = ConsentKey(id, on: otherChannel)
    static let notice = NoticeVersion(name: "privacy", version: "2026-03")
    static let oldNotice = NoticeVersion(name: "privacy", version: "2025-01")

    var purpose: Purpose {
        Self.purpose(optIn: optIn, minimumAge: age == .noGate ? nil : 16)
    }

    static func purpose(
        _ id: PurposeID = id,
        optIn: Purpose.OptIn = .double,
        isMarketing: Bool = true,
        notice: NoticeVersion = notice,
        lapsesAfter: Period? = nil,
        minimumAge: Int? = nil,
        onNewNotice: Purpose.NoticeChange = .keep
    ) -> Purpose {
        Purpose(
            id: id,
            optIn: optIn,
            isExplicit: false,
            isMarketing: isMarketing,
            legalBasis: "consent",
            notice: notice,
            confirmWithin: .hours(24),
            askAgainAfter: .months(6),
            lapsesAfter: lapsesAfter,
            data: [],
            recipients: [],
            specialCategories: [],
            minimumAge: minimumAge,
            onNewNotice: onNewNotice
        )
    }

    var context: ActContext {
        Self.act(origin, certainty: certainty)
    }

    static func act(
        _ origin: RequestOrigin = .contact,
        at now: Timestamp = now,
        turn: UInt64 = turn,
        on channel: String = channel,
        certainty: ActCertainty = .button
    ) -> ActContext {
        ActContext(
            now: now,
            turn: turn,
            channel: channel,
            locale: "de",
            certainty: certainty,
            origin: origin
        )
    }

    static func shown(
        _ notice: NoticeVersion = notice,
        on channel: String = channel,
        locale: String = "de",
        turn: UInt64 = turn - 1
    ) -> ShownNotice {
        ShownNotice(notice: notice, locale: locale, channel: channel, turn: turn, at: before(500))
    }

    /// An instant some milliseconds before now.
    static func before(_ offset: Int64) -> Timestamp {
        Timestamp(milliseconds: now.milliseconds - offset)
    }

    static func after(_ offset: Int64) -> Timestamp { before(-offset) }

    /// Where the record is.
    var recordKey: ConsentKey { place == .here ? Self.key : Self.otherKey }

    var ledger: ConsentLedger {
        var records: [ConsentKey: ConsentRecord] = [:]
        if let record { records[recordKey] = record }
        return ConsentLedger(records: records, shownNotices: shownNotices, age: ageProof)
    }

    private var record: ConsentRecord? {
        guard state != .unknown else { return nil }
        let day: Int64 = 86_400_000
        var record = ConsentRecord(state: state, since: Self.before(400 * day))
        if state == .requested {
            record.firstRequestedAt =
                switch window {
                case .open: Self.before(1000)
                case .atItsEnd: Self.before(day)
                case .closed: Self.before(day + 1)
                }
            record.requestTurn = isLaterTurn ? Self.turn - 1 : Self.turn
            record.requestedBy = requestedBy
        }
        switch cooling {
        case .never: break
        case .over: record.coolsUntil = Self.now
        case .running: record.coolsUntil = Self.after(1)
        }
        record.wasGiven = record.wasGiven || wasGiven
        record.wasWithdrawn = record.wasWithdrawn || wasWithdrawn
        return record
    }

    private var shownNotices: [ShownNotice] {
        switch shown {
        case .earlier: [Self.shown()]
        case .never: []
        case .inThisTurn: [Self.shown(turn: Self.turn)]
        case .inOldVersion: [Self.shown(Self.oldNotice)]
        case .inOtherLocale: [Self.shown(locale: "en")]
        case .onOtherChannel: [Self.shown(on: Self.otherChannel)]
        }
    }

    private var ageProof: AgeProof? {
        switch age {
        case .noGate, .notShown: nil
        case .justOldEnough: AgeProof(atLeast: 16, at: Self.before(500))
        case .tooYoung: AgeProof(atLeast: 0, at: Self.before(500))
        }
    }
}

extension ConsentLedgerSituation {
    /// Every situation there is; what a state does not remember is not varied in it.
    static let all: [ConsentLedgerSituation] = ConsentState.allCases.flatMap { state in
        var found = [ConsentLedgerSituation()]
        func vary<Value>(
            _ path: WritableKeyPath<ConsentLedgerSituation, Value>,
            _ values: [Value]
        ) {
            found = found.flatMap { situation in
                values.map { value in
                    var copy = situation
                    copy[keyPath: path] = value
                    return copy
                }
            }
        }
        vary(\.state, [state])
        vary(\.optIn, Purpose.OptIn.allCases)
        vary(\.origin, [.contact, .controller])
        vary(\.certainty, [.button, .exactWord, .inexact, .noReply])
        vary(\.shown, Shown.allCases)
        vary(\.age, Age.allCases)
        if state != .unknown {
            vary(\.place, Place.allCases)
            vary(\.cooling, Cooling.allCases)
        }
        if state == .requested {
            vary(\.requestedBy, [.contact, .controller])
            vary(\.isLaterTurn, [true, false])
            vary(\.window, Window.allCases)
        }
        if [.requested, .deferred, .refused].contains(state) {
            vary(\.wasWithdrawn, [false, true])
        }
        return found
    }
}
