import Testing

/// Values are of the type their place takes.
@Suite struct TypeCheckTests {
    private func condition(_ text: String) -> [String] {
        findings(
            flow: """
                slots:
                  age: { type: number, min: 0, max: 120, keep: 1 day }
                  born: { type: date, keep: 1 day }
                  size: { type: choice, options: [agree, decline], keep: 1 day }
                  note: { type: text, keep: 1 day }
                  old: { type: yes-no, keep: 1 day }
                steps:
                  one:
                    set: { age: 1, born: '"2026-03-01"', size: '"agree"', note: '"a"', old: true }
                    then: two
                  two:
                    when:
                      \(text): three
                    then: three
                  three: { end: done }
                """
        )
    }

    @Test(arguments: [
        "age + 1 > 2 * age", "note + note == note", "born < '2026-04-01'", "years(born) >= 18",
        "size(note) > 3 && !old", "note.contains(size)", "size == 'agree'",
        "consent(newsletter) != 'given' || cooling(newsletter)", "has(age) ? old : true",
    ])
    func `values of like types fit`(text: String) {
        let written = text.replacing("'", with: "\"")
        #expect(condition("'\(written)'") == [])
    }

    @Test(arguments: [
        "1️⃣age", "1️⃣age == note", "old && 1️⃣age", "1️⃣note + 1 == note", "1️⃣old < true",
        "years(1️⃣note) > 1", "1️⃣size(note, note) > 1", "-1️⃣note == age",
        "has(1️⃣newsletter)", "cooling(1️⃣note)",
    ])
    func `values of other types do not`(text: String) {
        #expect(condition(text) == ["1️⃣ type-mismatch"])
    }

    @Test func `a text that can never be is refused`() {
        #expect(condition("'size == 1️⃣\"agre\"'") == ["1️⃣ type-mismatch"])
        #expect(condition("'consent(newsletter) == 1️⃣\"yes\"'") == ["1️⃣ type-mismatch"])
    }

    @Test func `slots are set to their own type, parameters not at all`() {
        #expect(
            findings([
                "flows/main.yaml": """
                flow: main
                parameters: { limit: number }
                slots:
                  age: { type: number, keep: 1 day }
                  size: { type: choice, options: [agree], keep: 1 day }
                steps:
                  one: { set: { age: 1️⃣true, size: '2️⃣"big"', 3️⃣limit: 2 }, then: two }
                  two: { when: { limit > age: three }, then: three }
                  three: { end: done }
                """
            ]) == ["1️⃣ type-mismatch", "2️⃣ type-mismatch", "3️⃣ type-mismatch"]
        )
    }

    @Test func `arguments are of the parameter's type`() {
        #expect(
            findings([
                "flows/asking.yaml": """
                flow: asking
                parameters: { limit: number, subject: purpose }
                steps:
                  one: { request: subject, when: { limit > 1: two }, then: two }
                  two: { end: done }
                """,
                "flows/main.yaml": """
                flow: main
                slots:
                  note: { type: text, keep: 1 day }
                steps:
                  one:
                    set: { note: '"a"' }
                    call: asking
                    with: { limit: 1️⃣note, subject: 2️⃣note }
                    then: two
                  two: { end: done }
                """,
            ]) == ["1️⃣ type-mismatch", "2️⃣ type-mismatch"]
        )
    }

    @Test func `declared types and bounds can be read`() {
        #expect(
            findings(
                flow: """
                    command: 1️⃣halt
                    parameters: { who: 2️⃣email }
                    slots:
                      a: { type: 3️⃣txt, keep: 1 day }
                      b: { type: number, min: 4️⃣few, keep: 1 day }
                      c: { type: date, min: 2026-03-02, max: 5️⃣2026-03-01, keep: 1 day }
                      d: { type: text, max: 6️⃣5000, keep: 1 day }
                      7️⃣e: { type: choice, keep: 1 day }
                      f: { type: email, min: 8️⃣3, keep: 1 day }
                    steps:
                      one: { end: done }
                    """
            ) == [
                "1️⃣ invalid-value",
                "flows/main.yaml:3:15 unused-slot", "2️⃣ invalid-value",
                "3️⃣ invalid-value", "4️⃣ invalid-value", "5️⃣ invalid-value",
                "6️⃣ invalid-value", "7️⃣ missing-key", "8️⃣ misplaced-key",
            ]
        )
    }
}
