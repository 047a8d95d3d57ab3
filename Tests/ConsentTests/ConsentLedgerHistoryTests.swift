import Clocks
import Consent
import Testing

struct ConsentLedgerHistoryTests {
    typealias Situation = ConsentLedgerSituation

    private struct Move: Hashable {
        let act: ConsentAct
        let origin: RequestOrigin
        let isNewTurn: Bool
        let showsNotice: Bool
    }

    private static let moves: [Move] = ConsentAct.allCases.flatMap { act in
        [RequestOrigin.contact, .controller].flatMap { origin in
            [true, false].flatMap { isNewTurn in
                [true, false].map {
                    Move(act: act, origin: origin, isNewTurn: isNewTurn, showsNotice: $0)
                }
            }
        }
    }

    @Test func `after a withdrawal no three acts give consent but the contact's own two`() {
        var found: Set<String> = []
        for first in Self.moves {
            for second in Self.moves {
                for third in Self.moves {
                    guard let path = Self.lift([first, second, third]) else { continue }
                    found.insert(path)
                }
            }
        }
        // The controller may have asked before, once its cool-down is over; what counts is that
        // the contact asked, and confirmed in a later turn.
        #expect(found == ["contact requests, contact confirms later"])
    }

    /// Plays acts a year after a withdrawal; says how consent became valid, if it did.
    private static func lift(_ moves: [Move]) -> String? {
        let purpose = Situation.purpose()
        var turn: UInt64 = 1
        var withdrawn = Situation()
        withdrawn.state = .withdrawn
        withdrawn.shown = .never
        var ledger = withdrawn.ledger
        let later = Situation.now.adding(.months(12))
        var requests: [(turn: UInt64, origin: RequestOrigin)] = []
        for move in moves {
            if move.isNewTurn { turn += 1 }
            if move.showsNotice {
                ledger.recordShown(
                    ShownNotice(notice: Situation.notice, locale: "de", turn: turn, at: later)
                )
            }
            let context = ActContext(
                now: later,
                turn: turn,
                locale: "de",
                certainty: .button,
                origin: move.origin
            )
            let result = ledger.perform(move.act, for: purpose, in: context)
            if case .success(let change) = result, change.to == .requested {
                requests.append((turn, move.origin))
            }
            guard ledger.state(of: purpose.id).isValid else { continue }
            let own = requests.last { $0.origin == .contact }
            guard let own, move.act == .confirm else { return "\(moves)" }
            return own.turn < turn ? "contact requests, contact confirms later" : "\(moves)"
        }
        return nil
    }

    @Test func `STOP withdraws every purpose that has a record, from every state`() {
        for state in ConsentState.allCases {
            var situation = Situation()
            situation.state = state
            var ledger = situation.ledger
            ledger.isOptOutPending = true
            let changes = ledger.withdrawAll([situation.purpose], in: situation.context)
            let isMoved = state != .unknown && state != .withdrawn
            #expect(changes.map(\.to) == (isMoved ? [.withdrawn] : []))
            #expect(!ledger.state(of: Situation.id).isValid)
            #expect(ledger.state(of: Situation.id) == (state == .unknown ? .unknown : .withdrawn))
            #expect(ledger.optedOutAt == Situation.now)
            #expect(!ledger.isOptOutPending)
        }
    }

    @Test func `STOP withdraws a purpose that the program no longer declares`() {
        var situation = Situation()
        situation.state = .given
        var ledger = situation.ledger
        _ = ledger.withdrawAll([], in: situation.context)
        #expect(ledger.state(of: Situation.id) == .withdrawn)
    }

    @Test func `only a confirmation lifts an opt-out`() {
        for act in ConsentAct.allCases {
            let situation = Situation()
            var ledger = situation.ledger
            _ = ledger.withdrawAll([], in: situation.context)
            ledger = ConsentLedger(
                records: situation.ledger.records,
                shownNotices: ledger.shownNotices,
                optedOutAt: ledger.optedOutAt,
                isOptOutPending: true
            )
            _ = ledger.perform(act, for: situation.purpose, in: situation.context)
            #expect(ledger.isOptedOut == (act != .confirm))
            #expect(ledger.isOptOutPending == (act != .confirm))
        }
    }

