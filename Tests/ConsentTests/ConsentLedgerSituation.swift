import Clocks
import Consent

/// One purpose, a ledger in one state, and the circumstances of the next act.
struct ConsentLedgerSituation {
    enum Window: CaseIterable { case open, atItsEnd, closed }
    enum Cooling: CaseIterable { case never, over, running }
    enum Shown: CaseIterable {
        case earlier, never, inThisTurn, inOldVersion, inOtherLocale
    }

    var state = ConsentState.requested
    var optIn = Purpose.OptIn.double
    var origin = RequestOrigin.contact
    var certainty = ActCertainty.button
    var requestedBy = RequestOrigin.contact
    var isLaterTurn = true
    var window = Window.open
    var cooling = Cooling.never
    var shown = Shown.earlier
    var isRenewal = false

    static let now = Timestamp(milliseconds: 1_772_355_600_000)
    static let turn: UInt64 = 10
    static let id = PurposeID("newsletter")
    static let notice = NoticeVersion(name: "privacy", version: "2026-03")

    var purpose: Purpose {
        Self.purpose(optIn: optIn)
    }

    static func purpose(
        _ id: PurposeID = id,
        optIn: Purpose.OptIn = .double,
        lapsesAfter: Period? = nil
    ) -> Purpose {
        Purpose(
            id: id,
            optIn: optIn,
            isExplicit: false,
            isMarketing: true,
            legalBasis: "consent",
            notice: notice,
            confirmWithin: .hours(24),
            askAgainAfter: .months(6),
            lapsesAfter: lapsesAfter,
            data: [],
            recipients: [],
            specialCategories: []
        )
    }

    var context: ActContext {
        ActContext(
            now: Self.now,
            turn: Self.turn,
            locale: "de",
            certainty: certainty,
            origin: origin
        )
    }

    var ledger: ConsentLedger {
        var records: [PurposeID: ConsentRecord] = [:]
        if let record { records[Self.id] = record }
        return ConsentLedger(
            records: records,
            shownNotices: shownNotices,
            optedOutAt: nil,
            isOptOutPending: false
        )
    }

    private static func milliseconds(before offset: Int64) -> Timestamp {
        Timestamp(milliseconds: now.milliseconds - offset)
    }

    private var record: ConsentRecord? {
        guard state != .unknown else { return nil }
        let day: Int64 = 86_400_000
        var record = ConsentRecord(state: state, since: Self.milliseconds(before: 400 * day))
        if state == .requested {
            record.firstRequestedAt =
                switch window {
                case .open: Self.milliseconds(before: 1000)
                case .atItsEnd: Self.milliseconds(before: day)
                case .closed: Self.milliseconds(before: day + 1)
                }
            record.requestTurn = isLaterTurn ? Self.turn - 1 : Self.turn
            record.requestedBy = requestedBy
            record.isRenewal = isRenewal
        }
        switch cooling {
        case .never: break
        case .over: record.coolsUntil = Self.now
        case .running: record.coolsUntil = Timestamp(milliseconds: Self.now.milliseconds + 1)
        }
        return record
    }

    private var shownNotices: [ShownNotice] {
        let isOld = shown == .inOldVersion
        let version = NoticeVersion(name: "privacy", version: isOld ? "2025-01" : "2026-03")
        guard shown != .never else { return [] }
        return [
            ShownNotice(
                notice: version,
                locale: shown == .inOtherLocale ? "en" : "de",
                turn: shown == .inThisTurn ? Self.turn : Self.turn - 1,
                at: Self.milliseconds(before: 500)
            )
        ]
    }

    /// Every situation there is, but for renewals.
    static let all: [ConsentLedgerSituation] = {
        var found: [ConsentLedgerSituation] = [ConsentLedgerSituation()]
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
        vary(\.state, ConsentState.allCases)
        vary(\.optIn, Purpose.OptIn.allCases)
        vary(\.origin, [.contact, .controller])
        vary(\.certainty, [.button, .exactWord, .inexact, .noReply])
        vary(\.requestedBy, [.contact, .controller])
        vary(\.isLaterTurn, [true, false])
        vary(\.window, Window.allCases)
        vary(\.cooling, Cooling.allCases)
        vary(\.shown, Shown.allCases)
        return found
    }()
}
