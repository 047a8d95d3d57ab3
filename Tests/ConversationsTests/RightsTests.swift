import Audit
import Clocks
import Consent
import Conversations
import FlowInterpreter
import FlowProgram
import Testing

struct RightsTests {
    @Test(arguments: Right.allCases)
    func `a right that is exercised is recorded with its clock of one month`(right: Right) throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.decide(.operation(.exercise(right), by: .operator))
        let due = contact.now.adding(.months(1))
        #expect(contact.lines.contains("exercised \(right.rawValue) until \(due.text)"))
        #expect(contact.events.contains("rights.requested \(right.rawValue)"))
        let event = try #require(
            contact.outcome?.drafts.map(\.event).first { $0.kind == .rightsRequested }
        )
        #expect(event.to == "due:\(due.text)")
        #expect(event.actor == "operator")
        // The first request's clock runs, however often it is repeated.
        contact.wait(.days(3))
        contact.decide(.operation(.exercise(right), by: .operator))
        let open = contact.state.requests.filter(\.isOpen)
        #expect(open.count <= 1)
        #expect(open.allSatisfy { right == .objection || $0.dueAt == due })
    }

    @Test func `an objection withdraws marketing and nothing else`() throws {
        var contact = try WorkspaceFixture.contact(
            ["parley.yaml": WorkspaceFixture.marketing],
            subscribed: true
        )
        contact.decide(.operation(.exercise(.objection), by: .operator))
        #expect(contact.consent() == .withdrawn)
        #expect(!contact.state.ledger.isOptedOut)
        #expect(contact.state.requests.allSatisfy { !$0.isOpen })
        #expect(contact.evidence.last?.actor == "operator")
        var other = try WorkspaceFixture.contact(subscribed: true)
        other.decide(.operation(.exercise(.objection), by: .operator))
        #expect(other.consent() == .given)
    }

    @Test func `restricted data serve nothing until the restriction is lifted, STOP excepted`()
        throws
    {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.decide(.operation(.exercise(.restriction), by: .operator))
        contact.write("latest")
        #expect(contact.lines == ["restricted"])
        contact.write("START")
        #expect(contact.lines == ["restricted"])
        contact.write("HELP")
        #expect(contact.said.first == "This is Acme.")
        contact.decide(.operation(.liftRestriction, by: .operator))
        #expect(contact.state.openRequests == [])
        contact.write("latest")
        #expect(contact.lines.first == "purpose: The latest news.")
        contact.decide(.operation(.exercise(.restriction), by: .operator))
        contact.write("STOP")
        #expect(contact.state.ledger.isOptedOut)
        #expect(contact.said == ["You will hear no more."])
    }

    @Test func `what was queued is withheld from a contact who restricts its use`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.write("latest")
        let queued = try #require(contact.outcome?.outbound.first)
        contact.decide(.operation(.exercise(.restriction), by: .operator))
        var delivery = Delivery(
            program: contact.decider.program,
            state: contact.state,
            subject: Contact.subject,
            now: contact.now
        )
        #expect(delivery.pass(queued) == .settled)
        #expect(delivery.delivered.map(\.withheld) == [.restricted])
    }

    @Test func `a kept value is corrected, or removed, and keeps its time to live`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.write("bye")
        let old = try #require(contact.state.kept.first)
        let value = Value.text("Anna")
        contact.decide(
            .operation(.rectify(flow: "main", slot: "name", to: value), by: .operator)
        )
        #expect(contact.state.kept.map(\.value.value) == [value])
        #expect(contact.state.kept.first?.value.expiresAt == old.value.expiresAt)
        #expect(contact.events.contains("data.rectified corrected"))
        contact.decide(.operation(.rectify(flow: "main", slot: "name", to: nil), by: .operator))
        #expect(contact.state.kept == [])
    }

    @Test func `delete my data in the chat asks once, and exercises the right by the answer`()
        throws
    {
        var contact = try WorkspaceFixture.contact(WorkspaceFixture.deleting, subscribed: true)
        contact.write("delete my data")
        #expect(contact.said == ["Delete everything?"])
        #expect(contact.state.openRequests == [])
        contact.write("yes")
        // The question that was open is not asked again.
        #expect(contact.said == ["It will be deleted."])
        #expect(contact.lines.contains("rights-answer: It will be deleted."))
        #expect(contact.state.automaticRequest?.right == .erasure)
        // What is owed now is due now.
        #expect(contact.outcome?.nextDue == contact.now)
    }

    @Test func `also who opted out may have everything deleted`() throws {
        var contact = try WorkspaceFixture.contact(WorkspaceFixture.deleting, subscribed: true)
        contact.write("STOP")
        contact.write("delete my data")
        #expect(contact.said == ["Delete everything?"])
        contact.write("yes")
        #expect(contact.state.automaticRequest?.right == .erasure)
        #expect(contact.state.ledger.isOptedOut)
    }

    @Test func `silence deletes nothing`() throws {
        var contact = try WorkspaceFixture.contact(WorkspaceFixture.deleting, subscribed: true)
        contact.write("delete my data")
        contact.pass(.days(2))
        #expect(contact.state.requests == [])
        #expect(contact.consent() == .given)
    }

    @Test func `an erasure ends the conversation and cancels the queue with its first step`()
        throws
    {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.decide(.operation(.erase(.request), by: .operator))
        #expect(contact.outcome?.erasure == .request)
        #expect(contact.outcome?.cancellation == .all)
        #expect(contact.state.session == nil)
        #expect(contact.events.contains("erasure.requested request"))
    }
}

extension WorkspaceFixture {
    static let marketing = settings.replacing(
        "newsletter: { opt-in: double,",
        with: "newsletter: { opt-in: double, marketing: true,"
    )

    /// The workspace with a flow that words the right to erasure.
    static let deleting: [String: String] = [
        "flows/delete.yaml": """
        flow: delete
        command: delete
        steps:
          sure:
            say: { en: "Delete everything?", de: "Alles löschen?" }
            choose:
              erase: { label: { en: "Yes", de: "Ja" }, then: erased }
              keep: { label: { en: "No", de: "Nein" }, end: kept }
            after: { 1 day: left }
          erased:
            exercise: erasure
            say: { en: "It will be deleted.", de: "Es wird gelöscht." }
            end: erased
          left: { end: kept }
        """
    ]
}
