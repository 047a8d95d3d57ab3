import Clocks
import Consent
import Testing

struct ConsentLedgerTests {
    typealias Situation = ConsentLedgerSituation

    /// What every act does in every state, when everything else speaks for it.
    private static func table(_ place: Situation.Place) -> String {
        ConsentState.allCases.map { state in
            let cells = ConsentAct.allCases.map { act -> String in
                var situation = Situation()
                situation.state = state
                situation.place = place
                var ledger = situation.ledger
                switch ledger.perform(act, for: situation.purpose, in: situation.context) {
                case .success(let changes):
                    return changes.map { change in
                        change.to.rawValue + (change.key == Situation.key ? "" : "-there")
                    }.joined(separator: "+")
                case .failure(let refused):
                    return refused.reason == .nothingToDo ? "-" : "(\(refused.reason.rawValue))"
                }
            }
            return "\(state.rawValue): \(cells.joined(separator: " "))"
        }.joined(separator: "\n")
    }

    @Test func `every state meets every act as the table says`() {
        // request confirm decline withdraw lapse expire invalidate revoke merge
        let expected = """
            unknown: requested (not-requested) refused withdrawn - - - - -
            requested: - given refused withdrawn deferred - - - -
            deferred: requested (not-requested) refused withdrawn - - - - -
            refused: requested (not-requested) refused withdrawn - - - - -
            given: (already-given) (already-given) withdrawn withdrawn - expired invalidated \
            revoked -
            renewed: (already-given) (already-given) withdrawn withdrawn - expired invalidated \
            revoked -
            expired: requested (not-requested) refused withdrawn - - - - -
            invalidated: requested (not-requested) refused withdrawn - - - - -
            revoked: requested (not-requested) refused withdrawn - - - - -
            withdrawn: requested (not-requested) - - - - - - -
            """
        #expect(Self.table(.here) == expected)
    }

    @Test func `every state on another channel meets every act as the table says`() {
        let expected = """
            unknown: requested (not-requested) refused withdrawn - - - - -
            requested: requested (not-requested) refused withdrawn-there - - - - -
            deferred: requested (not-requested) refused withdrawn-there - - - - -
            refused: requested (not-requested) refused withdrawn-there - - - - -
            given: requested (not-requested) refused withdrawn-there - - - - -
            renewed: requested (not-requested) refused withdrawn-there - - - - -
            expired: requested (not-requested) refused withdrawn-there - - - - -
            invalidated: requested (not-requested) refused withdrawn-there - - - - -
            revoked: requested (not-requested) refused withdrawn-there - - - - -
            withdrawn: requested (not-requested) refused - - - - - -
            """
        #expect(Self.table(.elsewhere) == expected)
    }

    @Test(arguments: ConsentLedgerRule.allCases)
    func `no act breaks a rule in any situation`(_ rule: ConsentLedgerRule) {
        #expect(ConsentLedgerRule.breaches[rule, default: []] == [])
    }

    @Test func `the situations are as many as their dimensions say`() {
        let common = 2 * 2 * 4 * 6 * 4
        let placed = 2 * 3
        let requested = 2 * 2 * 3 * 2
        let expected = common + common * placed * (requested + 2 * 2 + 6)
        #expect(Situation.all.count == expected)
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
        asked.wasWithdrawn = true
        #expect(Self.refusal(of: asked) == .notRequestedByContact)
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
        for age in Situation.Age.allCases {
            var situation = Situation()
            situation.age = age
            let expected: ActRefusal? =
                switch age {
                case .noGate, .justOldEnough: nil
                case .tooYoung: .tooYoung
                case .notShown: .ageNotShown
                }
            #expect(Self.refusal(of: situation) == expected)
        }
        var elsewhere = Situation()
        elsewhere.place = .elsewhere
        #expect(Self.refusal(of: elsewhere) == .notRequested)
    }

    @Test func `consent is renewed if, and only if, it was ever given on this channel`() throws {
        for wasGiven in [true, false] {
            for wasWithdrawn in [true, false] {
                var situation = Situation()
                situation.wasGiven = wasGiven
                situation.wasWithdrawn = wasWithdrawn
                var ledger = situation.ledger
                let changes = try ledger.perform(
                    .confirm,
                    for: situation.purpose,
                    in: situation.context
                ).get()
                #expect(changes.map(\.to) == [wasGiven ? .renewed : .given])
                #expect(changes.first?.notice == Situation.shown())
                let record = try #require(ledger.records[Situation.key])
                #expect(record.wasGiven && !record.wasWithdrawn)
                #expect(record.notice == Situation.notice)
            }
        }
    }

    @Test func `whatever ended it, consent that was given before comes back as renewed`() throws {
        for ending in [ConsentAct.withdraw, .decline, .expire, .invalidate, .revoke] {
            var situation = Situation()
            situation.state = .given
            let purpose = situation.purpose
            var ledger = situation.ledger
            _ = try ledger.perform(ending, for: purpose, in: Situation.act()).get()
            _ = try ledger.perform(.request, for: purpose, in: Situation.act()).get()
            let later = Situation.act(turn: Situation.turn + 1)
            let changes = try ledger.perform(.confirm, for: purpose, in: later).get()
            #expect(changes.map(\.to) == [.renewed], "\(ending)")
        }
    }

    @Test func `states and their stored bytes are one to one`() {
        let codes = ConsentState.allCases.map { "\($0.rawValue) \($0.code)" }
        let expected = [
            "unknown 0", "requested 1", "deferred 2", "refused 3", "given 4", "renewed 5",
            "expired 6", "invalidated 8", "revoked 9", "withdrawn 7",
        ]
        #expect(codes == expected)
        #expect(ConsentState.allCases.allSatisfy { ConsentState(code: $0.code) == $0 })
        #expect(ConsentState(code: 10) == nil)
    }

    @Test func `every refusal has a sentence of its own`() {
        #expect(Set(ActRefusal.allCases.map(\.sentence)).count == ActRefusal.allCases.count)
    }
}
