import ModelChecker

// How a flow asks for consent.
extension SeededDefect {
    static let asking: [SeededDefect] = coupled + withoutNo + askedAgain + unnamed

    // C2
    private static let coupled: [SeededDefect] = [
        SeededDefect(
            .purposesAreApart,
            "a choice of the START menu asks for another purpose as well",
            through: "order-updates",
            [
                Edit(
                    .flow("start-again"),
                    """
                      order-updates:
                        call:
                    """,
                    """
                      order-updates: { request: newsletter, then: orders }
                      orders:
                        call:
                    """
                )
            ],
            .finding(
                "start-again",
                "which",
                says: "one reply has newsletter and order-updates requested at once"
            )
        ),
        SeededDefect(
            .purposesAreApart,
            "whoever accepts one purpose is asked for the newsletter with it",
            through: "order-updates",
            [
                Edit(
                    .flow("double-opt-in"),
                    "accept: { request: purpose, then: notice }",
                    "accept: { request: purpose, then: and-news }"
                ),
                Edit(
                    .flow("double-opt-in"),
                    """
                      notice:
                        notice
                    """,
                    """
                      and-news: { request: newsletter, then: notice }
                      notice:
                        notice
                    """
                ),
            ],
            .finding(
                "double-opt-in",
                "offer",
                says: "one reply has newsletter and order-updates requested at once"
            )
        ),
        SeededDefect(
            .purposesAreApart,
            "the next purpose is asked for when the first is settled",
            through: "order-updates",
            [
                Edit(
                    .flow("start-again"),
                    "  thanks: { say: thanks, end: subscribed }",
                    """
                      thanks: { say: thanks, then: next }
                      next:
                        call: double-opt-in
                        with: { purpose: newsletter }
                        then: settled
                      settled: { end: subscribed }
                    """
                )
            ],
            .nothing
        ),
    ]

    // C3
    private static let withoutNo: [SeededDefect] = [
        SeededDefect(
            .everyQuestionHasANo,
            "an offer can only be accepted",
            through: "newsletter",
            [
                Edit(
                    .flow("double-opt-in"),
                    """
                          decline: { decline: purpose, end: refused }
                        unclear: { say: please-choose, times: 2, then: no-answer }
                    """,
                    "    unclear: { say: please-choose, times: 2, then: no-answer }"
                )
            ],
            .finding(
                "double-opt-in",
                "offer",
                says: "every reply to this question agrees"
            )
        ),
        SeededDefect(
            .everyQuestionHasANo,
            "a notice can only be agreed to",
            through: "newsletter",
            [
                Edit(
                    .flow("double-opt-in"),
                    """
                          decline: { decline: purpose, end: refused }
                        unclear: { say: please-choose, times: 2, then: lapsed }
                    """,
                    "    unclear: { say: please-choose, times: 2, then: lapsed }"
                )
            ],
            .finding(
                "double-opt-in",
                "notice",
                says: "every reply to this question agrees"
            )
        ),
        SeededDefect(
            .everyQuestionHasANo,
            "a no is no act, but leads out",
            through: "newsletter",
            [
                Edit(
                    .flow("double-opt-in"),
                    """
                          decline: { decline: purpose, end: refused }
                        unclear: { say: please-choose, times: 2, then: no-answer }
                    """,
                    """
                          decline: { end: lapsed }
                        unclear: { say: please-choose, times: 2, then: no-answer }
                    """
                )
            ],
            .nothing
        ),
    ]

    // C4
    private static let askedAgain: [SeededDefect] = [
        SeededDefect(
            .refusalIsRespected,
            "nobody looks whether a no still rests",
            through: "newsletter",
            [
                Edit(
                    .flow("double-opt-in"),
                    "      cooling(purpose): cooling",
                    #"      consent(purpose) == "expired": cooling"#
                )
            ],
            .finding(
                "double-opt-in",
                "offer",
                says: "newsletter is asked for although it was refused a short while ago"
            )
        ),
        SeededDefect(
            .refusalIsRespected,
            "a no is asked again at once",
            through: "newsletter",
            [
                Edit(
                    .flow("newsletter"),
                    "  no-thanks: { say: no-thanks, end: declined }",
                    """
                      no-thanks:
                        say: no-thanks
                        choose:
                          accept: { request: newsletter, then: opt-in }
                          decline: { end: declined }
                        after: { 1 hour: lapsed }
                    """
                )
            ],
            .finding(
                "newsletter",
                "no-thanks",
                says: "newsletter is asked for although it was refused a short while ago"
            )
        ),
        SeededDefect(
            .refusalIsRespected,
            "more is taken for a no that rests",
            through: "newsletter",
            [
                Edit(
                    .flow("double-opt-in"),
                    "      cooling(purpose): cooling",
                    #"      cooling(purpose) || consent(purpose) == "refused": cooling"#
                )
            ],
            .nothing
        ),
    ]

    // C5
    private static let unnamed: [SeededDefect] = [
        SeededDefect(
            .consentTextsNameTheirTerms,
            "no text says what for",
            through: "newsletter",
            Edit.inEveryLanguage("double-opt-in", "{purpose}", "…", times: 2),
            .finding(
                "double-opt-in",
                "notice",
                says: "what is agreed to with newsletter is not said in en"
            )
        ),
        SeededDefect(
            .consentTextsNameTheirTerms,
            "no text says who asks",
            through: "newsletter",
            Edit.inEveryLanguage("double-opt-in", "{controller}", "…", times: 1)
                + Edit.inEveryLanguage(nil, "{controller}", "…", times: 4),
            .finding(
                "double-opt-in",
                "notice",
                says: "who asks for newsletter is not said in en"
            )
        ),
        SeededDefect(
            .consentTextsNameTheirTerms,
            "the texts spell out who asks",
            through: "newsletter",
            Edit.inEveryLanguage("double-opt-in", "{controller}", "Example Company", times: 1)
                + Edit.inEveryLanguage(nil, "{controller}", "Example Company", times: 4),
            .nothing
        ),
    ]
}
