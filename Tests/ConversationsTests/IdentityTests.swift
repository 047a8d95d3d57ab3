import Audit
import Clocks
import Consent
import Conversations
import FlowInterpreter
import FlowProgram
import Testing

struct IdentityTests {
    private static let other = [UInt8](repeating: 3, count: 16)

    @Test func `a merge with someone who withdrew withdraws, whichever of the two goes on`() throws
    {
        for survivorIsGiven in [true, false] {
            var given = try WorkspaceFixture.contact(subscribed: true)
            var stopped = try WorkspaceFixture.contact(subscribed: true)
            stopped.write("STOP")
            let absorbed = survivorIsGiven ? stopped.state : given.state
            var survivor = survivorIsGiven ? given : stopped
            survivor.decide(
                .operation(.absorb(absorbed, pseudonym: Self.other), by: .operator)
            )
            #expect(survivor.consent() == .withdrawn)
            #expect(survivor.state.ledger.isOptedOut)
            #expect(survivor.state.session == nil)
            #expect(survivor.said == [])
            if survivorIsGiven {
                #expect(survivor.lines.contains("newsletter: given → withdrawn"))
                #expect(survivor.outcome?.cancellation == .all)
                #expect(survivor.evidence.last?.change.act == .merge)
            }
            survivor.write("latest")
            #expect(survivor.said == [])
            given = survivor
        }
    }

    @Test func `a merge repeated changes nothing`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        let twin = try WorkspaceFixture.contact(subscribed: true).state
        contact.decide(.operation(.absorb(twin, pseudonym: Self.other), by: .operator))
        let once = contact.state
        contact.decide(.operation(.absorb(twin, pseudonym: Self.other), by: .operator))
        #expect(contact.state.ledger == once.ledger)
        #expect(contact.state.mergedFrom == once.mergedFrom)
    }

    @Test func `a reminder due in the turn that merges its contact stays unsaid`() throws {
        var contact = try WorkspaceFixture.contact()
        contact.write("hello")
        contact.write("yes")
        contact.wait(.hours(21))
        contact.decide(.operation(.retire(into: Self.other), by: .operator))
        #expect(contact.events.contains("timer.fired due:2026-03-02T05:00:00.000Z"))
        #expect(
            contact.events.filter { $0.hasPrefix("message.") } == [
                "message.withheld merged", "message.withheld merged",
            ]
        )
        #expect(contact.said == [])
    }

    @Test func `a number with a new owner keeps no consent of the old one`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.decide(.operation(.invalidate, by: .provider))
        #expect(contact.consent() == .invalidated)
        #expect(contact.state.session == nil)
        #expect(contact.state.kept == [])
        #expect(contact.events.contains("consent.invalidated invalidate"))
    }

    @Test func `a no goes along to a new number, and no yes does`() throws {
        var old = try WorkspaceFixture.contact(subscribed: true)
        var new = try WorkspaceFixture.contact(subscribed: true)
        new.decide(.operation(.inherit(old.state.ledger.inheritance), by: .provider))
        #expect(new.consent() == .given)
        old.write("STOP")
        new.decide(.operation(.inherit(old.state.ledger.inheritance), by: .provider))
        #expect(new.consent() == .withdrawn)
        #expect(new.state.ledger.isOptedOut)
    }

    @Test func `consent given on one channel sends nothing on another`() throws {
        var contact = try WorkspaceFixture.contact(
            ["parley.yaml": WorkspaceFixture.twoChannels],
            subscribed: true
        )
        let sms = try #require(ContactAddress(channel: "sms", text: Contact.address))
        contact.decide(.operation(.join(sms), by: .operator))
        contact.channel = sms
        contact.write("hi")
        #expect(contact.state.address == sms)
        #expect(contact.consent() == .unknown)
        #expect(contact.said == ["Would you like our newsletter?"])
        contact.write("STOP")
        #expect(contact.state.ledger.state(of: Contact.newsletter) == .withdrawn)
    }

    @Test func `a confirmation on another channel than the request counts for nothing`() throws {
        var contact = try WorkspaceFixture.contact(["parley.yaml": WorkspaceFixture.twoChannels])
        contact.write("hello")
        contact.write("yes")
        let agree = try contact.button("agree")
        contact.channel = try #require(ContactAddress(channel: "sms", text: Contact.address))
        contact.tap(agree)
        #expect(!contact.state.ledger.hasValidConsent)
        contact.write("yes")
        #expect(!contact.state.ledger.hasValidConsent)
    }
}

extension WorkspaceFixture {
    static let twoChannels = settings + "\n  sms: { provider: twilio, flow: main }\n"
}
