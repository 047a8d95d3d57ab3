import Audit
import Clocks
import Consent
import Conversations
import Testing

struct PrivacyTests {
    private static let canary = "Zebrafink7"

    private static func fields(_ event: AuditEvent) -> [String] {
        [
            event.kind.rawValue, event.flow, event.from, event.to, event.cause, event.purpose,
            event.actor, event.subject.map { "\($0)" }, event.session.map { "\($0)" },
        ].compactMap(\.self)
    }

    /// Writes the canary wherever a contact can write something.
    private static func canaryConversation() throws -> Contact {
        var contact = try WorkspaceFixture.contact()
        contact.write(canary)
        contact.write("hello")
        contact.write("\(canary) yes")
        contact.write("yes")
        contact.tap(canary, title: canary)
        contact.write("yes")
        contact.write(canary)
        contact.send(.unreadable(kind: canary))
        contact.tap("news", title: canary)
        contact.write("HELP")
        contact.pass(.days(40))
        contact.write("hello")
        contact.write("stpo")
        contact.write(canary)
        contact.pass(.days(2))
        contact.write("STOP \(canary)")
        contact.write("STOP")
        contact.write(canary)
        return contact
    }

    @Test func `no event of the log holds what a contact wrote or who they are`() throws {
        let contact = try Self.canaryConversation()
        #expect(contact.log.count > 40)
        for draft in contact.log {
            for field in Self.fields(draft.event) {
                #expect(!field.contains(Self.canary), "\(draft.event.kind)")
                #expect(!field.contains(Contact.address))
            }
        }
        // The name was kept, so the canary did reach the state it is looked for in.
        #expect(contact.log.contains { $0.event.kind == .slotExpired })
    }

    @Test func `what a log line may not hold is bound by its commitment`() throws {
        var contact = try WorkspaceFixture.contact()
        contact.write(Self.canary)
        let received = try #require(contact.log.first { $0.event.kind == .messageReceived })
        #expect(received.payload == [UInt8](Self.canary.utf8))
        contact.tap("agree", title: "I agree")
        #expect(contact.outcome?.drafts.first?.payload == [UInt8]("agree\u{0}I agree".utf8))
    }

    @Test func `the events of a contact are numbered without a gap, over every kind of turn`()
        throws
    {
        let contact = try Self.canaryConversation()
        #expect(contact.log.map(\.event.sequence) == Array(1...UInt64(contact.log.count)))
        #expect(contact.state.sequence == UInt64(contact.log.count))
        #expect(contact.log.first?.event.kind == .contactCreated)
        #expect(contact.log.count { $0.event.kind == .contactCreated } == 1)
    }

    @Test(arguments: [
        "+4915112345678", "ann@acme.example", "123456", "1234567", "٠٥٥١٢٣٤٥٦٧",
    ])
    func `an address does not print whole, alone or within a state`(text: String) throws {
        let address = try #require(ContactAddress(channel: "whatsapp", text: text))
        let state = ContactState(address: address, locale: "en")
        for printed in ["\(address)", String(reflecting: address), "\(state)"] {
            #expect(!printed.contains(text))
            #expect(printed.contains("whatsapp"))
        }
        let shown = "\(address)".split(separator: ":").last.map { $0.count } ?? 0
        #expect(shown - 1 <= text.count / 2)
    }

    @Test(arguments: [
        ("", "1"), ("whatsapp", ""), ("whatsapp", "a\nb"), ("whatsapp", "\u{0}"),
        (String(repeating: "c", count: 65), "1"), ("whatsapp", String(repeating: "1", count: 257)),
    ])
    func `an address that is empty, oversized or has control characters is refused`(
        channel: String,
        text: String
    ) {
        #expect(ContactAddress(channel: channel, text: text) == nil)
    }

    @Test func `errors of a turn name limits and keys, never words`() throws {
        let wide = """
            flow: main
            slots: { n: { type: number } }
            steps:
              one: { ask: n, say: menu, then: two }
              two: { set: { n: n * n }, then: three }
              three:
                when:
                  n > 1: four
                then: four
              four: { end: done }
            """
        var contact = try WorkspaceFixture.contact(["flows/main.yaml": wide])
        contact.write("hello")
        let before = contact.state
        contact.write("99999999999")
        #expect(contact.lines == ["refused: a number left the range of 18 digits"])
        #expect(contact.events == ["message.received text", "turn.refused number-too-large"])
        var expected = before
        expected.turn += 1
        expected.sequence += 2
        #expect(contact.state == expected)
        #expect(contact.said == [])
        #expect(contact.outcome?.cancellation == QueueCancellation.none)
        contact.write("3")
        #expect(contact.state.session == nil)
    }
}
