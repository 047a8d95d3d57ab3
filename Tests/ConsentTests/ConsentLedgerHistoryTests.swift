import Clocks
import Consent
import Testing

struct ConsentLedgerHistoryTests {
    typealias Situation = ConsentLedgerSituation

    private struct Move: Hashable, CustomStringConvertible {
        let act: ConsentAct
        let origin: RequestOrigin
        let isNewTurn: Bool
        let channel: String

        var description: String {
            "\(isNewTurn ? "later " : "")\(act) on \(channel) (\(origin))"
        }
    }

    private static let moves: [Move] = ConsentAct.allCases.flatMap { act -> [Move] in
        let origins: [RequestOrigin] = act == .request ? [.contact, .controller] : [.contact]
        return origins.flatMap { origin in
            [true, false].flatMap { isNewTurn in
                [Situation.channel, Situation.otherChannel].map {
                    Move(act: act, origin: origin, isNewTurn: isNewTurn, channel: $0)
                }
            }
        }
    }

    /// What three acts can do with `ledger` a year later, when the notice was shown everywhere.
    private static func paths(from ledger: ConsentLedger) -> Set<String> {
        var ledger = ledger
        for channel in [Situation.channel, Situation.otherChannel] {
            ledger.recordShown(Situation.shown(on: channel))
        }
        var found: Set<String> = []
        for optIn in Purpose.OptIn.allCases {
            let purpose = Situation.purpose(optIn: optIn)
            for first in moves {
                for second in moves {
                    for third in moves {
                        let path = lift(ledger, purpose, [first, second, third])
                        if let path, found.count < 4 { found.insert(path) }
                    }
                }
            }
        }
        return found
    }

    /// Says how consent became valid, if it did.
    private static func lift(
        _ ledger: ConsentLedger,
        _ purpose: Purpose,
        _ moves: [Move]
    ) -> String? {
        var ledger = ledger
        var turn = Situation.turn
        var asked: [(turn: UInt64, move: Move)] = []
        for move in moves {
            if move.isNewTurn { turn += 1 }
            let context = Situation.act(
                move.origin,
                at: Situation.now.adding(.months(12)),
                turn: turn,
                on: move.channel
            )
            let result = ledger.perform(move.act, for: purpose, in: context)
            if case .success(let changes) = result, changes.contains(where: { $0.to == .requested })
            {
                asked.append((turn, move))
            }
            guard ledger.hasValidConsent else { continue }
            let own = asked.last { $0.move.origin == .contact && $0.move.channel == move.channel }
            guard let own, move.act == .confirm, own.turn < turn else {
                return "\(purpose.optIn): \(moves)"
            }
            return ownTwoActs
        }
        return nil
    }

    private static let ownTwoActs = "the contact requests, and confirms later on that channel"

    @Test func `after a withdrawal no three acts give consent but the contact's own two`() {
        for keys in [[Situation.key], [Situation.key, Situation.otherKey]] {
            var records: [ConsentKey: ConsentRecord] = [:]
            for key in keys {
                records[key] = ConsentRecord(state: .withdrawn, since: Situation.now)
            }
            #expect(Self.paths(from: ConsentLedger(records: records)) == [Self.ownTwoActs])
        }
    }

    @Test func `after STOP no three acts lift it but the contact's own two`() {
        var ledger = ConsentLedger()
        _ = ledger.withdrawAll([], in: Situation.act())
        #expect(Self.paths(from: ledger) == [Self.ownTwoActs])
    }

    @Test func `STOP withdraws every purpose that has a record, from every state`() {
        for state in ConsentState.allCases {
            for place in Situation.Place.allCases {
                var situation = Situation()
                situation.state = state
                situation.place = place
                var ledger = situation.ledger
                ledger.isOptOutPending = true
                let changes = ledger.withdrawAll([situation.purpose], in: situation.context)
                let isMoved = state != .unknown && state != .withdrawn
                #expect(changes.map(\.to) == (isMoved ? [.withdrawn] : []))
                #expect(changes.allSatisfy { $0.key == situation.recordKey && $0.from == state })
                #expect(!ledger.hasValidConsent)
                let expected = state == .unknown ? ConsentState.unknown : .withdrawn
                #expect(ledger.state(of: situation.recordKey) == expected)
                #expect(ledger.optedOutAt == Situation.now)
                #expect(!ledger.isOptOutPending)
            }
        }
    }

