import Clocks
import Consent

/// Everything a verdict of the gate depends on, one field for each.
struct SendGateSituation {
    enum Law: CaseIterable { case declared, undeclared, ofAnotherPurpose }

    var message = MessageClass.purpose(id)
    var state = ConsentState.given
    var optedOut = false
    var isLate = false
    var isPending = false
    var isMerged = false
    var isRestricted = false
    var isWindowOpen = true
    var isQuiet = false
    var isAnswer = false
    var isMarketing = true
    var law = Law.declared
    var confirmations = 0
    var followUps = 0
    var endsIn: Int64?

    typealias Consented = ConsentLedgerSituation

    static let id = Consented.id
    static let dawn = Consented.after(3_600_000)
    static let classes: [MessageClass] = [
        .reply, .followUp, .purpose(id), .optOutConfirmation, .commandAnswer, .rightsAnswer,
    ]

    private var ledger: ConsentLedger {
        var records: [ConsentKey: ConsentRecord] = [:]
        if state != .unknown {
            var record = ConsentRecord(state: state, since: Consented.before(400))
            record.expiresAt = endsIn.map { Consented.after($0) }
            record.notice = Consented.notice
            records[Consented.key] = record
        }
        let fiveMinutes: Int64 = 300_000
        return ConsentLedger(
            records: records,
            optedOutAt: optedOut ? Consented.before(fiveMinutes + (isLate ? 1 : 0)) : nil,
            isOptOutPending: isPending
        )
    }

    private var purpose: Purpose? {
        switch law {
        case .declared: Consented.purpose(isMarketing: isMarketing)
        case .undeclared: nil
        case .ofAnotherPurpose: Consented.purpose(PurposeID("other"), isMarketing: isMarketing)
        }
    }

    func verdict(on channel: String = Consented.channel) -> SendGate.Verdict {
        SendGate.verdict(
            for: message,
            ledger: ledger,
            in: SendGate.Circumstances(
                now: Consented.now,
                channel: channel,
                law: purpose,
                sent: SendGate.Sent(confirmations: confirmations, followUps: followUps),
                isMerged: isMerged,
                isRestricted: isRestricted,
                isWindowOpen: isWindowOpen,
                quietUntil: isQuiet ? Self.dawn : nil,
                isAnswer: isAnswer
            )
        )
    }

    /// The verdict as a word: `allowed`, the reason, or the reason with `later`.
    func word(on channel: String = Consented.channel) -> String {
        switch verdict(on: channel) {
        case .allowed: "allowed"
        case .deferred(let until, let reason):
            "\(reason.rawValue)-\(until == Self.dawn ? "later" : "\(until.milliseconds)")"
        case .withheld(let reason): reason.rawValue
        }
    }
}

/// One line of the table that says what keeps which messages back; the first that fits decides.
struct SendGateRow: Sendable {
    let verdict: String
    let classes: Set<String>
    let fits: @Sendable (SendGateSituation) -> Bool

    init(
        _ verdict: String,
        _ classes: Set<String>,
        _ fits: @escaping @Sendable (SendGateSituation) -> Bool
    ) {
        self.verdict = verdict
        self.classes = classes
        self.fits = fits
    }

    static let all = [
        SendGateRow("merged", Set(SendGateSituation.classes.map(\.name))) { $0.isMerged },
        SendGateRow("opt-out-already-confirmed", ["opt-out-confirmation"]) {
            $0.confirmations > 0
        },
        SendGateRow("opt-out-confirmation-too-late", ["opt-out-confirmation"]) {
            $0.optedOut && $0.isLate
        },
        SendGateRow("opted-out", ["reply", "follow-up", "purpose"]) { $0.optedOut },
        SendGateRow("opt-out-pending", ["follow-up", "purpose"]) { $0.isPending },
        SendGateRow("restricted", ["reply", "follow-up", "purpose"]) { $0.isRestricted },
        SendGateRow("follow-up-limit", ["follow-up"]) { $0.followUps >= 4 },
        SendGateRow("undeclared-purpose", ["purpose"]) { $0.law != .declared },
        SendGateRow("never-asked", ["purpose"]) { $0.state == .unknown },
        SendGateRow("not-confirmed", ["purpose"]) {
            $0.state == .requested || $0.state == .deferred
        },
        SendGateRow("refused", ["purpose"]) { $0.state == .refused },
        SendGateRow("expired", ["purpose"]) { $0.state == .expired || ($0.endsIn ?? 1) <= 0 },
        SendGateRow("invalidated", ["purpose"]) { $0.state == .invalidated },
        SendGateRow("revoked", ["purpose"]) { $0.state == .revoked },
        SendGateRow("withdrawn", ["purpose"]) { $0.state == .withdrawn },
        SendGateRow("window-closed", Set(SendGateSituation.classes.map(\.name))) {
            !$0.isWindowOpen
        },
        SendGateRow("quiet-hours-later", ["purpose"]) {
            $0.isQuiet && $0.isMarketing && !$0.isAnswer
        },
    ]

    static func verdict(_ situation: SendGateSituation) -> String {
        let row = all.first { row in
            row.classes.contains(situation.message.name) && row.fits(situation)
        }
        return row?.verdict ?? "allowed"
    }
}
