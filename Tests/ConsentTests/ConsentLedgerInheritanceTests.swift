import Clocks
import Consent
import Testing

/// What the owner of an old number brings to a new one.
struct ConsentLedgerInheritanceTests {
    typealias Situation = ConsentLedgerSituation

    /// Every situation of a former number; the circumstances of an act have no part in it.
    private static let former = Situation.all.filter {
        $0.origin == .contact && $0.certainty == .button
    }

    @Test func `every no is inherited, and not a single yes, request, notice or age`() {
        var breaches: [String] = []
        for situation in Self.former {
            let inherited = situation.ledger.inheritance
            let isNo =
                situation.state == .withdrawn || situation.state == .refused
                || situation.wasWithdrawn
            let state = inherited.state(of: situation.recordKey)
            let saysNo = state == .withdrawn || state == .refused
            let holds =
                (saysNo || (!isNo && state == .unknown)) && !inherited.hasOpenRequest
                && !inherited.hasValidConsent && inherited.shownNotices.isEmpty
                && inherited.age == nil
            if !holds, breaches.count < 5 { breaches.append("\(situation) became \(state)") }
        }
        #expect(breaches == [])
    }

    @Test func `a rest that is running goes on at the new number`() {
        var breaches: [String] = []
        for situation in Self.former where situation.cooling == .running {
            let ledger = situation.ledger
            let isKept = ledger.inheritance.isCooling(Situation.id, at: Situation.now)
            if !isKept, situation.state != .unknown, breaches.count < 5 {
                breaches.append("\(situation)")
            }
        }
        #expect(breaches == [])
    }

    @Test func `an opt-out goes along, and so does the doubt about one`() {
        for optedOut in [nil, Situation.before(1)] {
            for isPending in [true, false] {
                let ledger = ConsentLedger(optedOutAt: optedOut, isOptOutPending: isPending)
                #expect(ledger.inheritance.optedOutAt == optedOut)
                #expect(ledger.inheritance.isOptOutPending == isPending)
            }
        }
    }

    @Test func `what is inherited is inherited again unchanged`() {
        let breaches = Self.former.filter { situation in
            let once = situation.ledger.inheritance
            return once.inheritance != once
        }
        #expect(breaches.isEmpty)
    }

    @Test func `an inheritance that is taken in can only take away`() {
        for state in ConsentState.allCases {
            for own in ConsentState.allCases {
                for wasWithdrawn in [false, true] {
                    var former = Situation()
                    former.state = state
                    former.wasWithdrawn = wasWithdrawn && !state.isValid
                    var mine = Situation()
                    mine.state = own
                    var ledger = mine.ledger
                    let said = former.ledger.inheritance
                    _ = ledger.merge(said, [mine.purpose], in: Situation.act())
                    let after = ledger.state(of: Situation.key)
                    if after.isValid { #expect(own.isValid && said.records.isEmpty) }
                    if state == .withdrawn { #expect(after == .withdrawn) }
                }
            }
        }
    }

    @Test func `a withdrawal that a new request has covered is not lost with the number`() throws {
        let purpose = Situation.purpose(optIn: .single)
        var former = ConsentLedger()
        _ = try former.perform(.withdraw, for: purpose, in: Situation.act()).get()
        _ = try former.perform(.request, for: purpose, in: Situation.act()).get()
        var ledger = former.inheritance
        ledger.recordShown(Situation.shown())
        let later = Situation.now.adding(.months(7))
        let asks = Situation.act(.controller, at: later, turn: 20)
        _ = try ledger.perform(.request, for: purpose, in: asks).get()
        let confirms = Situation.act(at: later, turn: 21)
        let refused = ledger.perform(.confirm, for: purpose, in: confirms)
        #expect(refused == .failure(RefusedAct(.confirm, purpose.id, .notRequestedByContact)))
    }
}
