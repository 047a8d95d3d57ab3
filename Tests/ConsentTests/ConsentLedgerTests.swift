import Clocks
import Consent
import Testing

struct ConsentLedgerTests {
    typealias Situation = ConsentLedgerSituation

    /// A confirm that everything speaks for, in a later turn, by a button.
    @Test func `every state meets every act as the table says`() {
        var lines: [String] = []
        for state in ConsentState.allCases {
            let cells = ConsentAct.allCases.map { act -> String in
                var situation = Situation()
                situation.state = state
                var ledger = situation.ledger
                switch ledger.perform(act, for: situation.purpose, in: situation.context) {
                case .success(let change): return change.to.rawValue
                case .failure(let refused):
                    return refused.reason == .nothingToDo ? "-" : "(\(refused.reason.rawValue))"
                }
            }
            lines.append("\(state.rawValue): \(cells.joined(separator: " "))")
        }
        #expect(
            lines.joined(separator: "\n") == """
                unknown: requested (not-requested) refused withdrawn - -
                requested: - given refused withdrawn deferred -
                deferred: requested (not-requested) refused withdrawn - -
                refused: requested (not-requested) refused withdrawn - -
                given: (already-given) (already-given) withdrawn withdrawn - expired
                renewed: (already-given) (already-given) withdrawn withdrawn - expired
                expired: requested (not-requested) refused withdrawn - -
                withdrawn: requested (not-requested) - - - -
                """
        )
    }

    /// The acts and situations, of all there are, for which `isBroken` holds after the act.
    private static func breaches(
        _ isBroken: (Situation, ConsentAct, ConsentLedger, Result<ConsentChange, RefusedAct>) ->
            Bool
    ) -> [String] {
        var found: [String] = []
        for situation in Situation.all {
            let before = situation.ledger
            for act in ConsentAct.allCases {
                var ledger = before
                let result = ledger.perform(act, for: situation.purpose, in: situation.context)
                if isBroken(situation, act, ledger, result), found.count < 5 {
                    found.append("\(act) in \(situation): \(result)")
                }
            }
        }
        return found
    }

    @Test func `consent becomes valid by a confirm that everything speaks for, and only so`() {
        let breaches = Self.breaches { situation, act, ledger, _ in
            let wasValid = situation.state.isValid
            let mayCount =
                act == .confirm && situation.state == .requested && situation.isLaterTurn
                && situation.window != .closed && situation.shown == .earlier
                && (situation.certainty == .button || situation.certainty == .exactWord)
                && (situation.optIn == .single || situation.requestedBy == .contact)
            let isValid = ledger.state(of: Situation.id).isValid
            return wasValid
                ? isValid == [.decline, .withdraw, .expire].contains(act) : isValid != mayCount
        }
        #expect(breaches == [])
    }

    @Test func `a refused act changes nothing, and a change is what it says`() {
        let breaches = Self.breaches { situation, _, ledger, result in
            switch result {
            case .failure: ledger != situation.ledger
            case .success(let change):
                change.from != situation.state || change.to != ledger.state(of: Situation.id)
                    || ledger.records[Situation.id]?.since != Situation.now
            }
        }
        #expect(breaches == [])
    }

    @Test func `from withdrawn no single act leads anywhere but to a request`() {
        let breaches = Self.breaches { situation, act, ledger, _ in
            guard situation.state == .withdrawn else { return false }
            let state = ledger.state(of: Situation.id)
            return state != .withdrawn && (state != .requested || act != .request)
        }
        #expect(breaches == [])
    }

    @Test func `a refusal forbids the controller to ask, and the contact nothing`() {
        let breaches = Self.breaches { situation, act, _, result in
            guard act == .request, !situation.state.isValid, situation.state != .unknown else {
                return false
            }
            let isForbidden = situation.origin == .controller && situation.cooling == .running
            let isRefusedSo =
                if case .failure(let refused) = result { refused.reason == .coolingDown } else {
                    false
                }
            return isForbidden != isRefusedSo
        }
        #expect(breaches == [])
    }

    @Test func `a second request never moves the window of the first`() {
        let breaches = Self.breaches { situation, act, ledger, _ in
            situation.state == .requested && situation.window != .closed && act == .request
                && ledger.records[Situation.id]?.firstRequestedAt
                    != situation.ledger.records[Situation.id]?.firstRequestedAt
        }
        #expect(breaches == [])
    }

    @Test func `a no cools for as long as the purpose says`() {
        let breaches = Self.breaches { situation, act, ledger, result in
            guard act == .decline || act == .withdraw, case .success = result else { return false }
            let end = ledger.records[Situation.id]?.coolsUntil
            return end != Situation.now.adding(situation.purpose.askAgainAfter)
                || !ledger.isCooling(Situation.id, at: Situation.now)
                || ledger.isCooling(Situation.id, at: end ?? Situation.now)
        }
        #expect(breaches == [])
    }

    private static func refusal(of situation: Situation) -> ActRefusal? {
        var ledger = situation.ledger
        let result = ledger.perform(.confirm, for: situation.purpose, in: situation.context)
        guard case .failure(let refused) = result else { return nil }
        return refused.reason
    }

    @Test func `each thing a confirm lacks has its own reason`() {
        for window in Situation.Window.allCases {
            var situation = Situation()
            situation.window = window
            #expect(Self.refusal(of: situation) == (window == .closed ? .windowClosed : nil))
        }
        var sameTurn = Situation()
        sameTurn.isLaterTurn = false
        #expect(Self.refusal(of: sameTurn) == .sameTurn)
        var asked = Situation()
        asked.requestedBy = .controller
        #expect(Self.refusal(of: asked) == .notRequestedByContact)
        asked.optIn = .single
        #expect(Self.refusal(of: asked) == nil)
        for shown in Situation.Shown.allCases {
            var situation = Situation()
            situation.shown = shown
            #expect(Self.refusal(of: situation) == (shown == .earlier ? nil : .noticeNotShown))
        }
        for certainty in [ActCertainty.inexact, .noReply] {
            var situation = Situation()
            situation.certainty = certainty
            #expect(Self.refusal(of: situation) == .inexactReply)
        }
    }

    @Test func `consent given again after a withdrawal is renewed`() throws {
        var situation = Situation()
        situation.isRenewal = true
        var ledger = situation.ledger
        let change = try ledger.perform(
            .confirm,
            for: situation.purpose,
            in: situation.context
        ).get()
        #expect(change.to == .renewed)
        #expect(change.notice?.notice == Situation.notice)
        #expect(change.notice?.locale == "de")
    }
}
