import Clocks
import Consent
import Testing

/// What two ledgers become when their contacts turn out to be one person.
struct ConsentLedgerMergeTests {
    typealias Situation = ConsentLedgerSituation
    typealias States = [ConsentKey: ConsentState]

    /// From what says least against the use of data to what says most.
    private static let order: [ConsentState] = [
        .unknown, .renewed, .given, .requested, .deferred, .expired, .revoked, .invalidated,
        .refused, .withdrawn,
    ]

    private static func ledger(
        _ states: [(ConsentKey, ConsentState)],
        optedOut: Bool = false
    ) -> ConsentLedger {
        var records: [ConsentKey: ConsentRecord] = [:]
        for (key, state) in states where state != .unknown {
            var record = ConsentRecord(state: state, since: Situation.before(9))
            if state == .requested {
                record.firstRequestedAt = Situation.before(9)
                record.requestTurn = Situation.turn - 1
                record.requestedBy = .contact
            }
            records[key] = record
        }
        return ConsentLedger(
            records: records,
            optedOutAt: optedOut ? Situation.before(9) : nil
        )
    }

    private static func merged(_ mine: ConsentLedger, _ theirs: ConsentLedger) -> ConsentLedger {
        var ledger = mine
        _ = ledger.merge(theirs, [Situation.purpose()], in: Situation.act())
        return ledger
    }

    private static func states(_ ledger: ConsentLedger) -> States {
        ledger.records.mapValues(\.state)
    }

    /// Every ledger of one purpose on two channels in some of the states, opted out or not.
    private static func small(_ states: [ConsentState]) -> [ConsentLedger] {
        states.flatMap { here in
            states.flatMap { there in
                [false, true].map { optedOut in
                    ledger(
                        [(Situation.key, here), (Situation.otherKey, there)],
                        optedOut: optedOut
                    )
                }
            }
        }
    }

    @Test func `of two states of one consent the more restrictive one wins`() {
        #expect(Set(Self.order).count == ConsentState.allCases.count)
        for (mineRank, mine) in Self.order.enumerated() {
            for (theirRank, theirs) in Self.order.enumerated() {
                var ledger = Self.ledger([(Situation.key, mine)])
                let other = Self.ledger([(Situation.key, theirs)])
                let changes = ledger.merge(other, [Situation.purpose()], in: Situation.act())
                let expected = Self.order[max(mineRank, theirRank)]
                #expect(ledger.state(of: Situation.key) == expected, "\(mine) and \(theirs)")
                let change = ConsentChange(
                    key: Situation.key,
                    from: mine,
                    to: expected,
                    act: .merge
                )
                #expect(changes == (mine == expected ? [] : [change]))
            }
        }
    }

