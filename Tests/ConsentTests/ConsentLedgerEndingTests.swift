import Clocks
import Consent
import Testing

/// Consent that ends without the contact: by time, by a new notice, by what is found out.
struct ConsentLedgerEndingTests {
    typealias Situation = ConsentLedgerSituation

    private static func given(_ purpose: Purpose) throws -> ConsentLedger {
        let situation = Situation()
        var ledger = situation.ledger
        _ = try ledger.perform(.confirm, for: purpose, in: situation.context).get()
        return ledger
    }

    private static func isOpen(
        _ ledger: ConsentLedger,
        _ purpose: Purpose?,
        at now: Timestamp = Situation.now
    ) -> Bool {
        SendGate.verdict(
            for: .purpose(Situation.id),
            ledger: ledger,
            in: SendGate.Circumstances(now: now, channel: Situation.channel, law: purpose)
        ) == .allowed
    }

    @Test func `consent ends by itself at its time and not before`() throws {
        let purpose = Situation.purpose(lapsesAfter: .months(24))
        var ledger = try Self.given(purpose)
        let end = Situation.now.adding(.months(24))
        let justBefore = Timestamp(milliseconds: end.milliseconds - 1)
        #expect(ledger.nextExpiry == end)
        #expect(ledger.expire([purpose], at: justBefore) == [])
        #expect(Self.isOpen(ledger, purpose, at: justBefore))
        #expect(!Self.isOpen(ledger, purpose, at: end))
        let changes = ledger.expire([purpose], at: end)
        let expected = ConsentChange(key: Situation.key, from: .given, to: .expired, act: .expire)
        #expect(changes == [expected])
        #expect(ledger.nextExpiry == nil)
        #expect(ledger.expire([purpose], at: end) == [])
    }

    @Test func `consent without an end never expires`() throws {
        var ledger = try Self.given(Situation.purpose())
        #expect(ledger.nextExpiry == nil)
        #expect(ledger.expire([Situation.purpose()], at: Situation.after(1 << 50)) == [])
    }

    @Test func `consent for a purpose the program no longer declares expires as well`() throws {
        var ledger = try Self.given(Situation.purpose(lapsesAfter: .months(1)))
        #expect(ledger.expire([], at: Situation.now.adding(.months(1))).map(\.to) == [.expired])
        // Otherwise the contact would be woken for it again and again.
        #expect(ledger.nextExpiry == nil)
    }

    @Test func `only what is over expires`() {
        var records: [ConsentKey: ConsentRecord] = [:]
        for (index, state) in ConsentState.allCases.enumerated() {
            for end in [-1, 0, 1] as [Int64] {
                var record = ConsentRecord(state: state, since: Situation.before(1))
                record.expiresAt = Situation.after(end)
                records[ConsentKey(PurposeID("p\(index)"), on: "\(end)")] = record
            }
        }
        var ledger = ConsentLedger(records: records)
        let changes = ledger.expire([], at: Situation.now)
        let moved = changes.map { "\($0.from) \($0.key.channel)" }
        #expect(Set(moved) == ["given -1", "given 0", "renewed -1", "renewed 0"])
        #expect(moved.count == 4)
        for key in records.keys where !changes.contains(where: { $0.key == key }) {
            #expect(ledger.records[key] == records[key])
        }
    }

    @Test func `a new notice ends consent where the purpose says so, and nowhere else`() throws {
        let newer = NoticeVersion(name: "privacy", version: "2027-01")
        for change in Purpose.NoticeChange.allCases {
            let before = Situation.purpose(onNewNotice: change)
            let after = Situation.purpose(notice: newer, onNewNotice: change)
            var ledger = try Self.given(before)
            #expect(Self.isOpen(ledger, before))
            #expect(ledger.expire([before], at: Situation.now) == [])
            // The gate does not wait until somebody has recorded the end.
            #expect(Self.isOpen(ledger, after) == (change == .keep))
            let changes = ledger.expire([after], at: Situation.now)
            #expect(changes.map(\.to) == (change == .keep ? [] : [.expired]))
            #expect(changes.allSatisfy { $0.act == .expire && $0.from == .given })
            #expect(Self.isOpen(ledger, after) == (change == .keep))
            #expect(!Self.isOpen(ledger, nil))
            #expect(ledger.expire([after], at: Situation.now) == [])
        }
    }

    @Test func `consent given anew under the new notice is renewed, and lasts`() throws {
        let newer = NoticeVersion(name: "privacy", version: "2027-01")
        let purpose = Situation.purpose(notice: newer, onNewNotice: .renew)
        var ledger = try Self.given(Situation.purpose(onNewNotice: .renew))
        _ = ledger.expire([purpose], at: Situation.now)
        let own = Situation.act(turn: Situation.turn + 1)
        _ = try ledger.perform(.request, for: purpose, in: own).get()
        let later = Situation.act(turn: Situation.turn + 2)
        let early = ledger.perform(.confirm, for: purpose, in: later)
        #expect(early == .failure(RefusedAct(.confirm, purpose.id, .noticeNotShown)))
        ledger.recordShown(Situation.shown(newer, turn: Situation.turn + 1))
        let changes = try ledger.perform(.confirm, for: purpose, in: later).get()
        #expect(changes.map(\.to) == [.renewed])
        #expect(ledger.expire([purpose], at: Situation.now) == [])
        #expect(Self.isOpen(ledger, purpose))
    }

    @Test func `what is found not to count is invalidated, and every no stays`() {
        for state in ConsentState.allCases {
            for place in Situation.Place.allCases {
                var situation = Situation()
                situation.state = state
                situation.place = place
                var ledger = situation.ledger
                let changes = ledger.invalidateAll(at: Situation.now)
                let after = ledger.state(of: situation.recordKey)
                #expect(!ledger.hasValidConsent)
                let ends = state.isValid || state == .requested
                #expect(after == (ends ? .invalidated : state))
                #expect(changes.map(\.act) == (ends ? [.invalidate] : []))
            }
        }
    }

    @Test func `a number's new owner cannot confirm what the former one requested`() {
        let situation = Situation()
        var ledger = situation.ledger
        _ = ledger.invalidateAll(at: Situation.now)
        let later = Situation.act(turn: Situation.turn + 1)
        _ = ledger.perform(.confirm, for: situation.purpose, in: later)
        #expect(!ledger.hasValidConsent)
        // Nor was the new owner shown what the former one saw.
        _ = ledger.perform(.request, for: situation.purpose, in: later)
        let muchLater = Situation.act(turn: Situation.turn + 2)
        _ = ledger.perform(.confirm, for: situation.purpose, in: muchLater)
        #expect(!ledger.hasValidConsent)
    }
}
