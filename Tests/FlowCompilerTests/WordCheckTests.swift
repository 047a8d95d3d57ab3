import Testing

/// Words mean one thing, and reach the flow.
@Suite struct WordCheckTests {
    private let flow = """
        flow: main
        steps:
          one: { say: { en: Well?, de: Nun? }, choose: { agree: two, decline: two } }
          two: { end: done }
        """

    private func english(_ words: String) -> [String: String] {
        [
            "flows/main.yaml": flow,
            "locales/en.yaml": (CheckFixture.base["locales/en.yaml"] ?? "").replacing(
                "[nope]",
                with: words
            ),
        ]
    }

    @Test(arguments: ["[nope, 1️⃣sure]", "[1️⃣SURE!]", "[1️⃣\"yes please\"]", "[1️⃣agree]"])
    func `a word means one choice of a step, however it is spelt`(words: String) {
        #expect(findings(english(words)) == ["1️⃣ ambiguous-word"])
    }

    @Test func `words of other locales and of other steps may be the same`() {
        #expect(findings(english("[nope, gern, ja]")) == [])
    }

    @Test(arguments: ["stop", "unsubscribe", "help"])
    func `a word that is a command is warned of`(word: String) {
        #expect(findings(english("[nope, 1️⃣\(word)]")) == ["1️⃣ shadowed-by-command"])
    }

    @Test func `a choice that withdraws may be called stop`() {
        var files = english("[nope, stop]")
        files["flows/main.yaml"] = flow.replacing(
            "decline: two",
            with: "decline: { withdraw: newsletter, then: two }"
        )
        #expect(findings(files) == [])
    }

    @Test func `two flows cannot start with the same word`() {
        let start = "starts-with: [hello]\nsteps:\n  one: { end: done }\n"
        #expect(
            findings(["flows/a.yaml": "flow: a\n" + start, "flows/b.yaml": "flow: b\n" + start])
                == [
                    "locales/de.yaml:5:11 ambiguous-word", "locales/en.yaml:5:11 ambiguous-word",
                ]
        )
    }
}
