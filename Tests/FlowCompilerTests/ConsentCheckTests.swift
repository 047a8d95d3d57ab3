import Testing

/// Consent acts stand where they can have an effect.
@Suite struct ConsentCheckTests {
    @Test func `acts stand where the reference puts them`() {
        #expect(
            findings(
                flow: """
                    steps:
                      one: { 1️⃣confirm: newsletter, then: two }
                      two:
                        request: newsletter
                        say: { en: A, de: B }
                        choose:
                          agree: { 2️⃣lapse: newsletter, then: three }
                          decline: { withdraw: all, then: three }
                      three: { decline: 3️⃣all, then: four }
                      four: { withdraw: all, then: five }
                      five: { lapse: newsletter, end: done }
                    """
            ) == ["1️⃣ misplaced-act", "2️⃣ misplaced-act", "3️⃣ misplaced-act"]
        )
    }

    @Test func `a deadline after the confirmation window is warned of`() {
        #expect(
            findings(
                flow: """
                    steps:
                      one:
                        say: { en: A, de: B }
                        choose: { agree: { confirm: newsletter, then: two }, decline: two }
                        after: { 20 hours: two, 1️⃣25 hours: two }
                      two: { end: done }
                    """
            ) == ["1️⃣ window-too-short"]
        )
    }

    @Test func `the window of a purpose given by the caller counts too`() {
        #expect(
            findings([
                "flows/asking.yaml": """
                flow: asking
                parameters: { subject: purpose }
                steps:
                  one:
                    say: { en: A, de: B }
                    choose: { agree: { confirm: subject, then: two } }
                    after: { 1️⃣2 days: two }
                  two: { end: done }
                """,
                "flows/main.yaml": """
                flow: main
                steps:
                  one: { call: asking, with: { subject: newsletter }, then: two }
                  two: { end: done }
                """,
            ]) == ["1️⃣ window-too-short"]
        )
    }

    @Test func `somebody words the answer to STOP, and only one flow does`() {
        #expect(
            findings(["flows/goodbye.yaml": "flow: goodbye\nsteps:\n  one: { end: done }\n"])
                == ["parley.yaml:1:1 missing-command-flow"]
        )
        #expect(
            findings(flow: "command: 1️⃣stop\nsteps:\n  one: { end: done }\n")
                == ["1️⃣ duplicate-command"]
        )
    }
}
