import Testing

/// Declarations that clash or stand in the wrong file.
@Suite struct DeclarationCheckTests {
    @Test func `a file is named like its flow, and a flow is there once`() {
        let steps = "\nsteps:\n  one: { end: done }\n"
        #expect(findings(["flows/main.yaml": "flow: 1️⃣mine" + steps]) == ["1️⃣ file-name"])
        #expect(
            findings([
                "flows/a.yaml": "flow: a" + steps, "flows/b.yaml": "flow: 1️⃣a" + steps,
            ]) == ["1️⃣ duplicate-flow"]
        )
    }

    @Test(arguments: ["newsletter", "privacy", "controller", "certainty"])
    func `a slot cannot share the name of something else`(name: String) {
        #expect(
            findings(
                flow: """
                    slots:
                      1️⃣\(name): { type: text, keep: 1 day }
                    steps:
                      one: { end: done }
                    """
            ) == ["1️⃣ ambiguous-name"]
        )
    }

    @Test func `locales that are not spoken are refused`() {
        #expect(
            findings([
                "locales/fr.yaml": "1️⃣words: { hello: [bonjour] }",
                "flows/main.yaml": """
                flow: main
                steps:
                  one: { say: { en: Hi, de: Hallo, 2️⃣dee: Hallo }, end: done }
                """,
            ]) == ["2️⃣ unknown-locale", "1️⃣ unknown-locale"]
        )
    }

    @Test func `a locale may be written for its whole language`() {
        #expect(
            findings([
                "parley.yaml": (CheckFixture.base["parley.yaml"] ?? "").replacing(
                    "[en, de]",
                    with: "[en, de-AT]"
                )
            ]) == []
        )
    }

    @Test func `texts for a flow that does not exist are refused`() {
        #expect(
            findings(["locales/en/mian.yaml": "1️⃣messages: { a: A }"]) == ["1️⃣ unknown-flow"]
        )
    }
}
