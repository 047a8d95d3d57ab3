import Audit
import Clocks
import Consent
import Conversations
import FlowInterpreter
import FlowProgram
import Testing

struct HostileTextTests {
    private static let waits = """
        flow: main
        slots:
          t: { type: text, keep: 1 day }
          n: { type: number, keep: 1 day }
          d: { type: date, keep: 1 day }
          e: { type: email, keep: 1 day }
          p: { type: phone, keep: 1 day }
          c: { type: choice, options: [news, leave], keep: 1 day }
          y: { type: yes-no, keep: 1 day }
          x: { type: text, keep: 1 day }
        steps:
          pick:
            say: menu
            match:
              "text": t
              "number": n
              "date": d
              "mail": e
              "phone": p
              "option": c
              "truth": y
              "menu": m
              "pause": w
          t: { ask: t, say: { en: "{t}", de: "{t}" }, then: pick }
          n: { ask: n, say: { en: "{n}", de: "{n}" }, then: pick }
          d: { ask: d, say: { en: "d", de: "d" }, then: pick }
          e: { ask: e, say: { en: "{e}", de: "{e}" }, then: pick }
          p: { ask: p, say: { en: "{p}", de: "{p}" }, then: pick }
          c: { ask: c, say: { en: "{c}", de: "{c}" }, then: pick }
          y: { ask: y, say: { en: "y", de: "y" }, then: pick }
          m:
            say: { en: "{x}", de: "{x}" }
            choose: { news: pick, leave: pick }
            match: { "(?<x>[a-z(]*[0-9]+)": pick }
          w: { wait: 1 hour, say: menu, then: pick }
        """

    private static let kinds: [String] = [
        "text", "number", "date", "mail", "phone", "option", "truth", "menu", "pause",
    ]

    @Test(arguments: kinds, ["en", "de"])
    func `every hostile text leaves every kind of wait in a lawful state`(
        kind: String,
        locale: String
    ) throws {
        let program = try WorkspaceFixture.program(["flows/main.yaml": Self.waits])
        var asked = try Contact(program, locale: locale)
        asked.write("x")
        asked.write(kind)
        let session = try #require(asked.state.session)
        #expect(program[session.top.flow][step: session.top.step].name != "pick")
        for text in HostileTexts.all {
            var contact = asked
            contact.write(text)
            try Self.expectLawful(contact, text)
            contact.tap(text, title: text)
            try Self.expectLawful(contact, text)
            contact.pass(.days(1))
            try Self.expectLawful(contact, text)
        }
    }

    private static func expectLawful(_ contact: Contact, _ text: String) throws {
        let state = contact.state
        try #require(try ContactState(bytes: state.bytes) == state, "\(text.prefix(40))")
        if let session = state.session {
            try #require(session.fits(contact.decider.program))
        }
        try #require(!state.ledger.records.values.contains { $0.state.isValid })
        try #require(contact.log.map(\.event.sequence) == Array(1...UInt64(contact.log.count)))
        for body in contact.said { try #require(body.utf8.count < 70_000) }
    }

    @Test func `a message of a megabyte is bounded work and unclear`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        let before = contact.state.session
        for text in [
            String(repeating: "a", count: 1 << 20),
            String(repeating: "👩‍👩‍👧‍👦", count: 40_000),
            "a" + String(repeating: "\u{301}", count: 500_000),
        ] {
            var copy = contact
            copy.write(text)
            #expect(copy.said == ["Please choose."])
            #expect(copy.state.session?.top.step == before?.top.step)
            #expect(copy.state.bytes.count < 2000)
        }
        contact.write("news")
        #expect(contact.said.first == "The latest news.")
    }

    @Test func `a megabyte of STOP makes doubt, and is asked about`() throws {
        var contact = try WorkspaceFixture.contact(subscribed: true)
        contact.write(String(repeating: "stop ", count: 200_000))
        #expect(contact.said == ["Shall we stop?"])
        #expect(contact.state.ledger.isOptOutPending)
    }

    @Test func `an unreadable message is unclear, and starts the channel's flow`() throws {
        var contact = try WorkspaceFixture.contact()
        contact.send(.unreadable(kind: "voice note"))
        #expect(contact.said == ["Would you like our newsletter?"])
        contact.send(.unreadable(kind: "photo"))
        #expect(contact.said == ["Please choose."])
        #expect(contact.consent() == .unknown)
    }
}
