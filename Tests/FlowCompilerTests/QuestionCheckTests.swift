import Testing

/// A question is seen by whoever is to answer it.
@Suite struct QuestionCheckTests {
    private func flow(_ step: String) -> [String: String] {
        ["flows/main.yaml": "flow: main\nsteps:\n  1️⃣menu: { \(step) }\n  two: { end: done }\n"]
    }

    @Test(arguments: [
        "choose: { agree: two }", "match: { '[a-z]+': two }",
        "choose: { agree: two }, match: { '[0-9]+': two }",
        "request: newsletter, choose: { agree: two }, after: { 1 day: two }",
        "choose: { agree: two }, unclear: { say: { en: A, de: B }, then: two }",
    ])
    func `a step that waits for an answer says something`(step: String) {
        #expect(findings(flow(step)) == ["1️⃣ silent-question"])
    }

    @Test(arguments: [
        "say: { en: A, de: B }, choose: { agree: two }", "notice: privacy, choose: { agree: two }",
        "say: { en: A, de: B }, match: { '[a-z]+': two }", "wait: 1 day, then: two",
        "then: two",
    ])
    func `a question with a text, a pause and a way on are fine`(step: String) {
        #expect(findings(flow(step)) == [])
    }

    @Test func `an ask says the message named like its step`() {
        #expect(
            findings([
                "flows/main.yaml": """
                flow: main
                slots: { name: { type: text, keep: 1 day } }
                steps:
                  ask-name: { ask: name, then: two }
                  two: { end: done }
                """,
                "locales/en/main.yaml": "messages: { ask-name: Your name? }\n",
                "locales/de/main.yaml": "messages: { ask-name: Ihr Name? }\n",
            ]) == []
        )
    }

    @Test func `the sentence says what is not shown`() {
        #expect(
            sentences(flow("choose: { agree: two }")) == [
                "`menu` offers choices and says nothing, so no button is shown — add `say`"
            ]
        )
        #expect(
            sentences(flow("match: { '[a-z]+': two }")) == [
                "`menu` waits for an answer and says nothing, so no question is shown — add `say`"
            ]
        )
    }
}
