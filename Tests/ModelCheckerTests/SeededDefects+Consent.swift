import FlowCompiler
import ModelChecker

// What a flow does with consent and with STOP.
extension SeededDefect {
    static let consent: [SeededDefect] = said + confirmed + stopped

    // V1
    private static let said: [SeededDefect] = [
        SeededDefect(
            .sentOnlyWhenAgreed,
            "consent lapses while the last question waits",
            through: "newsletter",
            [
                Edit(
                    .flow("newsletter"),
                    """
                          consent(newsletter) == "given": subscribed-often
                        then: lapsed
                    """,
                    """
                          consent(newsletter) == "withdrawn": lapsed
                        then: subscribed-often
                    """
                )
            ],
            .finding(
                "newsletter",
                "subscribed-often",
                says: "is said for newsletter, and consent for this purpose has expired"
            )
        ),
        SeededDefect(
            .sentOnlyWhenAgreed,
            "a no is answered in the name of the purpose",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    "no-thanks: { say: no-thanks, then",
                    "no-thanks: { say: no-thanks, for: order-updates, then"
                )
            ],
            .finding(
                "order-updates",
                "no-thanks",
                says: "is said for order-updates, and consent for this purpose was refused"
            )
        ),
        SeededDefect(
            .sentOnlyWhenAgreed,
            "START thanks for another purpose than was chosen",
            through: "newsletter",
            [
                Edit(
                    .flow("start-again"),
                    "thanks: { say: thanks, end: subscribed }",
                    "thanks: { say: thanks, for: order-updates, end: subscribed }"
                )
            ],
            .finding(
                "start-again",
                "thanks",
                says: "is said for order-updates"
            )
        ),
        SeededDefect(
            .sentOnlyWhenAgreed,
            "the same is asked the other way round",
            through: "newsletter",
            [
                Edit(
                    .flow("newsletter"),
                    """
                          consent(newsletter) == "given": subscribed-often
                        then: lapsed
                    """,
                    """
                          consent(newsletter) != "given": lapsed
                        then: subscribed-often
                    """
                )
            ],
            .nothing
        ),
        SeededDefect(
            .sentOnlyWhenAgreed,
            "a greeting for the purpose where consent was asked just before",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    "hello-again: { say: hello-again, then",
                    "hello-again: { say: hello-again, for: order-updates, then"
                )
            ],
            .nothing
        ),
    ]

    // V2
    private static let confirmed: [SeededDefect] = [
        SeededDefect(
            .doubleMeansDouble,
            "the question waits longer than a yes counts",
            through: "newsletter",
            [
                Edit(
                    .settings,
                    """
                        confirm-within: 3 days
                        ask-again-after: 6 months
                        # The law
                    """,
                    """
                        confirm-within: 2 days
                        ask-again-after: 6 months
                        # The law
                    """
                )
            ],
            .finding(
                "double-opt-in",
                "notice",
                says: "newsletter is refused: the confirmation came after its window"
            )
        ),
        SeededDefect(
            .doubleMeansDouble,
            "the notice is shown with the offer, which START leaves out",
            through: "newsletter",
            [
                Edit(
                    .flow("double-opt-in"),
                    "    say: offer",
                    """
                        notice: purpose
                        say: offer
                    """
                ),
                Edit(
                    .flow("double-opt-in"),
                    """
                      notice:
                        notice: purpose
                    """,
                    """
                      notice:
                        say: reminder
                    """
                ),
                Edit(
                    .flow("double-opt-in"),
                    "remind: { say: reminder, then: notice }",
                    "remind: { then: notice }"
                ),
            ],
            .finding(
                "double-opt-in",
                "notice",
                says: "the current notice was not shown"
            )
        ),
        SeededDefect(
            .doubleMeansDouble,
            "the birthday is not asked before the yes",
            through: "clinic-reminders",
            [
                Edit(
                    .flow("clinic-reminders"),
                    """
                          cooling(clinic-reminders): cooling
                        then: ask-birthday
                    """,
                    """
                          cooling(clinic-reminders): cooling
                        then: opt-in
                    """
                )
            ],
            .finding(
                "double-opt-in",
                "notice",
                says: "the purpose has a minimum age"
            )
        ),
        SeededDefect(
            .doubleMeansDouble,
            "the question waits as long as a yes counts",
            through: "newsletter",
            [
                Edit(
                    .settings,
                    """
                        confirm-within: 3 days
                        ask-again-after: 6 months
                        # The law
                    """,
                    """
                        confirm-within: 2 days
                        ask-again-after: 6 months
                        # The law
                    """
                ),
                Edit(
                    .flow("double-opt-in"),
                    "3 days: lapsed",
                    "2 days: lapsed"
                ),
            ],
            .nothing
        ),
        SeededDefect(
            .doubleMeansDouble,
            "the notice is shown with the offer too",
            through: "newsletter",
            [
                Edit(
                    .flow("double-opt-in"),
                    "    say: offer",
                    """
                        notice: purpose
                        say: offer
                    """
                )
            ],
            .nothing
        ),
    ]

    // V3
    private static let stopped: [SeededDefect] = [
        SeededDefect(
            .stopAlwaysWorks,
            "the answer to STOP asks a question",
            through: "newsletter",
            [
                Edit(
                    .flow("stop-opt-out"),
                    "stopped: { say: stopped, end: stopped }",
                    """
                    stopped:
                        say: stopped
                        choose:
                          keep: { end: stopped }
                        after: { 1 day: over }
                      over: { end: stopped }
                    """
                )
            ],
            .finding(
                "stop-opt-out",
                "stopped",
                says: "a conversation goes on after STOP"
            )
        ),
        SeededDefect(
            .stopAlwaysWorks,
            "the answer to STOP waits before it ends",
            through: "newsletter",
            [
                Edit(
                    .flow("stop-opt-out"),
                    "stopped: { say: stopped, end: stopped }",
                    """
                    stopped: { say: stopped, then: later }
                      later: { wait: 1 day, then: over }
                      over: { end: stopped }
                    """
                )
            ],
            .finding(
                "stop-opt-out",
                "later",
                says: "a conversation goes on after STOP"
            )
        ),
        SeededDefect(
            .stopAlwaysWorks,
            "a flow claims STOP for itself",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    "starts-with: [hello]",
                    """
                    starts-with: [hello]
                    claims: [stop]
                    """
                )
            ],
            .diagnostic(.claimedCommand)
        ),
        SeededDefect(
            .stopAlwaysWorks,
            "a flow claims a text that ends one order",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    "starts-with: [hello]",
                    """
                    starts-with: [hello]
                    claims: [stop order *]
                    """
                )
            ],
            .nothing
        ),
        SeededDefect(
            .stopAlwaysWorks,
            "the answer to STOP ends in a step of its own",
            through: "newsletter",
            [
                Edit(
                    .flow("stop-opt-out"),
                    "stopped: { say: stopped, end: stopped }",
                    """
                    stopped: { say: stopped, then: over }
                      over: { end: stopped }
                    """
                )
            ],
            .nothing
        ),
    ]
}
