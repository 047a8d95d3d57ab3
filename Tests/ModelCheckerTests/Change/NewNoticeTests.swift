import FlowProgram
import ModelChecker
import Testing

/// V14: what people agreed to changes only with the version of its notice.
struct NewNoticeTests {
    private static func places(_ edition: Edition, from old: Edition = .base) throws -> [String] {
        try edition.change(from: old).places(.newTermsNewNotice)
    }

    private static func first(_ edition: Edition) throws -> ChangeFinding {
        try #require(try edition.change().findings(of: .newTermsNewNotice).first)
    }

    @Test func `another text of a notice needs a new version`() throws {
        let changed = Edition.base
            .with(
                "locales/de.yaml",
                "Verantwortlich ist {controller}, {",
                "Wir sind {controller}, {"
            )
        let finding = try Self.first(changed)
        #expect(
            finding.sentence
                == "the text of privacy@2026-03 is another in de, and its version is the same"
        )
        #expect(finding.help.contains("raise `version` of `privacy`"))
        #expect(finding.path == "parley.yaml")
        #expect(try Self.places(changed.raising("privacy", "2026-03", "2026-09")).isEmpty)
        // Another notice's version says nothing of this one.
        #expect(!(try Self.places(changed.raising("terms", "2026-01", "2026-09")).isEmpty))
    }

    @Test func `a mended text that nobody agrees to needs none`() throws {
        let mended = Edition.base.with("locales/en.yaml", "Which size?", "Which size is yours?")
        #expect(try Self.places(mended).isEmpty)
    }

    @Test(arguments: [
        ("data: [phone number, name]", "data: [phone number, name, birthday]", "`data`"),
        ("recipients: [Carrier]", "recipients: [Carrier, Advertiser]", "`recipients`"),
        ("lapses-after: 24 months", "lapses-after: 36 months", "`lapses-after`"),
        ("opt-in: double\n", "opt-in: double\n    legal-basis: contract\n", "`legal-basis`"),
        ("opt-in: double\n", "opt-in: double\n    explicit: true\n", "`explicit`"),
        (
            "opt-in: double\n",
            "opt-in: double\n    explicit: true\n    special-categories: [health]\n",
            "`explicit` and `special-categories`"
        ),
    ])
    func `other terms of a purpose need a new version`(
        old: String,
        new: String,
        keys: String
    ) throws {
        let changed = Edition.base.with("parley.yaml", old, new)
        #expect(
            try Self.first(changed).sentence
                == "\(keys) of the purpose `newsletter` changed, and the version of "
                + "privacy@2026-03 did not"
        )
        #expect(try Self.places(changed.raising("privacy", "2026-03", "2026-09")).isEmpty)
    }

    @Test(arguments: [
        ("[phone number, name]", "[name, phone number]"),
        ("opt-in: double\n", "opt-in: double\n    ask-again-after: 12 months\n"),
        ("opt-in: double\n", "opt-in: double\n    on-new-notice: renew\n"),
    ])
    func `another order, and what nobody agreed to, needs none`(old: String, new: String) throws {
        #expect(try Self.places(Edition.base.with("parley.yaml", old, new)).isEmpty)
    }

    @Test func `another name of a purpose needs a new version`() throws {
        let renamed = Edition.base
            .with("locales/en.yaml", "newsletter: our newsletter", "newsletter: our advertising")
        #expect(try Self.first(renamed).sentence.hasPrefix("the name of the purpose `newsletter`"))
    }

    @Test func `another controller needs a new version of every notice`() throws {
        let moved = Edition.base.with("parley.yaml", "Street 1", "Street 2")
        let finding = try Self.first(moved)
        #expect(
            finding.sentence
                == "`address` of the controller changed, and the version of privacy@2026-03 and "
                + "terms@2026-01 did not"
        )
        let half = moved.raising("privacy", "2026-03", "2026-09")
        #expect(try Self.first(half).sentence.hasSuffix("terms@2026-01 did not"))
        #expect(try Self.places(half.raising("terms", "2026-01", "2026-09")).isEmpty)
    }

    @Test func `how to reach the controller matters where a notice says it`() throws {
        let moved = Edition.base.with("parley.yaml", "a@acme.example", "b@acme.example")
        #expect(try Self.first(moved).sentence.hasPrefix("`contact` of the controller"))
        let unsaid = Edition.base
            .with("locales/en.yaml", " Write to {controller-contact}.", "")
            .with("locales/de.yaml", " Schreiben Sie an {controller-contact}.", "")
        let both = unsaid.with("parley.yaml", "a@acme.example", "b@acme.example")
        #expect(try Self.places(both, from: unsaid).isEmpty)
    }

    @Test func `a transfer to a third country needs a new version, one at home none`() throws {
        let abroad = Edition.base.with(
            "parley.yaml",
            "country: IE",
            "country: US\n    transfer: adequacy decision"
        )
        #expect(try Self.first(abroad).sentence.contains("`carrier`"))
        let home = Edition.base.with("parley.yaml", "country: IE", "country: FR")
        #expect(try Self.places(home).isEmpty)
    }

    @Test func `other words of a question need a new version`() throws {
        let asked = Edition.base
            .with("locales/en.yaml", "Would you like our offers?", "Do you want our offers?")
        let finding = try Self.first(asked)
        #expect(try Self.places(asked) == ["deal.ask"])
        #expect(finding.line == 7)
        #expect(finding.help.contains("`terms`"))
        #expect(try Self.places(asked.raising("terms", "2026-01", "2026-09")).isEmpty)
        let offered = Edition.base.with("locales/de.yaml", "Möchten Sie {", "Wollen Sie {")
        #expect(try Self.places(offered) == ["opt-in.offer"])
    }

    @Test func `so do other words on the button that agrees, and none on the one that refuses`()
        throws
    {
        let agreeing = Edition.base.with("locales/en.yaml", "I agree", "Yes to all")
        #expect(try Self.places(agreeing) == ["deal.ask", "opt-in.notice"])
        let refusing = Edition.base.with("locales/en.yaml", "Rather not", "No thanks")
        #expect(try Self.places(refusing).isEmpty)
    }

    @Test func `a question under another name is compared with the one that is gone`() throws {
        let renamed = Edition.base.with("flows/deal.yaml", "  ask:\n", "  question:\n")
            .with("flows/deal.yaml", "then: ask }", "then: question }")
        #expect(try Self.places(renamed).isEmpty)
        let reworded = renamed.with("locales/en.yaml", "like our offers", "love our offers")
        #expect(try Self.places(reworded) == ["deal.question"])
    }

    @Test func `a question beside the others, and a new purpose, need none`() throws {
        let beside = Edition.base.adding("flows/second.yaml", Self.second)
        #expect(try Self.places(beside).isEmpty)
        let purpose = Edition.base
            .with(
                "parley.yaml",
                "  offers: {",
                "  tips: { opt-in: double, notice: privacy }\n  offers: {"
            )
            .with("locales/en.yaml", "offers: our", "tips: our tips, offers: our")
            .with("locales/de.yaml", "offers: unsere", "tips: unsere Tipps, offers: unsere")
        #expect(try purpose.change().holds)
    }

    private static let second = """
        flow: second
        steps:
          known:
            when: { "cooling(offers)": over }
            then: show
          show: { request: offers, notice: terms, then: ask }
          ask:
            say: { en: Shall we send our offers?, de: Sollen wir unsere Angebote senden? }
            choose:
              agree: { confirm: offers, end: given }
              decline: { decline: offers, end: refused }
            after: { 5 days: lapsed }
          lapsed: { lapse: offers, end: lapsed }
          over: { end: refused }
        """
}
