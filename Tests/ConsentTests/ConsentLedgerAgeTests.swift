import Clocks
import Consent
import Testing

struct ConsentLedgerAgeTests {
    typealias Situation = ConsentLedgerSituation

    private static let free = Situation.purpose(PurposeID("tips"), optIn: .single)
    private static let games = Situation.purpose(PurposeID("games"), minimumAge: 16)
    private static let wine = Situation.purpose(PurposeID("wine"), minimumAge: 18)
    private static let laws = [free, games, wine]

    /// A ledger with one record for each purpose on each channel.
    private static func ledger(_ state: ConsentState) -> ConsentLedger {
        var records: [ConsentKey: ConsentRecord] = [:]
        for law in laws {
            for channel in [Situation.channel, Situation.otherChannel] {
                var record = ConsentRecord(state: state, since: Situation.before(9))
                if state == .requested {
                    record.firstRequestedAt = Situation.before(9)
                    record.requestTurn = Situation.turn - 1
                    record.requestedBy = .contact
                }
                records[ConsentKey(law.id, on: channel)] = record
            }
        }
        return ConsentLedger(records: records, shownNotices: [Situation.shown()])
    }

    private static func confirm(_ purpose: Purpose, _ ledger: ConsentLedger) -> String {
        var ledger = ledger
        switch ledger.perform(.confirm, for: purpose, in: Situation.act()) {
        case .success(let changes): return changes.map(\.to.rawValue).joined()
        case .failure(let refused): return refused.reason.rawValue
        }
    }

    @Test func `an age that was not asked gives nothing that has a minimum`() {
        let confirmed = Self.laws.map { Self.confirm($0, Self.ledger(.requested)) }
        #expect(confirmed == ["given", "age-not-shown", "age-not-shown"])
    }

    @Test func `whoever is old enough to the day may consent, and a year younger may not`() {
        let expected: [Int: [String]] = [
            0: ["given", "not-requested", "not-requested"],
            15: ["given", "not-requested", "not-requested"],
            16: ["given", "given", "not-requested"],
            17: ["given", "given", "not-requested"],
            18: ["given", "given", "given"],
            99: ["given", "given", "given"],
        ]
        for (years, words) in expected {
            var ledger = Self.ledger(.requested)
            _ = ledger.recordAge(years: years, Self.laws, at: Situation.now)
            #expect(Self.laws.map { Self.confirm($0, ledger) } == words, "at \(years)")
        }
    }

    @Test func `a request made by somebody too young cannot be confirmed`() throws {
        var ledger = Self.ledger(.unknown)
        _ = ledger.recordAge(years: 15, Self.laws, at: Situation.now)
        let before = Situation.act(turn: Situation.turn - 1)
        for law in Self.laws {
            ledger = ConsentLedger(shownNotices: ledger.shownNotices, age: ledger.age)
            _ = try ledger.perform(.request, for: law, in: before).get()
            #expect(Self.confirm(law, ledger) == (law.minimumAge == nil ? "given" : "too-young"))
        }
    }

    @Test func `only the gate that was passed is remembered, never the age`() {
        let gates = [0: 0, 15: 0, 16: 16, 17: 16, 18: 18, 40: 18]
        for (years, gate) in gates {
            var ledger = ConsentLedger()
            _ = ledger.recordAge(years: years, Self.laws, at: Situation.now)
            #expect(ledger.age == AgeProof(atLeast: gate, at: Situation.now))
        }
    }

    @Test func `what is found to be a child's is ended in every state, and nothing else is`() {
        for state in ConsentState.allCases {
            for years in [0, 15, 16, 17, 18] {
                var ledger = Self.ledger(state)
                let before = ledger
                let changes = ledger.recordAge(years: years, Self.laws, at: Situation.now)
                let ended: ConsentState? =
                    switch state {
                    case .given, .renewed: .invalidated
                    case .requested: .refused
                    case .unknown, .deferred, .refused, .expired, .invalidated, .revoked,
                        .withdrawn:
                        nil
                    }
                for key in before.keys {
                    let minimum = Self.laws.first { $0.id == key.purpose }?.minimumAge ?? 0
                    let expected = years < minimum ? ended ?? state : state
                    #expect(ledger.state(of: key) == expected)
                }
                let moved = before.keys.filter { before.state(of: $0) != ledger.state(of: $0) }
                #expect(changes.map(\.key) == moved)
                let act = state == .requested ? ConsentAct.decline : .invalidate
                #expect(changes.allSatisfy { $0.act == act && $0.from == state })
            }
        }
    }

    @Test func `a day of birth to come shows nothing, and so does one that nobody asks for`() {
        var ledger = Self.ledger(.given)
        let before = ledger
        #expect(ledger.recordAge(years: -1, Self.laws, at: Situation.now) == [])
        #expect(ledger == before)
        #expect(ledger.recordAge(years: 10, [Self.free], at: Situation.now) == [])
        #expect(ledger == before)
    }

    @Test func `consent that an age invalidated needs a request and a confirmation again`() throws {
        var ledger = Self.ledger(.given)
        _ = ledger.recordAge(years: 15, Self.laws, at: Situation.now)
        _ = ledger.recordAge(years: 16, Self.laws, at: Situation.now)
        let key = ConsentKey(Self.games.id, on: Situation.channel)
        #expect(ledger.state(of: key) == .invalidated)
        #expect(Self.confirm(Self.games, ledger) == "not-requested")
        let before = Situation.act(turn: Situation.turn - 1)
        _ = try ledger.perform(.request, for: Self.games, in: before).get()
        #expect(Self.confirm(Self.games, ledger) == "renewed")
    }
}
