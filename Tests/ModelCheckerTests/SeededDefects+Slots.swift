import FlowCompiler
import ModelChecker

// What is kept of what a contact says.
extension SeededDefect {
    static let slots: [SeededDefect] = unfilled + personalData

    // V11
    private static let unfilled: [SeededDefect] = [
        SeededDefect(
            .slotsAreSetAndTyped,
            "a text shows a slot that nothing fills",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    """
                          "(?<order>[0-9٠-٩]{6,8})": status
                        unclear: { say: pick
                    """,
                    """
                          "([0-9٠-٩]{6,8})": status
                        unclear: { say: pick
                    """
                ),
                Edit(
                    .flow("order-updates"),
                    """
                          "(?<order>[0-9٠-٩]{6,8})": status
                        unclear: { say: order
                    """,
                    """
                          "([0-9٠-٩]{6,8})": status
                        unclear: { say: order
                    """
                ),
            ],
            .diagnostic(.unsetSlot)
        ),
        SeededDefect(
            .slotsAreSetAndTyped,
            "a date is compared with a number",
            through: "clinic-reminders",
            [
                Edit(
                    .flow("clinic-reminders"),
                    "years(birthday) < 0: not-born",
                    "birthday < 0: not-born"
                )
            ],
            .diagnostic(.typeMismatch)
        ),
        SeededDefect(
            .slotsAreSetAndTyped,
            "an age is compared with another number",
            through: "clinic-reminders",
            [
                Edit(
                    .flow("clinic-reminders"),
                    "years(birthday) < 0: not-born",
                    "years(birthday) < 1: not-born"
                )
            ],
            .nothing
        ),
    ]

    // V12
    private static let personalData: [SeededDefect] = [
        SeededDefect(
            .personalDataStays,
            "a name is copied into a slot that is not personal",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    "  days: { type: number",
                    """
                      nickname: { type: text, max: 40, keep: 30 days }
                      days: { type: number
                    """
                ),
                Edit(
                    .flow("order-updates"),
                    """
                      greet:
                        when:
                    """,
                    """
                      greet:
                        set: { nickname: first-name }
                        when:
                    """
                ),
            ],
            .finding(
                "order-updates",
                "greet",
                says: "`nickname` takes from `first-name`, which is personal"
            )
        ),
        SeededDefect(
            .personalDataStays,
            "a name is kept for longer than it was given for",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    "  days: { type: number",
                    """
                      nickname: { type: text, max: 40, personal: true, keep: 90 days }
                      days: { type: number
                    """
                ),
                Edit(
                    .flow("order-updates"),
                    """
                      greet:
                        when:
                    """,
                    """
                      greet:
                        set: { nickname: first-name }
                        when:
                    """
                ),
            ],
            .finding(
                "order-updates",
                "greet",
                says: "`nickname` keeps what `first-name` would have forgotten"
            )
        ),
        SeededDefect(
            .personalDataStays,
            "a choice copies a number that is personal",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    "  days: { type: number",
                    """
                      last-order: { type: text, max: 8, keep: 30 days }
                      days: { type: number
                    """
                ),
                Edit(
                    .flow("order-updates"),
                    "      hold: days",
                    "      hold: { set: { last-order: order }, then: days }"
                ),
            ],
            .finding(
                "order-updates",
                "status",
                says: "`last-order` takes from `order`, which is personal"
            )
        ),
        SeededDefect(
            .personalDataStays,
            "a copy is personal and kept no longer",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    "  days: { type: number",
                    """
                      nickname: { type: text, max: 40, personal: true, keep: 30 days }
                      days: { type: number
                    """
                ),
                Edit(
                    .flow("order-updates"),
                    """
                      greet:
                        when:
                    """,
                    """
                      greet:
                        set: { nickname: first-name }
                        when:
                    """
                ),
            ],
            .nothing
        ),
        SeededDefect(
            .personalDataStays,
            "what is kept is only how long the name is",
            through: "order-updates",
            [
                Edit(
                    .flow("order-updates"),
                    "  days: { type: number",
                    """
                      is-long: { type: yes-no, keep: 30 days }
                      days: { type: number
                    """
                ),
                Edit(
                    .flow("order-updates"),
                    """
                      greet:
                        when:
                    """,
                    """
                      greet:
                        set: { is-long: size(first-name) > 10 }
                        when:
                    """
                ),
            ],
            .nothing
        ),
    ]
}
