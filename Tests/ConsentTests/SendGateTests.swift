import Clocks
import Consent
import Testing

struct SendGateTests {
    typealias Situation = SendGateSituation

    @Test func `every class of message meets every state as the table says`() {
        let lines = ConsentState.allCases.map { state in
            let cells = Situation.classes.map { Situation(message: $0, state: state).word() }
            return "\(state.rawValue): \(cells.joined(separator: " "))"
        }
        // reply, follow-up, purpose, opt-out confirmation, answer to a command, to a right
        let expected = """
            unknown: allowed allowed never-asked allowed allowed allowed
            requested: allowed allowed not-confirmed allowed allowed allowed
            deferred: allowed allowed not-confirmed allowed allowed allowed
            refused: allowed allowed refused allowed allowed allowed
            given: allowed allowed allowed allowed allowed allowed
            renewed: allowed allowed allowed allowed allowed allowed
            expired: allowed allowed expired allowed allowed allowed
            invalidated: allowed allowed invalidated allowed allowed allowed
            revoked: allowed allowed revoked allowed allowed allowed
            withdrawn: allowed allowed withdrawn allowed allowed allowed
            """
        #expect(lines.joined(separator: "\n") == expected)
    }

    @Test func `every class of message meets every circumstance as the table says`() {
        let circumstances: [(String, Situation)] = [
            ("nothing", Situation()),
            ("opted out", Situation(optedOut: true)),
            ("opted out, late", Situation(optedOut: true, isLate: true)),
            ("opted out, confirmed", Situation(optedOut: true, confirmations: 1)),
            ("pending", Situation(isPending: true)),
            ("merged", Situation(isMerged: true)),
            ("restricted", Situation(isRestricted: true)),
            ("closed", Situation(isWindowOpen: false)),
            ("quiet", Situation(isQuiet: true)),
            ("quiet, answer", Situation(isQuiet: true, isAnswer: true)),
            ("quiet, service", Situation(isQuiet: true, isMarketing: false)),
            ("four came", Situation(followUps: 4)),
            ("undeclared", Situation(law: .undeclared)),
        ]
        let lines = circumstances.map { name, situation in
            let cells = Situation.classes.map { message -> String in
                var situation = situation
                situation.message = message
                return situation.word() == "allowed" ? "ok" : situation.word()
            }
            return "\(name): \(cells.joined(separator: " "))"
        }
        let late = "opt-out-confirmation-too-late"
        let twice = "opt-out-already-confirmed"
        let merged = Array(repeating: "merged", count: 6).joined(separator: " ")
        let closed = Array(repeating: "window-closed", count: 6).joined(separator: " ")
        let expected = """
            nothing: ok ok ok ok ok ok
            opted out: opted-out opted-out opted-out ok ok ok
            opted out, late: opted-out opted-out opted-out \(late) ok ok
            opted out, confirmed: opted-out opted-out opted-out \(twice) ok ok
            pending: ok opt-out-pending opt-out-pending ok ok ok
            merged: \(merged)
            restricted: restricted restricted restricted ok ok ok
            closed: \(closed)
            quiet: ok ok quiet-hours-later ok ok ok
            quiet, answer: ok ok ok ok ok ok
            quiet, service: ok ok ok ok ok ok
            four came: ok follow-up-limit ok ok ok ok
            undeclared: ok ok undeclared-purpose ok ok ok
            """
        #expect(lines.joined(separator: "\n") == expected)
    }

    @Test func `in every circumstance the verdict is the table's`() {
        var breaches: [String] = []
        for situation in Self.everything {
            let expected = SendGateRow.verdict(situation)
            if situation.word() != expected, breaches.count < 5 {
                breaches.append("\(situation): \(situation.word()), expected \(expected)")
            }
        }
        #expect(breaches == [])
    }

    // INVARIANT: default deny.
    @Test func `nothing for a purpose leaves without valid consent for it on this channel`() {
        var allowed = 0
        for situation in Self.everything where situation.message == .purpose(Situation.id) {
            let elsewhere = situation.verdict(on: "mail")
            var other = situation
            other.message = .purpose(PurposeID("unheard"))
            let unheard = other.verdict()
            for verdict in [elsewhere, unheard] {
                guard case .withheld = verdict else {
                    Issue.record("\(situation) let a message out: \(verdict)")
                    return
                }
            }
            guard situation.verdict() == .allowed else { continue }
            allowed += 1
            let mayLeave =
                situation.state.isValid && !situation.optedOut && !situation.isPending
                && !situation.isRestricted && !situation.isMerged && situation.law == .declared
                && situation.isWindowOpen
            #expect(mayLeave)
        }
        #expect(allowed > 0)
    }

