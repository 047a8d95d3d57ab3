import Clocks
import Consent
import Testing

struct SendGateTests {
    typealias Situation = ConsentLedgerSituation

    private static let classes: [MessageClass] = [
        .reply, .followUp, .purpose(Situation.id), .optOutConfirmation, .commandAnswer,
    ]

    private static func ledger(
        _ state: ConsentState,
        optedOut: Bool = false,
        pending: Bool = false,
        endsIn: Int64? = nil
    ) -> ConsentLedger {
        var records: [PurposeID: ConsentRecord] = [:]
        if state != .unknown {
            var record = ConsentRecord(state: state, since: Situation.now)
            record.expiresAt = endsIn.map {
                Timestamp(milliseconds: Situation.now.milliseconds + $0)
            }
            records[Situation.id] = record
        }
        return ConsentLedger(
            records: records,
            shownNotices: [],
            optedOutAt: optedOut ? Situation.now : nil,
            isOptOutPending: pending
        )
    }

    private static func verdict(
        _ message: MessageClass,
        _ ledger: ConsentLedger,
        _ confirmations: Int = 0
    ) -> String {
        let verdict = SendGate.verdict(
            for: message,
            ledger: ledger,
            at: Situation.now,
            sent: SendGate.Sent(confirmations: confirmations)
        )
        return switch verdict {
        case .allowed: "allowed"
        case .withheld(let reason): reason.rawValue
        }
    }

    @Test func `every class of message meets every state as the table says`() {
        var lines: [String] = []
        for state in ConsentState.allCases {
            let cells = Self.classes.map { Self.verdict($0, Self.ledger(state)) }
            lines.append("\(state.rawValue): \(cells.joined(separator: " "))")
        }
        #expect(
            lines.joined(separator: "\n") == """
                unknown: allowed allowed never-asked allowed allowed
                requested: allowed allowed not-confirmed allowed allowed
                deferred: allowed allowed not-confirmed allowed allowed
                refused: allowed allowed refused allowed allowed
                given: allowed allowed allowed allowed allowed
                renewed: allowed allowed allowed allowed allowed
                expired: allowed allowed expired allowed allowed
                withdrawn: allowed allowed withdrawn allowed allowed
                """
        )
    }

    @Test func `in every circumstance a purpose needs its own valid consent`() {
        var cases = 0
        for state in ConsentState.allCases {
            for (optedOut, pending) in [(false, false), (false, true), (true, false), (true, true)]
            {
                for endsIn in [nil, -1, 0, 1] as [Int64?] {
                    for sent in 0...2 {
                        let ledger = Self.ledger(
                            state,
                            optedOut: optedOut,
                            pending: pending,
                            endsIn: endsIn
                        )
                        let verdict = Self.verdict(.purpose(Situation.id), ledger, sent)
                        let lives = state.isValid && (endsIn ?? 1) > 0
                        let isAllowed = lives && !optedOut && !pending
                        #expect((verdict == "allowed") == isAllowed)
                        if optedOut { #expect(verdict == "opted-out") }
                        if !optedOut, pending { #expect(verdict == "opt-out-pending") }
                        #expect(
                            Self.verdict(.purpose(PurposeID("other")), ledger, sent) != "allowed"
                        )
                        cases += 1
                    }
                }
            }
        }
        #expect(cases == 8 * 4 * 4 * 3)
    }

    @Test func `after an opt-out only its one confirmation and answers to commands leave`() {
        for state in ConsentState.allCases {
            for pending in [true, false] {
                let ledger = Self.ledger(state, optedOut: true, pending: pending)
                let first = Self.classes.map { Self.verdict($0, ledger, 0) }
                #expect(first == ["opted-out", "opted-out", "opted-out", "allowed", "allowed"])
                for sent in 1...3 {
                    #expect(
                        Self.verdict(.optOutConfirmation, ledger, sent)
                            == "opt-out-already-confirmed"
                    )
                }
            }
        }
    }

    @Test func `while an opt-out is in doubt, answers leave and purposes wait`() {
        let ledger = Self.ledger(.given, pending: true)
        let verdicts = Self.classes.map { Self.verdict($0, ledger) }
        let expected = ["allowed", "opt-out-pending", "opt-out-pending", "allowed", "allowed"]
        #expect(verdicts == expected)
    }

    @Test func `consent ends at the gate on the millisecond, before anybody has recorded it`() {
        let purpose = MessageClass.purpose(Situation.id)
        #expect(Self.verdict(purpose, Self.ledger(.given, endsIn: 1)) == "allowed")
        #expect(Self.verdict(purpose, Self.ledger(.given, endsIn: 0)) == "expired")
    }

    @Test func `every reason has a sentence of its own`() {
        let sentences = Set(SendGate.Reason.allCases.map(\.sentence))
        #expect(sentences.count == SendGate.Reason.allCases.count)
        #expect(Set(ActRefusal.allCases.map(\.sentence)).count == ActRefusal.allCases.count)
    }
}
