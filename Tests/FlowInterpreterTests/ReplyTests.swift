import FlowInterpreter
import FlowProgram
import Testing

struct ReplyTests {
    static let menu = """
        steps:
          menu:
            say: { en: Where?, de: Wohin?, ar: أين؟ }
            choose: { left: went-left, right: went-right }
          went-left: { end: left }
          went-right: { end: right }
        """

    private static func after(_ input: Input, locale: Int = 0) throws -> String {
        var talk = try Talk(main: menu, settings: FlowFixture.threeLocales, locale: locale)
        try talk.reply(input)
        return talk.moves.first ?? talk.said.first ?? "silence"
    }

    @Test(arguments: [
        ("left", "exact word"), ("To the left", "exact word"), ("LEFTWARDS!!", "exact word"),
        ("  l ", "exact word"), ("leftward", "fuzzy"), ("leftwads", "fuzzy"),
        ("letfwards", "fuzzy"),
        ("to the lefft", "fuzzy"), ("👈 left", "exact word"),
    ])
    func `a choice is taken by its name, its label, its words, or one edit from them`(
        text: String,
        matcher: String
    ) throws {
        #expect(try Self.after(.text(text)) == "menu → went-left (choice:left by \(matcher))")
    }

    @Test(arguments: ["lef", "k", "leftwa", "", " ", "left right", "to the", "ftel", "lr"])
    func `anything else is unclear`(text: String) throws {
        #expect(try Self.after(.text(text)) == "Where? [To the left] [To the right]")
    }

    @Test func `a tapped button is its choice, and no other`() throws {
        #expect(try Self.after(.button("right")) == "menu → went-right (choice:right by button)")
        for name in ["To the right", "RIGHT", "up", ""] {
            #expect(try Self.after(.button(name)).hasPrefix("Where?"))
        }
        #expect(try Self.after(.unreadable).hasPrefix("Where?"))
    }

    @Test(arguments: [("nach links", 1), ("linksherum", 1), ("يسار", 2), ("الى اليسار", 2)])
    func `words of the contact's locale count`(text: String, locale: Int) throws {
        #expect(try Self.after(.text(text), locale: locale).hasPrefix("menu → went-left"))
    }

    @Test(arguments: [("leftwards", 1), ("leftwards", 2), ("left", 1), ("left", 2)])
    func `so do words of the source locale and the choice's own name`(
        text: String,
        locale: Int
    ) throws {
        #expect(try Self.after(.text(text), locale: locale).hasPrefix("menu → went-left"))
    }

    @Test func `words of a third locale do not count`() throws {
        #expect(try Self.after(.text("linksherum"), locale: 2).hasPrefix("أين؟"))
    }

    private static let confirming = """
        steps:
          notice:
            request: offers
            notice: privacy
            choose:
              agree: { confirm: offers, end: given }
              decline: { decline: offers, end: refused }
        """

    @Test(arguments: ["agree", "I agree!", "agreed"])
    func `a confirm is taken by its exact words`(text: String) throws {
        var talk = try Talk(main: Self.confirming)
        try talk.write(text)
        #expect(talk.acts.first == "offers: requested → given")
    }

    @Test(arguments: ["agreeed", "agred", "i agre"])
    func `a confirm is never fuzzy`(text: String) throws {
        var talk = try Talk(main: Self.confirming)
        try talk.write(text)
        #expect(talk.acts == ["notice privacy@2026-03"])
        #expect(talk.place == "main.notice")
    }

    @Test func `near a confirm and near another choice is near nothing`() throws {
        var talk = try Talk(
            main: """
                steps:
                  notice:
                    request: offers
                    notice: privacy
                    choose:
                      agree: { confirm: offers, end: given }
                      agrees: { label: { en: Agrees }, decline: offers, end: refused }
                """
        )
        // One edit from `agree` and from `agrees`.
        try talk.write("agreet")
        #expect(talk.place == "main.notice")
        #expect(talk.acts == ["notice privacy@2026-03"])
    }

    @Test func `a pattern takes the whole text and fills the slots of its groups`() throws {
        let flow = """
            slots: { order: { type: text, max: 8 }, n: { type: number, max: 10 } }
            steps:
              ask:
                say: { en: Which? }
                choose: { left: { end: left } }
                match: { "(?<order>[0-9]{6,8})( x(?<n>[0-9]+))?": found }
              found: { say: { en: "{order} {n}" }, end: found }
            """
        for (text, said) in [
            ("123456", "123456 ∅"), (" 12345678 ", "12345678 ∅"), ("123456 x3", "123456 3"),
        ] {
            var talk = try Talk(main: flow)
            try talk.write(text)
            #expect(talk.said == [said])
            #expect(talk.moves == ["ask → found (pattern)"])
        }
        for text in ["12345", "123456789", "no 123456", "123456 x11"] {
            var talk = try Talk(main: flow)
            try talk.write(text)
            #expect(talk.said == ["Which? [To the left]"])
            // A reply that was unclear has left nothing behind.
            #expect(talk.value("order") == nil)
            #expect(talk.value("n") == nil)
        }
    }

    @Test func `an exact word comes before a pattern, and a pattern before a fuzzy word`() throws {
        let flow = """
            slots: { t: { type: text } }
            steps:
              ask:
                say: { en: Which? }
                choose: { left: { end: left } }
                match: { "(?<t>[a-z]+)": found }
              found: { say: { en: "{t}" }, end: found }
            """
        var exact = Talk(try FlowFixture.program(main: flow))
        try exact.start("main")
        try exact.write("leftwards")
        #expect(exact.acts.last == "end main: left (then)")
        var near = exact
        try near.start("main")
        try near.write("leftward")
        #expect(near.said == ["leftward"])
    }

    @Test func `more characters than are read are unclear`() throws {
        let flow = """
            steps:
              ask: { say: { en: Which? }, match: { "[0-9]+": found } }
              found: { end: found }
            """
        var longest = try Talk(main: flow)
        try longest.write(String(repeating: "7", count: Limits.inboundCharacters))
        #expect(longest.session == nil)
        var longer = try Talk(main: flow)
        try longer.write(String(repeating: "7", count: Limits.inboundCharacters + 1))
        #expect(longer.place == "main.ask")
    }

    @Test func `what every matcher said is told, the winner too`() throws {
        let talk = try Talk(main: Self.confirming)
        let session = try #require(talk.session)
        func told(_ text: String) -> [String] {
            talk.interpreter.explain(session, .text(text), locale: .source, at: talk.now).map {
                "\($0.matcher.rawValue) \($0.candidate) \($0.took): \($0.because)"
            }
        }
        #expect(
            told("agreeed") == [
                "button agree false: its button was not tapped",
                "button decline false: its button was not tapped",
                "exact word agree false: none of its words",
                "exact word decline false: none of its words",
                "fuzzy agree false: what gives consent or erases is never fuzzy",
                "fuzzy decline false: not near its words",
            ]
        )
        #expect(told("nope").contains("exact word decline true: one of its words"))
    }
}
