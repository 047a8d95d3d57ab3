import Audit
import Clocks
import Consent
import Conversations
import Testing

struct StopScopeTests {
    private static let answered = """
        \(WorkspaceFixture.settings)
        opt-out:
          - { from: 2026-01-01, scope: answered }
          - { from: 2027-01-31, scope: all }
        """

    private static func contact() throws -> Contact {
        var contact = try WorkspaceFixture.contact(["parley.yaml": answered], subscribed: true)
        // Offers were consented to as well.
        var records = contact.state.ledger.records
        let offers = ConsentKey(PurposeID("offers"), on: "whatsapp")
        records[offers] = ConsentRecord(state: .given, since: contact.now)
        contact.state.ledger = ConsentLedger(records: records)
        contact.write("latest")
        return contact
    }

    @Test func `until the day the law names, STOP ends what it answers`() throws {
        var contact = try Self.contact()
        // The reply to "latest" was about the newsletter; the contact answers that message.
        contact.write("STOP")
        #expect(contact.consent() == .withdrawn)
        #expect(contact.consent("offers") == .given)
        #expect(!contact.state.ledger.isOptedOut)
        #expect(contact.lines.contains("opt-out-confirmation: You will hear no more."))
        contact.write("STOP")
        #expect(contact.state.ledger.isOptedOut)
        #expect(contact.consent("offers") == .withdrawn)
    }

    @Test func `from that day on STOP ends everything`() throws {
        var contact = try Self.contact()
        contact.now = try #require(Timestamp("2027-01-31T00:00:00Z"))
        contact.write("STOP")
        #expect(contact.state.ledger.isOptedOut)
        #expect(contact.consent("offers") == .withdrawn)
    }

    @Test func `STOP ALL ends everything on any day`() throws {
        var contact = try Self.contact()
        contact.write("STOP ALL")
        #expect(contact.state.ledger.isOptedOut)
        #expect(contact.consent("offers") == .withdrawn)
    }

    @Test func `words beneath a photo stop, and a reaction only makes doubt`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.send(.caption("STOP", kind: "image"))
        #expect(contact.state.ledger.isOptedOut)
        var reacting = try WorkspaceFixture.contact(subscribed: true)
        reacting.send(.reaction("🛑"))
        #expect(!reacting.state.ledger.isOptedOut)
        #expect(reacting.state.ledger.isOptOutPending)
        #expect(reacting.said == ["Shall we stop?"])
        var liking = try WorkspaceFixture.contact(subscribed: true)
        liking.send(.reaction("👍"))
        #expect(liking.said == [])
        #expect(!liking.state.ledger.isOptOutPending)
    }

    @Test func `a text a flow claims is the flow's, and STOP alone is never claimed`() throws {
        let main = WorkspaceFixture.main
            .replacing("starts-with: [hello]", with: "starts-with: [hello]\nclaims: [stop *]")
            .replacing(
                "    unclear: { say: again, times: 2, then: gone }",
                with: """
                        match: { "stop [0-9]{5}": latest }
                        unclear: { say: again, times: 2, then: gone }
                    """
            )
        var contact = try WorkspaceFixture.contact(["flows/main.yaml": main], subscribed: true)
        contact.write("STOP 12345")
        #expect(contact.lines.first == "purpose: The latest news.")
        #expect(!contact.state.ledger.isOptOutPending)
        contact.write("STOP")
        #expect(contact.state.ledger.isOptedOut)
        var unclaimed = try WorkspaceFixture.contact(subscribed: true)
        unclaimed.write("STOP 12345")
        #expect(unclaimed.state.ledger.isOptOutPending)
    }
}
