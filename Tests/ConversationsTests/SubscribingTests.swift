import Audit
import Clocks
import Consent
import Conversations
import Testing

struct SubscribingTests {
    @Test func `a double opt-in takes two turns and a notice in between`() throws {
        var contact = try WorkspaceFixture.contact()
        contact.write("hello")
        #expect(
            contact.lines == ["reply: Would you like our newsletter? [Yes, please] [No, thanks]"]
        )
        contact.write("Yes!")
        #expect(
            contact.lines == [
                "newsletter: unknown → requested",
                "reply: Acme is responsible. [I agree] [No, thanks]", "notice privacy@2026-03",
            ]
        )
        contact.tap("agree", title: "I agree")
        #expect(
            contact.lines == [
                "newsletter: requested → given", "end opt-in: given (then)", "reply: Your name?",
            ]
        )
        contact.write("Ann")
        #expect(
            contact.lines == [
                "purpose: Welcome, Ann!", "reply: What next? [News] [Leave]",
            ]
        )
    }

    @Test func `evidence says who was shown which words, when, where, and what they did`() throws {
        let contact = try WorkspaceFixture.contact(subscribed: true)
        #expect(contact.evidence.map(\.change.to) == [.requested, .given])
        let given = try #require(contact.evidence.last)
        #expect(given.wordsShown == "Acme is responsible.\n[I agree]\n[No, thanks]")
        #expect(given.change.notice?.notice.description == "privacy@2026-03")
        #expect(given.change.notice?.locale == "en")
        #expect(given.at == Contact.start)
        #expect(given.turn == 3)
        #expect(given.channel == "whatsapp")
        #expect(given.locale == "en")
        #expect(given.providerID == "wamid.3")
    }

    @Test func `evidence of a choice names the flow, the step and the choice`() throws {
        let contact = try WorkspaceFixture.contact(subscribed: true)
        let requested = try #require(contact.evidence.first)
        #expect(requested.flow.hasPrefix("opt-in@"))
        #expect(requested.step == "offer")
        #expect(requested.cause == "choice:accept by exact word")
        let given = try #require(contact.evidence.last)
        #expect(given.flow.hasPrefix("opt-in@"))
        #expect(given.step == "notice")
        #expect(given.cause == "choice:agree by exact word")
    }

    @Test func `evidence of a step's own act quotes no words and no message`() throws {
        var contact = try WorkspaceFixture.contact()
        contact.write("hello")
        contact.write("yes")
        contact.pass(.days(3))
        contact.decide(.time)
        let lapsed = try #require(contact.evidence.last)
        #expect(lapsed.change.to == .deferred)
        #expect(lapsed.providerID == nil)
        #expect(lapsed.wordsShown == nil)
        #expect(lapsed.flow.hasPrefix("opt-in@"))
        #expect(lapsed.step == "lapsed")
    }

    @Test func `evidence quotes the question, not what was said to an unclear reply`() throws {
        var contact = try WorkspaceFixture.contact()
        contact.write("hello")
        contact.write("yes")
        let question = contact.state.lastWordsShown
        contact.write("blah")
        #expect(contact.state.lastWordsShown == question)
        contact.write("yes")
        #expect(contact.evidence.last?.change.to == .given)
        #expect(contact.evidence.last?.wordsShown == question)
    }

    @Test func `evidence of a STOP is an opt-out with the words last shown`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.write("STOP")
        let stopped = try #require(contact.evidence.last)
        #expect(stopped.change.to == .withdrawn)
        #expect(stopped.cause == "opt-out")
        #expect(stopped.flow == "")
        #expect(stopped.wordsShown == "What next?\n[News]\n[Leave]")
    }

    @Test func `a confirm in another language than the notice does not count until it is shown`()
        throws
    {
        var contact = try WorkspaceFixture.contact()
        contact.write("hello")
        contact.write("yes")
        contact.state.locale = "de"
        contact.write("ja")
        #expect(contact.lines.first == "refused confirm: notice-not-shown")
        #expect(contact.consent() == .requested)
        // The notice was shown again, this time in the language the contact reads.
        #expect(contact.state.ledger.shownNotices.map(\.locale) == ["de"])
        contact.write("ja")
        #expect(contact.consent() == .given)
    }

    @Test func `a fuzzy confirm does not count, a fuzzy decline does`() throws {
        var contact = try WorkspaceFixture.contact()
        contact.write("hello")
        contact.write("yes")
        contact.write("agreeed")
        #expect(contact.said == ["Please choose."])
        #expect(contact.consent() == .requested)
    }

    @Test func `a message for a purpose is withheld with the reason, whatever it is`() throws {
        let eager = """
            flow: main
            steps:
              news: { say: latest, for: newsletter, then: menu }
              menu: { say: menu, choose: { news: news, leave: { end: done } } }
            """
        let program = try WorkspaceFixture.program(["flows/main.yaml": eager])
        let reasons: [(ConsentState, String)] = [
            (.unknown, "never-asked"), (.requested, "not-confirmed"), (.deferred, "not-confirmed"),
            (.refused, "refused"), (.expired, "expired"), (.withdrawn, "withdrawn"),
        ]
        for (state, reason) in reasons {
            var contact = try Contact(program)
            contact.state.ledger = Self.ledger(state)
            contact.write("hi")
            #expect(contact.lines.first == "withheld purpose: \(reason)")
            #expect(contact.events.contains("message.withheld \(reason)"))
        }
        for state in [ConsentState.given, .renewed] {
            var contact = try Contact(program)
            contact.state.ledger = Self.ledger(state)
            contact.write("hi")
            #expect(contact.lines.first == "purpose: The latest news.")
        }
    }

    private static func ledger(_ state: ConsentState) -> ConsentLedger {
        let record = ConsentRecord(state: state, since: Contact.start)
        return ConsentLedger(
            records: state == .unknown ? [:] : [Contact.newsletter: record]
        )
    }

    @Test func `consent that has run out withholds, and is recorded as expired once`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.wait(.months(24))
        contact.write("latest")
        #expect(contact.consent() == .expired)
        #expect(contact.lines.first == "newsletter: given → expired")
        #expect(!contact.lines.contains { $0.hasPrefix("purpose:") })
        contact.decide(.time)
        #expect(!contact.lines.contains { $0.contains("expired") })
    }

    @Test func `what waited for delivery meets the gate again`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.write("news")
        let queued = try #require(contact.outcome?.outbound.first)
        #expect(queued.messageClass == .purpose(PurposeID("newsletter")))
        for isStopped in [false, true] {
            if isStopped { contact.write("STOP") }
            var delivery = Delivery(
                program: contact.decider.program,
                state: contact.state,
                subject: Contact.subject,
                now: contact.now
            )
            #expect(delivery.pass(queued) == .settled)
            #expect(delivery.delivered.map(\.withheld) == [isStopped ? .optedOut : nil])
            let outcome = delivery.outcome()
            #expect(outcome.state.sequence == contact.state.sequence + 1)
            #expect(
                outcome.drafts.map(\.event.kind)
                    == [isStopped ? .messageWithheld : .messageDelivered]
            )
        }
    }
}