    @Test func `a withdrawal of some purposes leaves the others, and is heard when unasked`() {
        let other = PurposeID("appointments")
        let unasked = PurposeID("surveys")
        var records: [ConsentKey: ConsentRecord] = [:]
        for key in [Situation.key, Situation.otherKey, ConsentKey(other, on: Situation.channel)] {
            records[key] = ConsentRecord(state: .given, since: Situation.before(1))
        }
        var ledger = ConsentLedger(records: records)
        let changes = ledger.withdraw([Situation.id, unasked], [], in: Situation.act())
        let moves = changes.map { "\($0.purpose) on \($0.key.channel): \($0.from) \($0.to)" }
        let expected = [
            "newsletter on mail: given withdrawn", "newsletter on sms: given withdrawn",
            "surveys on sms: unknown withdrawn",
        ]
        #expect(moves == expected)
        #expect(ledger.state(of: other, on: Situation.channel) == .given)
        #expect(!ledger.isOptedOut)
        // A purpose that is declared no more rests for as long as the default says.
        let end = Situation.now.adding(Purpose.defaultAskAgainAfter)
        #expect(ledger.records[Situation.otherKey]?.coolsUntil == end)
        #expect(ledger.withdraw([Situation.id, unasked], [], in: Situation.act()) == [])
    }

    @Test func `only a confirmation lifts an opt-out`() {
        for act in ConsentAct.allCases {
            let situation = Situation()
            var ledger = ConsentLedger(
                records: situation.ledger.records,
                shownNotices: situation.ledger.shownNotices,
                optedOutAt: Situation.before(1),
                isOptOutPending: true
            )
            _ = ledger.perform(act, for: situation.purpose, in: situation.context)
            #expect(ledger.isOptedOut == (act != .confirm))
            #expect(ledger.isOptOutPending == (act != .confirm))
        }
    }

    @Test func `a refusal on one channel forbids the controller to ask on every other`() throws {
        for act in [ConsentAct.decline, .withdraw] {
            let purpose = Situation.purpose()
            var ledger = ConsentLedger()
            _ = try ledger.perform(act, for: purpose, in: Situation.act()).get()
            let there = Situation.act(.controller, on: Situation.otherChannel)
            let refused = ledger.perform(.request, for: purpose, in: there)
            #expect(refused == .failure(RefusedAct(.request, purpose.id, .coolingDown)))
            let end = Situation.now.adding(purpose.askAgainAfter)
            let later = Situation.act(.controller, at: end, on: Situation.otherChannel)
            let changes = try ledger.perform(.request, for: purpose, in: later).get()
            #expect(changes.map(\.to) == [.requested])
        }
    }

    @Test func `no later word shortens a rest that is running`() {
        let end = Situation.now.adding(.months(24))
        var record = ConsentRecord(state: .refused, since: Situation.before(1))
        record.coolsUntil = end
        for act in [ConsentAct.decline, .withdraw] {
            var ledger = ConsentLedger(records: [Situation.key: record])
            _ = ledger.perform(act, for: Situation.purpose(), in: Situation.act())
            #expect(ledger.isCooling(Situation.id, at: Situation.now.adding(.months(23))))
        }
    }

    @Test func `a request whose window closed can be made anew`() throws {
        var situation = Situation()
        situation.window = .closed
        var ledger = situation.ledger
        let changes = try ledger.perform(
            .request,
            for: situation.purpose,
            in: situation.context
        ).get()
        #expect(changes.map(\.to) == [.requested])
        #expect(ledger.records[Situation.key]?.firstRequestedAt == Situation.now)
        #expect(ledger.records[Situation.key]?.requestTurn == Situation.turn)
    }

    @Test func `the contact's request after the controller's makes a double opt-in possible`()
        throws
    {
        var situation = Situation()
        situation.requestedBy = .controller
        var ledger = situation.ledger
        _ = try ledger.perform(.request, for: situation.purpose, in: situation.context).get()
        let record = try #require(ledger.records[Situation.key])
        #expect(record.requestedBy == .contact)
        #expect(record.requestTurn == Situation.turn)
        #expect(record.firstRequestedAt == Situation.before(1000))
    }

    @Test func `of each notice and channel the last showing is kept, and a bounded number`() {
        var ledger = ConsentLedger()
        for turn in 1...UInt64(200) {
            for version in ["a", "b"] {
                for channel in [Situation.channel, Situation.otherChannel] {
                    let notice = NoticeVersion(name: "n\(turn)", version: version)
                    ledger.recordShown(Situation.shown(notice, on: channel, turn: turn))
                }
            }
        }
        #expect(ledger.shownNotices.count == ConsentLedger.shownNoticeLimit)
        #expect(ledger.shownNotices.allSatisfy { $0.notice.version == "b" })
        let last = ledger.shownNotices.suffix(2).map { "\($0.notice.name) \($0.channel)" }
        #expect(last == ["n200 sms", "n200 mail"])
    }

    @Test func `a use is remembered for its own consent, whatever becomes of it`() throws {
        var situation = Situation()
        situation.state = .given
        var ledger = situation.ledger
        ledger.recordUse(of: Situation.key, at: Situation.now)
        ledger.recordUse(of: Situation.otherKey, at: Situation.after(1))
        #expect(ledger.lastUse == Situation.now)
        _ = try ledger.perform(.withdraw, for: situation.purpose, in: Situation.act()).get()
        #expect(ledger.records[Situation.key]?.lastUsedAt == Situation.now)
        #expect(ledger.keys == [Situation.key])
        #expect(ledger.wasEverGiven)
    }
}
