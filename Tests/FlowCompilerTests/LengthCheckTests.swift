import Testing

/// Texts fit into what providers take, at their worst.
@Suite struct LengthCheckTests {
    private func long(_ count: Int) -> String { String(repeating: "a", count: count) }

    @Test func `a text with buttons has 1024 characters, without 4096`() {
        func flow(_ text: String) -> String {
            """
            steps:
              one: { say: { en: 1️⃣\(text), de: Hallo }, choose: { agree: two } }
              two: { say: { en: 2️⃣\(text)\(long(3072)), de: Hallo }, end: done }
            """
        }
        #expect(findings(flow: flow(long(1024))) == [])
        #expect(findings(flow: flow(long(1025))) == ["1️⃣ text-too-long", "2️⃣ text-too-long"])
    }

    @Test func `slots count with their longest value`() {
        func flow(_ maximum: Int) -> String {
            """
            slots: { name: { type: text, max: \(maximum) } }
            steps:
              one: { ask: name, say: { en: A, de: B }, then: two }
              two: { say: { en: 1️⃣"{name} \(long(900))", de: "{name}" }, choose: { agree: three } }
              three: { end: done }
            """
        }
        #expect(findings(flow: flow(100)) == [])
        #expect(findings(flow: flow(200)) == ["1️⃣ text-too-long"])
    }

    @Test func `a label has 20 characters, in a list 24`() {
        func flow(_ choices: Int, _ label: Int) -> String {
            let rows = (1...choices).map { place in
                let text = place == 1 ? "1️⃣\(long(label))" : "Label \(place)"
                return "\n      c\(place): { label: { en: \(text), de: Wahl \(place) }, then: two }"
            }
            return """
                steps:
                  one:
                    say: { en: A, de: B }
                    choose:\(rows.joined())
                  two: { end: done }
                """
        }
        #expect(findings(flow: flow(3, 20)) == [])
        #expect(findings(flow: flow(3, 21)) == ["1️⃣ label-too-long"])
        #expect(findings(flow: flow(4, 24)) == [])
        #expect(findings(flow: flow(4, 25)) == ["1️⃣ label-too-long"])
    }

    @Test func `a notice above buttons carries them`() {
        let english = (CheckFixture.base["locales/en.yaml"] ?? "").replacing(
            "\"{controller} is responsible.\"",
            with: "1️⃣\"{controller} \(long(1020))\""
        )
        func flow(_ way: String) -> [String: String] {
            [
                "locales/en.yaml": english,
                "flows/main.yaml": """
                flow: main
                steps:
                  one: { notice: privacy, \(way) }
                  two: { end: done }
                """,
            ]
        }
        #expect(findings(flow("then: two")) == [])
        #expect(findings(flow("choose: { agree: two }")) == ["1️⃣ text-too-long"])
    }

    @Test func `ten choices fit, eleven do not`() {
        func flow(_ count: Int) -> String {
            let rows = (1...count).map {
                "\n      c\($0): { label: { en: Label \($0), de: Wahl \($0) }, then: two }"
            }
            return """
                steps:
                  1️⃣one:
                    say: { en: A, de: B }
                    choose:\(rows.joined())
                  two: { end: done }
                """
        }
        #expect(findings(flow: flow(10)) == [])
        #expect(findings(flow: flow(11)) == ["1️⃣ too-many-choices"])
    }
}