    private static func given(lapsesAfter: Period?) throws -> ConsentLedger {
        let situation = Situation()
        var ledger = situation.ledger
        _ = try ledger.perform(
            .confirm,
            for: Situation.purpose(lapsesAfter: lapsesAfter),
            in: situation.context
        ).get()
        return ledger
    }

    private static func later(_ milliseconds: Int64) -> ActContext {
        ActContext(
            now: Timestamp(milliseconds: milliseconds),
            turn: Situation.turn + 1,
            locale: "de",
            certainty: .noReply,
            origin: .controller
        )
    }

    @Test func `consent ends by itself at its time and not before`() throws {
        let purpose = Situation.purpose(lapsesAfter: .months(24))
        var ledger = try Self.given(lapsesAfter: .months(24))
        let end = Situation.now.adding(.months(24))
        #expect(ledger.nextExpiry == end)
        #expect(ledger.expire([purpose], in: Self.later(end.milliseconds - 1)) == [])
        let changes = ledger.expire([purpose], in: Self.later(end.milliseconds))
        #expect(changes.map(\.to) == [.expired])
        #expect(ledger.nextExpiry == nil)
        #expect(ledger.expire([purpose], in: Self.later(end.milliseconds + 1)) == [])
    }

    @Test func `consent without an end never expires`() throws {
        var ledger = try Self.given(lapsesAfter: nil)
        #expect(ledger.nextExpiry == nil)
        #expect(ledger.expire([Situation.purpose()], in: Self.later(1 << 50)) == [])
    }

    @Test func `consent for a purpose the program no longer declares expires as well`() throws {
        var ledger = try Self.given(lapsesAfter: .months(1))
        let end = Situation.now.adding(.months(1))
        _ = ledger.expire([], in: Self.later(end.milliseconds))
        // Otherwise the contact would be woken for it again and again.
        #expect(ledger.nextExpiry == nil)
    }

    @Test func `a request whose window closed can be made anew`() throws {
        var situation = Situation()
        situation.window = .closed
        var ledger = situation.ledger
        let change = try ledger.perform(
            .request,
            for: situation.purpose,
            in: situation.context
        ).get()
        #expect(change.to == .requested)
        #expect(ledger.records[Situation.id]?.firstRequestedAt == Situation.now)
        #expect(ledger.records[Situation.id]?.requestTurn == Situation.turn)
    }

    @Test func `the contact's request after the controller's makes a double opt-in possible`()
        throws
    {
        var situation = Situation()
        situation.requestedBy = .controller
        var ledger = situation.ledger
        _ = try ledger.perform(.request, for: situation.purpose, in: situation.context).get()
        let record = try #require(ledger.records[Situation.id])
        #expect(record.requestedBy == .contact)
        #expect(record.requestTurn == Situation.turn)
        #expect(record.firstRequestedAt?.milliseconds == Situation.now.milliseconds - 1000)
    }

    @Test func `of each notice the last showing is kept, and of notices a bounded number`() {
        var ledger = ConsentLedger()
        for turn in 1...200 {
            for version in ["a", "b"] {
                ledger.recordShown(
                    ShownNotice(
                        notice: NoticeVersion(name: "n\(turn)", version: version),
                        locale: "de",
                        turn: UInt64(turn),
                        at: Situation.now
                    )
                )
            }
        }
        #expect(ledger.shownNotices.count == ConsentLedger.shownNoticeLimit)
        #expect(ledger.shownNotices.allSatisfy { $0.notice.version == "b" })
        #expect(ledger.shownNotices.last?.notice.name == "n200")
    }

    @Test func `states and their stored bytes are one to one`() {
        let codes = ConsentState.allCases.map(\.code)
        #expect(codes == [0, 1, 2, 3, 4, 5, 6, 7])
        #expect(codes.compactMap { ConsentState(code: $0) } == ConsentState.allCases)
        #expect(ConsentState(code: 8) == nil)
    }
}
