import FlowProgram
import ModelChecker
import Testing

/// V13 at the questions that conversations wait at.
struct LiveQuestionTests {
    private static let deadline = ("flows/opt-in.yaml", "20 hours: lapsed", "21 hours: lapsed")

    @Test func `a new wording takes every conversation over`() throws {
        let change = try Edition.base.with("locales/en.yaml", "farewell: Bye", "farewell: Goodbye")
            .change()
        #expect(change.holds)
        #expect(change.staying.isEmpty)
        #expect(
            change.goingOn.map(\.text).sorted() == [
                "deal.ask", "opt-in.notice", "opt-in.offer", "sign-up.ask-size", "sign-up.opt-in",
            ]
        )
    }

    @Test func `an edition that is the same says so`() throws {
        let change = try Edition.base.change()
        #expect(change.holds)
        #expect(change.summary == ["both editions are the same"])
    }

    @Test func `what a step waits for keeps conversations with the old edition, which is safe`()
        throws
    {
        let change = try Edition.base.with(Self.deadline.0, Self.deadline.1, Self.deadline.2)
            .change()
        #expect(change.holds)
        #expect(change.staying.map(\.text) == ["opt-in.notice"])
        #expect(
            change.summary == [
                "4 waiting places go on in the new edition",
                "1 waiting place stays with the old edition (`opt-in.notice`); a conversation "
                    + "there goes over at the first place that is the same in both, or ends, 30 "
                    + "days after its last turn at the latest",
            ]
        )
    }

    @Test func `so does what a flow beneath a called one holds`() throws {
        let change = try Edition.base
            .with("flows/sign-up.yaml", "keep: 30 days", "keep: 31 days").change()
        #expect(change.holds)
        #expect(change.staying.map(\.text) == ["sign-up.opt-in", "sign-up.ask-size"])
    }

    @Test func `a purpose that is gone is still asked for by conversations that stay`() throws {
        let gone = Edition.base.without("flows/sign-up.yaml")
            .with("parley.yaml", "flow: sign-up", "flow: deal")
        let kept = try gone.change()
        #expect(kept.places(.safeForLiveSessions).isEmpty)
        #expect(kept.staying.map(\.text) == ["sign-up.opt-in", "sign-up.ask-size"])

        let change = try gone.with("parley.yaml", "  newsletter:\n", "  letters:\n")
            .with("locales/en.yaml", "newsletter: our", "letters: our")
            .with("locales/de.yaml", "newsletter: unseren", "letters: unseren").change()
        #expect(change.places(.safeForLiveSessions) == ["opt-in.offer", "opt-in.notice"])
        let finding = try #require(change.findings.first)
        #expect(finding.sentence.contains("`newsletter` is still asked for"))
        #expect(!finding.isInOldEdition)
    }

    @Test func `a finding about a step that is gone points into the old edition`() throws {
        let change = try Edition.base.without("flows/deal.yaml")
            .with("parley.yaml", "  offers: {", "  bargains: {")
            .with("locales/en.yaml", "offers: our offers", "bargains: our offers")
            .with("locales/de.yaml", "offers: unsere", "bargains: unsere").change()
        let finding = try #require(change.findings.first)
        #expect(change.places(.safeForLiveSessions) == ["deal.ask"])
        #expect(finding.isInOldEdition)
        #expect(finding.path == "flows/deal.yaml")
        #expect(finding.line == 7)
    }

    @Test
    func `a yes under a notice that is renewed at once is a finding, one that is kept is none`()
        throws
    {
        let raised = Edition.base.raising("privacy", "2026-03", "2026-09")
            .with(Self.deadline.0, Self.deadline.1, Self.deadline.2)
        #expect(try raised.change().holds)
        let renewing = raised.with(
            "parley.yaml",
            "confirm-within: 3 days",
            "confirm-within: 3 days\n    on-new-notice: renew"
        )
        #expect(try renewing.change().places(.safeForLiveSessions) == ["opt-in.notice"])
        // The same for a place that goes on by itself, beneath a caller that stays.
        let held = Edition.base.raising("privacy", "2026-03", "2026-09")
            .with("flows/sign-up.yaml", "keep: 30 days", "keep: 31 days")
        #expect(try held.change().holds)
        let renewingHeld = held.with(
            "parley.yaml",
            "confirm-within: 3 days",
            "confirm-within: 3 days\n    on-new-notice: renew"
        )
        #expect(try renewingHeld.change().places(.safeForLiveSessions) == ["opt-in.notice"])
    }

    @Test func `a new notice is a finding where the question does not bring it`() throws {
        let privacy = try Edition.base.raising("privacy", "2026-03", "2026-09").change()
        #expect(privacy.holds)
        #expect(
            privacy.summary.contains(
                "1 waiting place shows the new notice before a yes counts (`opt-in.notice`)"
            )
        )
        let terms = try Edition.base.raising("terms", "2026-01", "2026-09").change()
        #expect(terms.places(.safeForLiveSessions) == ["deal.ask"])
        let finding = try #require(terms.findings.first)
        #expect(finding.help.contains("`notice: terms`"))
        #expect(finding.line == 7)
    }

    @Test func `a new notice is a finding where a refused yes ends the question`() throws {
        let strict = Edition.base.with(
            "flows/opt-in.yaml",
            "agree: { confirm: purpose, end: given }\n      "
                + "decline: { decline: purpose, end: refused }\n    unclear: { times: 2",
            "agree: { confirm: purpose, end: given }\n      "
                + "decline: { decline: purpose, end: refused }\n    unclear: { times: 0"
        )
        let change = try strict.raising("privacy", "2026-03", "2026-09").change(from: strict)
        #expect(change.places(.safeForLiveSessions) == ["opt-in.notice"])
    }

    @Test func `a language more makes contacts read the notice again`() throws {
        let one = Edition.base.with("parley.yaml", "locales: [en, de]", "locales: [en]")
            .without("locales/de.yaml")
        let change = try Edition.base.change(from: one)
        #expect(change.places(.safeForLiveSessions) == ["deal.ask"])
        #expect(change.summary.contains { $0.contains("shows the new notice") })
    }

    @Test func `a shorter window is a finding where the question is open for longer`() throws {
        let newsletter = Edition.base.with("parley.yaml", "within: 3 days", "within: 2 days")
        #expect(try newsletter.change().holds)
        let offers = Edition.base.with("parley.yaml", "within: 10 days", "within: 2 days")
        let change = try offers.change()
        #expect(change.places(.safeForLiveSessions) == ["deal.ask"])
        #expect(change.findings.first?.help.contains("`confirm-within` at 10 days") == true)
    }

    @Test func `a double opt-in does not take a yes to what the controller asked`() throws {
        let change = try Edition.base
            .with("parley.yaml", "offers: { opt-in: single", "offers: { opt-in: double")
            .with(
                "flows/deal.yaml",
                "  show: { request: offers, notice: terms, then: ask }",
                """
                  show:
                    say: deal
                    choose:
                      accept: { request: offers, then: terms }
                      decline: { decline: offers, end: refused }
                    after: { 1 day: lapsed }
                  terms: { notice: terms, then: ask }
                """
            )
            .change()
        #expect(change.places(.safeForLiveSessions) == ["deal.ask"])
        #expect(change.findings.first?.help.contains("`opt-in: single`") == true)
    }

    @Test func `a word that means another answer is a finding, one that is new is none`() throws {
        let new = Edition.base.with("locales/en.yaml", "words: [nope]", "words: [nope, never]")
        #expect(try new.change().places(.safeForLiveSessions).isEmpty)
        let swapped = Edition.base.with("locales/en.yaml", "words: [nope]", "words: [never]")
            .with("locales/en.yaml", "words: [agreed]", "words: [agreed, nope]")
        let change = try swapped.change()
        #expect(change.places(.safeForLiveSessions) == ["deal.ask", "opt-in.notice"])
        #expect(
            change.findings.first?.sentence
                == "`nope` meant `decline` in en when this was asked, and means `agree` now"
        )
    }

    @Test func `so is a word for another option of a slot`() throws {
        let change = try Edition.base.with("locales/de.yaml", "[winzig]", "[klitzeklein]")
            .with("locales/de.yaml", "[riesig]", "[riesig, winzig]").change()
        #expect(change.places(.safeForLiveSessions) == ["sign-up.ask-size"])
    }
}
