import FlowCompiler
import ModelChecker

// How a conversation goes on and ends.
extension SeededDefect {
    static let turns: [SeededDefect] = deadEnds + turnLimits + reasks + window

    // V5
    private static let deadEnds: [SeededDefect] = [
        SeededDefect(
            .noDeadEnd,
            "a question has no deadline",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    """
                        unclear: { say: order-again, times: 2, then: menu }
                        after: { 1 day: leave }
                    """,
                    "    unclear: { say: order-again, times: 2, then: menu }"
                )
            ],
            .finding(
                "order-updates",
                "ask-order",
                says: "nothing happens when the contact never answers"
            )
        ),
        SeededDefect(
            .noDeadEnd,
            "two waits lead to each other",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    "  leave: { end: left }",
                    """
                      leave: { wait: 1 day, then: stay }
                      stay: { wait: 1 day, then: leave }
                    """
                )
            ],
            .finding(
                "order-updates",
                "leave",
                says: "no reply and no deadline leads to an end"
            )
        ),
        SeededDefect(
            .noDeadEnd,
            "a deadline comes sooner",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    """
                        unclear: { say: order-again, times: 2, then: menu }
                        after: { 1 day: leave }
                    """,
                    """
                        unclear: { say: order-again, times: 2, then: menu }
                        after: { 1 hour: leave }
                    """
                )
            ],
            .nothing
        ),
        SeededDefect(
            .noDeadEnd,
            "a wait leads to an end",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    "  leave: { end: left }",
                    """
                      leave: { wait: 1 day, then: gone }
                      gone: { end: left }
                    """
                )
            ],
            .nothing
        ),
    ]

    // V6
    private static let turnLimits: [SeededDefect] = [
        SeededDefect(
            .everyTurnEnds,
            "nine messages in one turn",
            through: "order-updates",
            [
                .farewell(of: 9, "say: goodbye, ")
            ],
            .finding(
                "order-updates",
                "menu",
                says: "the turn said more than 8 messages"
            )
        ),
        SeededDefect(
            .everyTurnEnds,
            "a hundred steps without a wait",
            through: "order-updates",
            [
                .farewell(of: 101, "")
            ],
            .finding(
                "order-updates",
                "menu",
                says: "the turn took more than 100 steps"
            )
        ),
        SeededDefect(
            .everyTurnEnds,
            "steps lead in a circle",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    "hello-again: { say: hello-again, then: menu }",
                    "hello-again: { say: hello-again, then: known }"
                )
            ],
            .diagnostic(.loopWithoutWait)
        ),
        SeededDefect(
            .everyTurnEnds,
            "eight messages in one turn",
            through: "order-updates",
            [
                .farewell(of: 8, "say: goodbye, ")
            ],
            .nothing
        ),
    ]

    // V7
    private static let reasks: [SeededDefect] = [
        SeededDefect(
            .reasksAreBounded,
            "an unclear reply leads back to the question",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    "    unclear: { say: pick-one, times: 2, then: goodbye }",
                    "    unclear: { say: pick-one, times: 2, then: menu }"
                )
            ],
            .finding(
                "order-updates",
                "menu",
                says: "answered for ever, in a circle of 3"
            )
        ),
        SeededDefect(
            .reasksAreBounded,
            "unclear replies lead from one question to another and back",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    "    unclear: { say: pick-one, times: 2, then: goodbye }",
                    "    unclear: { say: pick-one, times: 2, then: ask-order }"
                )
            ],
            .finding(
                "order-updates",
                "menu",
                says: "answered for ever, in a circle of 6"
            )
        ),
        SeededDefect(
            .reasksAreBounded,
            "silence after the second unclear reply",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    "    unclear: { say: pick-one, times: 2, then: goodbye }",
                    "    unclear: { say: pick-one, times: 2 }"
                )
            ],
            .nothing
        ),
        SeededDefect(
            .reasksAreBounded,
            "five answers to unclear replies",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    "    unclear: { say: pick-one, times: 2, then: goodbye }",
                    "    unclear: { say: pick-one, times: 5, then: goodbye }"
                )
            ],
            .nothing
        ),
    ]

    // V10
    private static let window: [SeededDefect] = [
        SeededDefect(
            .windowIsKept,
            "the thanks come a day too late",
            through: "clinic-reminders",
            [
                Edit(
                    .flow("clinic-reminders"),
                    "after: { 23 hours: still-given }",
                    "after: { 25 hours: still-given }"
                )
            ],
            .finding(
                "clinic-reminders",
                "subscribed",
                says: "after the window for free messages has closed"
            )
        ),
        SeededDefect(
            .windowIsKept,
            "the reminder comes when only templates may",
            through: "newsletter",
            [
                Edit(
                    .flow("double-opt-in"),
                    "20 hours: remind",
                    "2 days: remind"
                )
            ],
            .finding(
                "double-opt-in",
                "remind",
                says: "after the window for free messages has closed"
            )
        ),
        SeededDefect(
            .windowIsKept,
            "a question comes back when the detour has waited too long",
            through: "newsletter",
            [
                Edit(
                    .flow("delete-my-data"),
                    "after: { 23 hours: untouched }",
                    "after: { 2 days: untouched }"
                )
            ],
            .finding(
                "double-opt-in",
                "notice",
                says: "after the window for free messages has closed"
            )
        ),
        SeededDefect(
            .windowIsKept,
            "what comes late says nothing",
            through: "clinic-reminders",
            [
                Edit(
                    .flow("clinic-reminders"),
                    "after: { 23 hours: still-given }",
                    "after: { 25 hours: quiet }"
                ),
                Edit(
                    .flow("clinic-reminders"),
                    "  no-thanks: { say",
                    """
                      quiet: { end: subscribed }
                      no-thanks: { say
                    """
                ),
            ],
            .nothing
        ),
        SeededDefect(
            .windowIsKept,
            "what comes late has a template",
            through: "newsletter",
            [
                Edit(
                    .flow("double-opt-in"),
                    "20 hours: remind",
                    "2 days: remind"
                ),
                Edit(
                    .flow("double-opt-in"),
                    "remind: { say: reminder, then: notice }",
                    """
                    remind:
                        say: reminder
                        choose:
                          agree: { confirm: purpose, end: given }
                          decline: { decline: purpose, end: refused }
                        after: { 1 day: lapsed }
                    """
                ),
                Edit(
                    .settings,
                    "    window: 24 hours",
                    """
                        window: 24 hours
                        templates:
                          double-opt-in/reminder: { name: reminder, parameters: [purpose] }
                    """
                ),
            ],
            .nothing
        ),
    ]
}