    @Test func `a contact who withdrew and one who consented are a contact who withdrew`() {
        let withdrawn = Self.ledger([(Situation.key, .withdrawn)])
        let given = Self.ledger([(Situation.key, .given), (Situation.otherKey, .renewed)])
        for ledger in [Self.merged(withdrawn, given), Self.merged(given, withdrawn)] {
            #expect(
                Self.states(ledger)
                    == [Situation.key: .withdrawn, Situation.otherKey: .withdrawn]
            )
            #expect(ledger.isCooling(Situation.id, at: Situation.now))
        }
    }

    @Test func `a no of either, on any channel, is a no of both, and no yes is made up`() {
        var breaches: [String] = []
        let ledgers = Self.small(ConsentState.allCases)
        for mine in ledgers {
            for theirs in ledgers {
                let both = Self.merged(mine, theirs)
                let sides = [mine, theirs]
                let isWithdrawn = sides.contains { $0.records.values.contains(where: Self.isNo) }
                let isOut = sides.contains { $0.isOptedOut }
                var holds = both.isOptedOut == isOut
                for key in both.keys {
                    if isWithdrawn || isOut { holds = holds && both.state(of: key) == .withdrawn }
                    let pair = sides.map { $0.state(of: key) }
                    let mayBeValid =
                        pair.contains(where: \.isValid)
                        && pair.allSatisfy { $0.isValid || $0 == .unknown }
                    if both.state(of: key).isValid { holds = holds && mayBeValid }
                }
                holds = holds && Set(both.keys) == Set(mine.keys).union(theirs.keys)
                if !holds, breaches.count < 5 {
                    breaches.append("\(Self.states(mine)) with \(Self.states(theirs))")
                }
            }
        }
        #expect(breaches == [])
    }

    private static func isNo(_ record: ConsentRecord) -> Bool { record.state == .withdrawn }

    @Test func `a withdrawal of one purpose leaves another, an opt-out leaves none`() {
        let other = ConsentKey(PurposeID("appointments"), on: Situation.otherChannel)
        let mine = Self.ledger([(other, .given), (Situation.key, .given)])
        let withdrawn = Self.merged(mine, Self.ledger([(Situation.otherKey, .withdrawn)]))
        #expect(withdrawn.state(of: other) == .given)
        #expect(withdrawn.state(of: Situation.key) == .withdrawn)
        let stopped = Self.merged(mine, Self.ledger([], optedOut: true))
        #expect(stopped.state(of: other) == .withdrawn)
        #expect(stopped.state(of: Situation.key) == .withdrawn)
        #expect(Self.merged(Self.ledger([], optedOut: true), mine) == stopped)
    }

    @Test func `the order of two does not matter, and the second time changes nothing`() {
        var breaches: [String] = []
        let ledgers = Self.small(ConsentState.allCases)
        for mine in ledgers {
            for theirs in ledgers {
                let both = Self.merged(mine, theirs)
                let other = Self.merged(theirs, mine)
                var again = both
                let changes = again.merge(theirs, [Situation.purpose()], in: Situation.act())
                let same =
                    Self.states(both) == Self.states(other) && both.isOptedOut == other.isOptedOut
                if !same || again != both || !changes.isEmpty, breaches.count < 5 {
                    breaches.append("\(Self.states(mine)) with \(Self.states(theirs))")
                }
            }
        }
        #expect(breaches == [])
    }

    @Test func `of three it does not matter which two come first`() {
        let single = ConsentState.allCases.flatMap { state in
            [false, true].map { Self.ledger([(Situation.key, state)], optedOut: $0) }
        }
        let small = Self.small([.unknown, .given, .refused, .withdrawn])
        for ledgers in [single, small] {
            var breaches = 0
            for first in ledgers {
                for second in ledgers {
                    let early = Self.merged(first, second)
                    for third in ledgers {
                        let left = Self.merged(early, third)
                        let right = Self.merged(first, Self.merged(second, third))
                        let same =
                            Self.states(left) == Self.states(right)
                            && left.isOptedOut == right.isOptedOut
                        if !same { breaches += 1 }
                    }
                }
            }
            #expect(breaches == 0)
        }
    }

    @Test func `an opt-out that is in doubt on either side is in doubt on both`() {
        for (mine, theirs) in [(false, false), (false, true), (true, false), (true, true)] {
            let both = Self.merged(
                ConsentLedger(isOptOutPending: mine),
                ConsentLedger(isOptOutPending: theirs)
            )
            #expect(both.isOptOutPending == (mine || theirs))
        }
    }

    @Test func `the later rest, the earlier end, the later use and the later STOP count`() {
        let times: [Timestamp?] = [nil, Situation.after(1), Situation.after(2)]
        for mine in times {
            for theirs in times {
                let ledgers = [mine, theirs].map { time -> ConsentLedger in
                    var record = ConsentRecord(state: .given, since: Situation.before(9))
                    record.coolsUntil = time
                    record.expiresAt = time
                    record.lastUsedAt = time
                    return ConsentLedger(records: [Situation.key: record])
                }
                let record = Self.merged(ledgers[0], ledgers[1]).records[Situation.key]
                let known = [mine, theirs].compactMap(\.self)
                #expect(record?.coolsUntil == known.max())
                #expect(record?.expiresAt == known.min())
                #expect(record?.lastUsedAt == known.max())
                let stopped = Self.merged(
                    ConsentLedger(optedOutAt: mine),
                    ConsentLedger(optedOutAt: theirs)
                )
                #expect(stopped.optedOutAt == known.max())
            }
        }
    }

    @Test func `what was once given or withdrawn is remembered from both`() {
        for mine in [(false, false), (true, false), (false, true), (true, true)] {
            for theirs in [(false, false), (true, false), (false, true), (true, true)] {
                let ledgers = [mine, theirs].map { wasGiven, wasWithdrawn -> ConsentLedger in
                    var situation = Situation()
                    situation.wasGiven = wasGiven
                    situation.wasWithdrawn = wasWithdrawn
                    return situation.ledger
                }
                let record = Self.merged(ledgers[0], ledgers[1]).records[Situation.key]
                #expect(record?.wasGiven == (mine.0 || theirs.0))
                #expect(record?.wasWithdrawn == (mine.1 || theirs.1))
            }
        }
    }
}
