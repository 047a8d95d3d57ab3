import Clocks
import Consent
import Conversations
import FlowInterpreter
import Testing

/// A text that is probably STOP: what the contact meant is asked, once.
struct ProbableStopTests {
    private static let maybe = "stpo"

    private static func doubtful() throws -> Contact {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.write(maybe)
        return contact
    }

    @Test func `the question is asked, and purposes wait`() throws {
        var contact = try Self.doubtful()
        #expect(
            contact.lines == ["reply: Shall we stop? [Yes, that is right] [No, keep writing]"]
        )
        #expect(contact.state.ledger.isOptOutPending)
        #expect(contact.consent() == .given)
        contact.write("carry on")
        #expect(!contact.state.ledger.isOptOutPending)
        #expect(contact.said == ["What next?"])
        contact.write("news")
        #expect(contact.said.first == "The latest news.")
    }

    @Test func `said twice it is a STOP`() throws {
        var contact = try Self.doubtful()
        contact.write(Self.maybe)
        #expect(contact.state.ledger.isOptedOut)
        #expect(contact.said == ["You will hear no more."])
        #expect(contact.consent() == .withdrawn)
    }

    @Test func `confirmed it is a STOP: one confirmation, and the conversation is over`() throws {
        var contact = try Self.doubtful()
        contact.tap("silence", title: "Yes, that is right")
        #expect(contact.state.ledger.isOptedOut)
        #expect(contact.said == ["You will hear no more."])
        #expect(contact.outcome?.cancellation == .all)
        #expect(contact.state.session == nil)
        #expect(contact.outcome?.nextDue == contact.deletionDue)
    }

    @Test func `after a confirmed STOP no words of an old question give consent`() throws {
        var contact = try WorkspaceFixture.contact()
        contact.write("hello")
        contact.write(Self.maybe)
        contact.tap("silence", title: "Yes, that is right")
        #expect(contact.state.ledger.isOptedOut)
        // The offer that was open before must be gone: these would request and confirm unseen.
        for _ in 0..<3 { contact.tap("accept", title: "Yes, please") }
        for _ in 0..<3 { contact.tap("agree", title: "I agree") }
        #expect(contact.state.ledger.isOptedOut)
        #expect(!contact.consent().isValid)
        #expect(contact.consent() != .requested)
    }

    @Test func `after a confirmed STOP START reaches its flow`() throws {
        var contact = try Self.doubtful()
        contact.tap("silence", title: "Yes, that is right")
        contact.write("START")
        #expect(contact.said == ["What would you like?"])
    }

    @Test func `not answered within its time it is a STOP`() throws {
        var contact = try Self.doubtful()
        contact.pass(.days(2))
        contact.decide(.time)
        #expect(contact.state.ledger.isOptedOut)
        #expect(contact.said == [])
    }

    @Test func `a timer of the interrupted flow does not take the doubt away`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.wait(.hours(23))
        contact.write(Self.maybe)
        #expect(contact.state.ledger.isOptOutPending)
        // The menu's own day is over now; the contact has not answered the question about STOP.
        contact.pass(.hours(1))
        #expect(contact.state.ledger.isOptOutPending || contact.state.ledger.isOptedOut)
    }

    @Test func `HELP in between leaves the question open`() throws {
        var contact = try Self.doubtful()
        contact.write("HELP")
        #expect(contact.state.ledger.isOptOutPending)
        #expect(contact.said == ["This is Acme.", "Shall we stop?"])
    }

    @Test func `it is asked also when no conversation is going on`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.write("bye")
        #expect(contact.state.session == nil)
        contact.write(Self.maybe)
        #expect(contact.said == ["Shall we stop?"])
        contact.write("no")
        #expect(!contact.state.ledger.isOptOutPending)
        #expect(contact.consent() == .given)
    }

    @Test func `after an opt-out it meets silence`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.write("STOP")
        contact.write(Self.maybe)
        #expect(contact.lines == ["silence"])
    }

    @Test func `a notice that was withheld does not count as shown`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.write("STOP")
        contact.write("START")
        contact.tap("newsletter", title: "Newsletter")
        let shown = contact.state.ledger.shownNotices
        // The reminder shows the notice again, but nothing leaves by itself after an opt-out.
        contact.pass(.hours(20))
        #expect(contact.said == [])
        #expect(contact.state.ledger.shownNotices == shown)
        #expect(!contact.events.contains { $0.hasPrefix("notice.shown") })
    }
}
