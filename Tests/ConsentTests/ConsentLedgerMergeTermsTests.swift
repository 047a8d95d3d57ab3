import Clocks
import Consent
import Testing

/// What may be done with a merged ledger, down to the terms of each consent.
struct ConsentLedgerMergeTermsTests {
    typealias Situation = ConsentLedgerSituation

    private static let hour: Int64 = 3_600_000

    private static let laws = [
        Situation.purpose(optIn: .single),
        Situation.purpose(minimumAge: 16),
        Situation.purpose(optIn: .single, onNewNotice: .renew),
    ]

    /// Ledgers that differ in whatever a later act or message depends on.
    private static let ledgers: [ConsentLedger] = {
        var records: [ConsentRecord?] = [nil]
        for age in [1, 20] as [Int64] {
            for origin in [RequestOrigin.contact, .controller] {
                for turn in [Situation.turn - 5, Situation.turn - 1] {
                    var record = ConsentRecord(state: .requested, since: Situation.before(age))
                    record.firstRequestedAt = Situation.before(age * hour)
                    record.requestTurn = turn
                    record.requestedBy = origin
                    records.append(record)
                }
            }
        }
        for state in [ConsentState.given, .renewed] {
            for notice in [Situation.notice, Situation.oldNotice] {
                for end in [nil, 24 * hour] as [Int64?] {
                    var record = ConsentRecord(state: state, since: Situation.before(9))
                    record.notice = notice
                    record.expiresAt = end.map { Situation.after($0) }
                    records.append(record)
                }
            }
        }
        for state in [ConsentState.deferred, .refused, .invalidated, .withdrawn] {
            var record = ConsentRecord(state: state, since: Situation.before(9))
            record.coolsUntil = Situation.after(hour)
            records.append(record)
        }
        return records.flatMap { record in
            [nil, 0, 16].map { age in
                ConsentLedger(
                    records: record.map { [Situation.key: $0] } ?? [:],
                    shownNotices: [Situation.shown(turn: 1)],
                    age: age.map { AgeProof(atLeast: $0, at: Situation.before(9)) }
                )
            }
        }
    }()

    /// What the gate and the next act say now, before the window closes, after, and days later.
    private static func uses(_ ledger: ConsentLedger, _ law: Purpose) -> [String] {
        [0, 4, 5, 23, 24, 48].flatMap { (hours: Int64) -> [String] in
            let now = Situation.after(hours * hour)
            let verdict = SendGate.verdict(
                for: .purpose(law.id),
                ledger: ledger,
                in: SendGate.Circumstances(now: now, channel: Situation.channel, law: law)
            )
            var words = ["\(hours) send: \(verdict == .allowed)"]
            for origin in [RequestOrigin.contact, .controller] {
                for act in [ConsentAct.request, .confirm] {
                    var after = ledger
                    let result = after.perform(act, for: law, in: Situation.act(origin, at: now))
                    let isDone = if case .success = result { true } else { false }
                    words.append("\(hours) \(act) by \(origin): \(isDone)")
                }
            }
            return words
        }
    }

    private static func merged(
        _ mine: ConsentLedger,
        _ theirs: ConsentLedger,
        _ law: Purpose
    ) -> ConsentLedger {
        var ledger = mine
        _ = ledger.merge(theirs, [law], in: Situation.act())
        return ledger
    }

    @Test func `whichever is merged into the other, the same may be done with the result`() {
        var breaches: [String] = []
        for law in Self.laws {
            for (index, mine) in Self.ledgers.enumerated() {
                for theirs in Self.ledgers[index...] {
                    let left = Self.merged(mine, theirs, law)
                    let right = Self.merged(theirs, mine, law)
                    let differing = zip(Self.uses(left, law), Self.uses(right, law)).filter(!=)
                    let isSame = differing.isEmpty && left.age == right.age
                    if !isSame, breaches.count < 5 {
                        breaches.append("\(mine)\nwith \(theirs)\n: \(differing)")
                    }
                }
            }
        }
        #expect(breaches == [])
    }

    @Test func `no message leaves after a merge that could not leave before it`() {
        var breaches: [String] = []
        for law in Self.laws {
            for mine in Self.ledgers {
                for theirs in Self.ledgers {
                    let both = Self.merged(mine, theirs, law)
                    for hours in [0, 23, 24, 48] as [Int64] {
                        let now = Situation.after(hours * Self.hour)
                        let isSent = Self.isSent(both, law, now)
                        let mayBeSent = [mine, theirs].allSatisfy { side in
                            side.records.isEmpty || Self.isSent(side, law, now)
                        }
                        let isKnown = !mine.records.isEmpty || !theirs.records.isEmpty
                        if isSent, !mayBeSent || !isKnown, breaches.count < 5 {
                            breaches.append("\(mine)\nwith \(theirs)")
                        }
                    }
                }
            }
        }
        #expect(breaches == [])
    }

    private static func isSent(_ ledger: ConsentLedger, _ law: Purpose, _ now: Timestamp) -> Bool {
        SendGate.verdict(
            for: .purpose(law.id),
            ledger: ledger,
            in: SendGate.Circumstances(now: now, channel: Situation.channel, law: law)
        ) == .allowed
    }

    @Test func `a confirmation after a merge counts from the first of two requests`() {
        let ledgers = [Situation.before(23 * Self.hour), Situation.before(Self.hour)].map { first in
            var situation = Situation().ledger
            var record = situation.records[Situation.key]
            record?.firstRequestedAt = first
            situation = ConsentLedger(
                records: record.map { [Situation.key: $0] } ?? [:],
                shownNotices: situation.shownNotices
            )
            return situation
        }
        let law = Situation.purpose()
        for (mine, theirs) in [(ledgers[0], ledgers[1]), (ledgers[1], ledgers[0])] {
            let both = Self.merged(mine, theirs, law)
            for (hours, expected) in [(1, true), (2, false)] as [(Int64, Bool)] {
                var ledger = both
                let context = Situation.act(at: Situation.after(hours * Self.hour))
                _ = ledger.perform(.confirm, for: law, in: context)
                #expect(ledger.hasValidConsent == expected)
            }
        }
    }

    @Test func `who is found to be too young by a merge has given nothing that counts`() {
        let law = Situation.purpose(minimumAge: 16)
        let given = ConsentLedger(
            records: [Situation.key: ConsentRecord(state: .given, since: Situation.before(9))],
            age: AgeProof(atLeast: 16, at: Situation.before(9))
        )
        let child = ConsentLedger(age: AgeProof(atLeast: 0, at: Situation.before(9)))
        for (mine, theirs) in [(given, child), (child, given)] {
            let both = Self.merged(mine, theirs, law)
            #expect(both.state(of: Situation.key) == .invalidated)
            #expect(both.age == child.age)
        }
    }
}
