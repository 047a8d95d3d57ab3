import Audit
import Clocks
import Testing

/// How disclosures become the lines of an account: handing out alone, messages by day and end.
@Suite struct DisclosureAccountTests {
    private static let day: Int64 = 86_400_000

    private func event(
        _ kind: AuditKind,
        _ cause: String,
        after milliseconds: Int64 = 0,
        purpose: String? = nil,
        actor: String = "engine"
    ) -> AuditEvent {
        AuditEvent(
            time: Timestamp(milliseconds: SampleLog.nine.milliseconds + milliseconds),
            kind: kind,
            subject: SampleLog.subject,
            sequence: 1,
            cause: cause,
            purpose: purpose,
            actor: actor
        )
    }

    private func account(_ events: [AuditEvent]) -> [DisclosureEntry] {
        var account = DisclosureAccount()
        var entries: [DisclosureEntry] = []
        for (place, event) in events.enumerated() {
            entries += account.add(event, at: UInt64(place))
        }
        return entries + account.finish()
    }

    @Test func `messages of one day that serve one end are one line`() throws {
        let entries = account([
            event(.messageDelivered, "reply"),
            event(.messageDelivered, "purpose", after: 1, purpose: "newsletter"),
            event(.messageDelivered, "reply", after: 2),
            event(.messageDelivered, "reply", after: 9),
        ])
        #expect(entries.map(\.count) == [3, 1])
        let replies = try #require(entries.first)
        #expect(replies.firstLeaf == 0 && replies.lastLeaf == 3)
        #expect(replies.firstAt == SampleLog.nine)
        #expect(replies.lastAt.milliseconds == SampleLog.nine.milliseconds + 9)
        #expect(entries[1].purpose == "newsletter")
    }

    @Test func `another day, another purpose or another actor is another line`() {
        let entries = account([
            event(.messageDelivered, "purpose", purpose: "newsletter"),
            event(.messageDelivered, "purpose", purpose: "order-updates"),
            event(.messageDelivered, "purpose", purpose: "order-updates", actor: "operator"),
            event(.messageDelivered, "purpose", after: Self.day, purpose: "newsletter"),
        ])
        #expect(entries.map(\.count) == [1, 1, 1, 1])
        #expect(entries.map(\.firstLeaf) == [0, 1, 2, 3])
    }

    @Test func `data that were handed out are a line each, however alike`() {
        let entries = account([
            event(.dataDisclosed, "exported"), event(.dataDisclosed, "exported"),
            event(.dataDisclosed, "shown", after: 5),
        ])
        #expect(entries.map(\.cause) == ["exported", "exported", "shown"])
        #expect(entries.map(\.count) == [1, 1, 1])
    }

    @Test func `a clock that goes back loses nothing and counts nothing twice`() {
        let entries = account([
            event(.messageDelivered, "reply", after: 10),
            event(.messageDelivered, "reply", after: 4),
            event(.messageDelivered, "reply", after: Self.day),
            event(.messageDelivered, "reply", after: 20),
        ])
        #expect(entries.map(\.count) == [2, 1, 1])
        #expect(entries[0].firstAt.milliseconds == SampleLog.nine.milliseconds + 4)
        #expect(entries[0].lastAt.milliseconds == SampleLog.nine.milliseconds + 10)
        #expect(entries.map(\.count).reduce(0, +) == 4)
    }

    @Test func `events of other kinds are passed over, and close nothing`() {
        let entries = account([
            event(.messageDelivered, "reply"),
            event(.messageWithheld, "opted-out", after: Self.day),
            event(.messageDelivered, "reply", after: 1),
        ])
        #expect(entries.map(\.count) == [2])
        #expect(entries[0].lastLeaf == 2)
    }

    @Test func `a day with very many lines is told in parts, and nothing is lost`() {
        let limit = DisclosureAccount.heldLimit
        var account = DisclosureAccount()
        var complete: [DisclosureEntry] = []
        for place in 0...(2 * limit) {
            let next = account.add(event(.dataDisclosed, "shown"), at: UInt64(place))
            #expect(next.count <= limit)
            complete += next
        }
        complete += account.finish()
        #expect(complete.map(\.firstLeaf) == (0...(2 * limit)).map { UInt64($0) })
        #expect(account.finish().isEmpty)
    }
}
