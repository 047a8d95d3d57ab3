import Testing

/// No locale says nothing where the others say something.
@Suite struct EmptyTextCheckTests {
    private func files(_ english: String, _ german: String) -> [String: String] {
        [
            "flows/main.yaml": """
            flow: main
            slots: { n: { type: number } }
            steps:
              ask: { ask: n, then: hi }
              hi: { say: hi, end: done }
            """,
            "locales/en/main.yaml": "messages:\n  ask: \(english)\n  hi: Hi {n}\n",
            "locales/de/main.yaml": "messages:\n  ask: Wie viele?\n  hi: \(german)\n",
        ]
    }

    @Test(arguments: [
        "\"\"", "''", "\"  \"", "\"\\n\\t\"", "\"\\u200B\\uFEFF\"", "\"\\u00A0\"",
    ])
    func `a text without anything to see is empty`(text: String) {
        #expect(findings(files("1️⃣\(text)", "Hallo {n}")) == ["1️⃣ empty-text"])
    }

    @Test func `a text is empty only if every branch is`() {
        func plural(_ one: String, _ other: String) -> String {
            "\"{n, plural, one {\(one)} other {\(other)}}\""
        }
        #expect(findings(files("How many?", plural("", "viele"))) == [])
        #expect(findings(files("How many?", plural("eins", " "))) == [])
        #expect(findings(files("How many?", "1️⃣" + plural("", " "))) == ["1️⃣ empty-text"])
    }

    @Test func `the sentence names text and locale, and the help what can be done`() {
        let taken = files("How many?", "Hallo {n}").merging([
            "locales/de/main.yaml": "messages:\n  ask: \"\"\n  hi: \"{n}\"\n"
        ]) { $1 }
        #expect(sentences(taken) == ["`main/ask` is empty in `de` — write the text"])
        #expect(
            sentences([
                "flows/main.yaml":
                    "flow: main\nsteps:\n  one: { say: { en: Hi, de: \"\" }, end: done }\n"
            ]) == [
                "`main/one` is empty in `de` — write the text, or take out the `say`"
            ]
        )
    }

    @Test func `labels, notices and names of purposes are looked at`() {
        let german = (CheckFixture.base["locales/de.yaml"] ?? "")
            .replacing("\"Ja, bitte\"", with: "1️⃣\"\"")
            .replacing("unser Newsletter", with: "2️⃣' '")
            .replacing("\"Verantwortlich ist {controller}.\"", with: "3️⃣\" \"")
        let found = findings([
            "locales/de.yaml": german,
            "locales/en.yaml": (CheckFixture.base["locales/en.yaml"] ?? "")
                .replacing("{controller} is responsible.", with: "Acme is responsible."),
            "flows/main.yaml": """
            flow: main
            steps:
              one:
                say: { en: A, de: B }
                choose:
                  agree: two
                  later: { label: { en: Later, de: 4️⃣"" }, then: two }
              two: { end: done }
            """,
        ])
        #expect(
            found == ["4️⃣ empty-text", "1️⃣ empty-text", "2️⃣ empty-text", "3️⃣ empty-text"]
        )
    }

    @Test func `a text nobody uses may be empty`() {
        #expect(
            findings([
                "locales/en.yaml": (CheckFixture.base["locales/en.yaml"] ?? "")
                    + "\nmessages:\n  1️⃣old: \"\"\n"
            ]) == ["1️⃣ unused-text"]
        )
    }
}
