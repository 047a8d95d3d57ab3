import Clocks
import Consent
import FlowInterpreter
import FlowProgram
import Testing

struct RightAndAgeTests {
    private static let owing = """
        steps:
          ask:
            say: { en: "Which way?" }
            choose: { left: owed }
            after: { 1 day: owed }
          owed: { exercise: receipt, say: { en: Done }, end: over }
        """

    @Test func `a step the contact leads to exercises a right`() throws {
        var talk = try Talk(main: Self.owing)
        try talk.tap("left")
        #expect(talk.lines.contains("exercised receipt at owed"))
    }

    @Test func `a deadline that leads to the same step exercises nothing`() throws {
        var talk = try Talk(main: Self.owing)
        try talk.pass("1 day")
        #expect(talk.said == ["Done"])
        #expect(!talk.lines.contains { $0.hasPrefix("exercised") })
    }

    private static let gated = FlowFixture.settings.replacing(
        "offers: { opt-in: single,",
        with: "offers: { opt-in: single, minimum-age: 16,"
    )

    private static let asking = """
        slots: { birthday: { type: date, age: true } }
        steps:
          when: { ask: birthday, say: { en: "When were you born?" }, then: may }
          may:
            request: offers
            notice: privacy
            choose: { agree: { confirm: offers, end: given } }
            unclear: { times: 1, then: over }
          over: { end: over }
        """

    /// Sixteen on 1 March 2026, the day on which talks begin.
    @Test(arguments: [("2010-03-01", true), ("2010-03-02", false), ("1980-01-01", true)])
    func `a minimum age is held on the very birthday`(birth: String, mayConsent: Bool) throws {
        var talk = try Talk(main: Self.asking, settings: Self.gated)
        try talk.write(birth)
        try talk.tap("agree")
        let offers = talk.program.laws[1].id
        #expect(talk.ledger.state(of: offers, on: "whatsapp").isValid == mayConsent)
        if !mayConsent {
            #expect(talk.acts.contains("offers: confirm refused, too-young"))
        }
        // Of the date nothing is remembered but the gate.
        #expect(talk.ledger.age?.atLeast == (mayConsent ? 16 : 0))
    }

    @Test func `an age that was never asked is not assumed`() throws {
        var talk = try Talk(
            main: """
                slots: { birthday: { type: date, age: true } }
                steps:
                  may:
                    request: offers
                    notice: privacy
                    choose: { agree: { confirm: offers, end: given } }
                    unclear: { times: 1, then: over }
                  over: { ask: birthday, say: { en: When? }, then: gone }
                  gone: { end: over }
                """,
            settings: Self.gated
        )
        try talk.tap("agree")
        #expect(talk.acts.first == "offers: confirm refused, age-not-shown")
    }
}