    @Test func `only quiet hours defer, and only marketing that answers nothing`() {
        for situation in Self.everything {
            guard case .deferred(let until, let reason) = situation.verdict() else { continue }
            let isDeferrable =
                reason == .quietHours && until == Situation.dawn && situation.isMarketing
                && !situation.isAnswer && situation.state.isValid
                && situation.message == .purpose(Situation.id)
            #expect(isDeferrable)
        }
    }

    @Test func `after an opt-out only its one confirmation and what is owed leave`() {
        for situation in Self.everything where situation.optedOut {
            guard situation.verdict() == .allowed else { continue }
            let isOwed = [.commandAnswer, .rightsAnswer].contains(situation.message)
            let isFirst =
                situation.message == .optOutConfirmation && situation.confirmations == 0
                && !situation.isLate
            #expect(isOwed || isFirst)
        }
    }

    @Test func `an opt-out is confirmed at five minutes, and not a millisecond later`() {
        let situation = Situation(message: .optOutConfirmation, optedOut: true)
        #expect(situation.word() == "allowed")
        var late = situation
        late.isLate = true
        #expect(late.word() == "opt-out-confirmation-too-late")
        for confirmations in 1...3 {
            var again = situation
            again.confirmations = confirmations
            #expect(again.word() == "opt-out-already-confirmed")
        }
    }

    @Test func `four messages may come by themselves, and no fifth`() {
        let words = (0...6).map { Situation(message: .followUp, followUps: $0).word() }
        let limit = "follow-up-limit"
        #expect(words == ["allowed", "allowed", "allowed", "allowed", limit, limit, limit])
    }

    @Test func `consent ends at the gate on the millisecond, before anybody has recorded it`() {
        #expect(Situation(endsIn: 1).word() == "allowed")
        #expect(Situation(endsIn: 0).word() == "expired")
        #expect(Situation(endsIn: -1).word() == "expired")
        #expect(Situation(state: .refused, endsIn: -1).word() == "refused")
    }

    @Test func `every reason has a sentence of its own`() {
        let sentences = Set(SendGate.Reason.allCases.map(\.sentence))
        #expect(sentences.count == SendGate.Reason.allCases.count)
        let names = Set(SendGate.Reason.allCases.map(\.rawValue))
        #expect(names.count == SendGate.Reason.allCases.count)
        #expect(SendGate.Reason.confirmationTooLate.sentence.contains("5 minutes"))
    }

    @Test func `every reason is the reason for something`() {
        let given = Set(SendGateRow.all.map(\.verdict).map { $0.replacing("-later", with: "") })
        #expect(given == Set(SendGate.Reason.allCases.map(\.rawValue)))
    }

    /// Every combination there is of a class, a state and the circumstances.
    private static let everything: [Situation] = {
        var found = [Situation()]
        func vary<Value>(_ path: WritableKeyPath<Situation, Value>, _ values: [Value]) {
            found = found.flatMap { situation in
                values.map { value in
                    var copy = situation
                    copy[keyPath: path] = value
                    return copy
                }
            }
        }
        vary(\.message, Situation.classes)
        vary(\.state, ConsentState.allCases)
        vary(\.optedOut, [false, true])
        vary(\.isPending, [false, true])
        vary(\.isMerged, [false, true])
        vary(\.isRestricted, [false, true])
        vary(\.isWindowOpen, [false, true])
        vary(\.isQuiet, [false, true])
        vary(\.isAnswer, [false, true])
        vary(\.isMarketing, [false, true])
        // What only one class looks at is varied for that class.
        found = found.flatMap { situation -> [Situation] in
            switch situation.message {
            case .purpose: Situation.Law.allCases.map { situation.with(\.law, $0) }
            case .followUp: [3, 4].map { situation.with(\.followUps, $0) }
            case .optOutConfirmation:
                [(0, false), (0, true), (1, false), (1, true)].map { sent, isLate in
                    situation.with(\.confirmations, sent).with(\.isLate, isLate)
                }
            case .reply, .commandAnswer, .rightsAnswer: [situation]
            }
        }
        return found
    }()
}

extension SendGateSituation {
    func with<Value>(
        _ path: WritableKeyPath<SendGateSituation, Value>,
        _ value: Value
    ) -> SendGateSituation {
        var copy = self
        copy[keyPath: path] = value
        return copy
    }
}
