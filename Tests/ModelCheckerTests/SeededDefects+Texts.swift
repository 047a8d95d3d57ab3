import FlowCompiler
import ModelChecker

// Words and texts; the compiler refuses what is wrong with them.
extension SeededDefect {
    static let texts: [SeededDefect] = locales + replies

    // V8
    private static let locales: [SeededDefect] = [
        SeededDefect(
            .localesAreComplete,
            "a text is missing in one language",
            through: "newsletter",
            [
                Edit(
                    .texts("de", "newsletter"),
                    #"  ask-frequency: "Und wie oft dürfen wir Ihnen schreiben?""#,
                    ""
                )
            ],
            .diagnostic(.missingTranslation)
        ),
        SeededDefect(
            .localesAreComplete,
            "a language lacks one of its plural forms",
            through: "order-updates",
            [
                Edit(
                    .texts("pl", "order-updates"),
                    "few {# dni} ",
                    ""
                )
            ],
            .diagnostic(.missingPluralCategory)
        ),
        SeededDefect(
            .localesAreComplete,
            "a translation leaves out who writes",
            through: "order-updates",
            [
                Edit(
                    .texts("fr", "order-updates"),
                    "{controller}",
                    "nous"
                )
            ],
            .diagnostic(.argumentMismatch)
        ),
        SeededDefect(
            .localesAreComplete,
            "a label is too long for its button",
            through: "order-updates",
            [
                Edit(
                    .texts("en", "order-updates"),
                    "label: Rather not,",
                    "label: I would much rather not,"
                )
            ],
            .diagnostic(.labelTooLong)
        ),
        SeededDefect(
            .localesAreComplete,
            "a label fits its button exactly",
            through: "order-updates",
            [
                Edit(
                    .texts("en", "order-updates"),
                    "label: Rather not,",
                    "label: Please rather not so,"
                )
            ],
            .nothing
        ),
        SeededDefect(
            .localesAreComplete,
            "a number has a text of its own",
            through: "order-updates",
            [
                Edit(
                    .texts("en", "order-updates"),
                    "{days, plural, one",
                    "{days, plural, =1 {one day} one"
                )
            ],
            .nothing
        ),
    ]

    // V9
    private static let replies: [SeededDefect] = [
        SeededDefect(
            .repliesAreUnambiguous,
            "a word means two choices",
            through: "order-updates",
            [
                Edit(
                    .texts("en", "order-updates"),
                    "words: [rather not, no, no thanks,",
                    "words: [rather not, sure, no, no thanks,"
                )
            ],
            .diagnostic(.ambiguousWord)
        ),
        SeededDefect(
            .repliesAreUnambiguous,
            "a word starts two flows",
            through: "order-updates",
            [
                Edit(
                    .texts("en", nil),
                    "subscribe: [newsletter,",
                    "subscribe: [newsletter, hello,"
                )
            ],
            .diagnostic(.ambiguousWord)
        ),
        SeededDefect(
            .repliesAreUnambiguous,
            "two patterns take the same text",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    """
                        match:
                          "(?<order>[0-9٠-٩]{6,8})": status
                        unclear: { say: pick-one,
                    """,
                    """
                        match:
                          "(?<order>[0-9٠-٩]{6,8})": status
                          "[0-9]{4,6}": days
                        unclear: { say: pick-one,
                    """
                )
            ],
            .diagnostic(.ambiguousPattern)
        ),
        SeededDefect(
            .repliesAreUnambiguous,
            "two patterns exclude each other",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    """
                        match:
                          "(?<order>[0-9٠-٩]{6,8})": status
                        unclear: { say: pick-one,
                    """,
                    """
                        match:
                          "(?<order>[0-9٠-٩]{6,8})": status
                          "[0-9]{4,5}": days
                        unclear: { say: pick-one,
                    """
                )
            ],
            .nothing
        ),
        SeededDefect(
            .repliesAreUnambiguous,
            "a choice has one word more",
            through: "order-updates",
            [
                Edit(
                    .texts("en", "order-updates"),
                    "words: [rather not, no, no thanks,",
                    "words: [rather not, better not, no, no thanks,"
                )
            ],
            .nothing
        ),
    ]
}
