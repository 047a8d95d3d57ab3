import ModelChecker

// Ways that only some lots, or some answers, open.
extension DirectedCase {
    static let ofLots: [DirectedCase] = [
        DirectedCase(
            "a lot that is seldom drawn",
            breaks: .sentOnlyWhenAgreed,
            flows: ["main": "steps:\n  lots: { random: { out: 100, bad: 1 } }\n" + bad + out],
            by: Array(repeating: "> hi", count: 400)
        )
    ]

    /// What breaks only on answers that are not among the samples the checker tries.
    package static let sampled: [DirectedCase] =
        lasting + [
            DirectedCase(
                "a number that a pattern takes",
                breaks: .sentOnlyWhenAgreed,
                flows: [
                    "main": """
                    slots: { n: { type: number } }
                    steps:
                      many:
                        say: { en: How many? }
                        match: { "(?<n>[0-9]{1,3})": check }
                        \(blockEnds)
                      check: { when: { n > 5: bad }, then: out }

                    """ + bad + out
                ],
                by: ["> hi", "> 77"]
            ),
            DirectedCase(
                "a long text",
                breaks: .sentOnlyWhenAgreed,
                flows: ["main": asking("text", "size(it) > 20")],
                by: ["> hi", "> a text of more than twenty characters"]
            ),
            DirectedCase(
                "a text with two parts",
                breaks: .sentOnlyWhenAgreed,
                flows: ["main": asking("text", "it.contains(\"red\") && it.contains(\"blue\")")],
                by: ["> hi", "> red and blue"]
            ),
            DirectedCase(
                "a number that grows out of its range",
                breaks: .everyTurnEnds,
                flows: ["main": asking("number", "it * it * it > 5")],
                by: ["> hi", "> 999999999999"]
            ),
        ]

    /// A flow that asks for one value, and breaks V1 on a condition.
    private static func asking(_ type: String, _ condition: String) -> String {
        """
        slots: { it: { type: \(type) } }
        steps:
          what:
            ask: it
            say: { en: What? }
            then: check
            \(blockEnds)
          check: { when: { \(condition): bad }, then: out }

        """ + bad + out
    }
}
