import Testing

/// Every locale says the same things.
@Suite struct LocaleCheckTests {
    private func texts(
        flow: String = "steps:\n  one: { say: hi, end: done }\n",
        en: String,
        de: String
    ) -> [String] {
        findings([
            "flows/main.yaml": "flow: main\n" + flow,
            "locales/en/main.yaml": "messages:\n" + en, "locales/de/main.yaml": "messages:\n" + de,
        ])
    }

    @Test func `a text in every locale is fine`() {
        #expect(texts(en: "  hi: Hi\n", de: "  hi: Hallo\n") == [])
    }

    @Test func `a locale without the text is named at the place of use`() {
        let flow = "steps:\n  one: { say: 1️⃣hi, then: two }\n  two: { say: bye, end: done }\n"
        #expect(
            texts(flow: flow, en: "  hi: Hi\n  bye: Bye\n", de: "  bye: Tschau\n")
                == ["1️⃣ missing-translation"]
        )
    }

    @Test func `a text no locale has is unknown`() {
        let flow = "steps:\n  one: { say: 1️⃣hii, then: two }\n  two: { say: hi, end: done }\n"
        #expect(texts(flow: flow, en: "  hi: Hi\n", de: "  hi: Hallo\n") == ["1️⃣ unknown-text"])
    }

    @Test func `the help names the file the text is missing from`() {
        let flow = """
            flow: main
            steps:
              one: { say: hi, then: two }
              two: { say: shared, end: done }
            """
        let shared = "\nmessages:\n  shared: Shared\n"
        func help(_ files: [String: String]) -> [String] {
            sentences(files.merging(["flows/main.yaml": flow]) { $1 }).map { sentence in
                String(sentence.drop { $0 != "—" }.dropFirst(2))
            }
        }
        let english = (CheckFixture.base["locales/en.yaml"] ?? "") + shared
        #expect(
            help([
                "locales/en.yaml": english,
                "locales/en/main.yaml": "messages:\n  hi: Hi\n",
                "locales/de/main.yaml": "words:\n  sure: [klar]\n",
            ]) == [
                "add it to `locales/de/main.yaml` under `messages`",
                "add it to `locales/de.yaml` under `messages`",
            ]
        )
        // The flow's texts stand in files of its own, of which this locale has none yet.
        #expect(
            help([
                "locales/en.yaml": english, "locales/en/main.yaml": "messages:\n  hi: Hi\n",
            ]).first == "add it to `locales/de/main.yaml` under `messages`"
        )
        // No locale has it.
        #expect(
            help(["locales/en.yaml": english]).first
                == "add it to `locales/en.yaml` under `messages`"
        )
        #expect(
            help([
                "locales/en.yaml": english, "locales/en/main.yaml": "words:\n  sure: [ok]\n",
            ]).first == "add it to `locales/en/main.yaml` under `messages`"
        )
    }

    @Test func `an argument that does not exist is answered with those that do`() {
        #expect(
            sentences([
                "flows/main.yaml": """
                flow: main
                slots: { size: { type: number, keep: 1 day } }
                steps:
                  one: { ask: size, say: { en: "{colour}", de: Farbe }, then: two }
                  two: { end: done }
                """
            ]).contains(
                "`colour` is no slot of the flow `main` — a text can name `size`, `controller`, "
                    + "`controller-address` and `controller-contact`"
            )
        )
    }

    @Test func `an ask without say says the message named like the step`() {
        let flow = """
            slots: { name: { type: text, keep: 1 day } }
            steps:
              1️⃣ask-name: { ask: name, then: two }
              two: { say: hi, end: done }
            """
        #expect(texts(flow: flow, en: "  hi: Hi\n", de: "  hi: Hallo\n") == ["1️⃣ unknown-text"])
    }

    @Test func `inline texts must speak every locale`() {
        #expect(
            findings(flow: "steps:\n  one: { 1️⃣say: { en: Hi }, end: done }\n")
                == ["1️⃣ missing-translation"]
        )
    }

    @Test func `a locale without a file is one finding`() {
        let settings = (CheckFixture.base["parley.yaml"] ?? "").replacing(
            "[en, de]",
            with: "[en, de, 1️⃣it]"
        )
        #expect(
            findings([
                "parley.yaml": settings,
                "flows/goodbye.yaml": """
                flow: goodbye
                command: stop
                steps:
                  bye: { say: { en: Bye, de: Tschau, it: Ciao }, end: done }
                """,
            ]) == ["1️⃣ missing-file"]
        )
    }

    @Test func `arguments are slots of the flow, in every locale the same`() {
        let flow = """
            slots: { name: { type: text }, age: { type: number } }
            steps:
              one: { ask: name, say: hi, then: two }
              two: { ask: age, say: bye, then: three }
              three: { say: so, end: done }
            """
        #expect(
            texts(
                flow: flow,
                en: "  hi: \"Hi {1️⃣nam}\"\n  bye: \"{name} {age}\"\n  so: So\n",
                de: "  hi: Hallo\n  bye: 2️⃣\"{name}\"\n  so: \"So {3️⃣name}\"\n"
            )
                == [
                    "locales/de/main.yaml:2:7 argument-mismatch", "2️⃣ argument-mismatch",
                    "3️⃣ argument-mismatch", "1️⃣ unknown-argument",
                ]
        )
    }

    @Test func `what is counted is a number`() {
        let flow = """
            slots: { name: { type: text } }
            steps:
              one: { ask: name, say: { en: A, de: B }, then: two }
              two: { say: hi, end: done }
            """
        #expect(
            texts(
                flow: flow,
                en: "  hi: \"{1️⃣name, plural, one {#} other {#}}\"\n",
                de: "  hi: \"{name}\"\n"
            ) == ["1️⃣ type-mismatch"]
        )
    }

    @Test func `template errors are found inside the text`() {
        #expect(
            texts(en: "  hi: \"Hi 1️⃣{name\"\n", de: "  hi: |\n    Hallo\n    du 2️⃣}\n")
                == ["2️⃣ invalid-template", "1️⃣ invalid-template"]
        )
    }

    @Test func `plural forms of the language are all there`() {
        let settings = (CheckFixture.base["parley.yaml"] ?? "").replacing(
            "[en, de]",
            with: "[en, pl]"
        )
        let found = findings(
            [
                "parley.yaml": settings,
                "flows/goodbye.yaml": """
                flow: goodbye
                command: stop
                slots: { n: { type: number } }
                steps:
                  bye: { set: { n: 3 }, say: bye, end: done }
                """,
                "locales/en.yaml": (CheckFixture.base["locales/en.yaml"] ?? "")
                    + "\nmessages:\n  bye: \"{n, plural, one {# tip} other {# tips}}\"\n",
                "locales/pl.yaml": (CheckFixture.base["locales/en.yaml"] ?? "")
                    + "\nmessages:\n"
                    + "  bye: \"{1️⃣n, plural, one {# rada} few {# rady} other {# rady}}\"\n",
            ].merging(["locales/de.yaml": "words: {}\n"]) { first, _ in first }
        )
        #expect(
            found == ["locales/de.yaml:1:1 unknown-locale", "1️⃣ missing-plural-category"]
        )
    }

    @Test func `texts nobody uses are warned of`() {
        #expect(
            texts(en: "  hi: Hi\n  1️⃣old: Old\n", de: "  hi: Hallo\n") == ["1️⃣ unused-text"]
        )
    }
}
