import Testing

/// Patterns compile, fill slots and exclude each other.
@Suite struct PatternCheckTests {
    private func match(_ patterns: String) -> [String] {
        findings(
            flow: """
                slots:
                  order: { type: text, keep: 1 day }
                steps:
                  one:
                    say: { en: A, de: B }
                    match:
                \(patterns)
                  two: { set: { order: '"x"' }, end: done }
                """
        )
    }

    @Test func `patterns that exclude each other are fine`() {
        #expect(match("      '[0-9]{6}': two\n      'A(?<order>[0-9]+)': two") == [])
    }

    @Test func `patterns that take the same text are refused`() {
        #expect(match("      '[0-9]{6}': two\n      1️⃣'[0-9]+': two") == ["1️⃣ ambiguous-pattern"])
    }

    @Test func `the place inside a broken pattern is shown`() {
        #expect(match("      'ab1️⃣(c': two") == ["1️⃣ invalid-pattern"])
    }

    @Test func `a named group is a slot`() {
        #expect(match("      1️⃣'(?<oder>[0-9]+)': two") == ["1️⃣ unknown-slot"])
    }
}
