import ModelChecker

// Ways on which something runs out between two turns.
extension DirectedCase {
    static let ofTime: [DirectedCase] = windows + endings + rests

    private static let windows: [DirectedCase] = [
        DirectedCase(
            "the window of a request closes between two conversations",
            breaks: .doubleMeansDouble,
            flows: [
                "main": """
                steps:
                  which: { when: { consent(news) == "requested": show }, then: ask }
                  ask:
                    say: { en: Well? }
                    choose: { news: { request: news, end: over }, back: out }
                    \(blockEnds)
                  show:
                    notice: privacy
                    choose: { agree: { confirm: news, end: over }, back: out }
                    \(blockEnds)
                  out: { lapse: news, end: over }

                """
            ],
            by: ["> hi", "tap news", "wait 2 days", "> hi", "tap agree"]
        ),
        DirectedCase(
            "the window of a request closes at a question without a deadline",
            breaks: .doubleMeansDouble,
            flows: [
                "main": "steps:\n"
                    + optIn("news", "privacy").replacing("\n    after: { 1 hour: out }", with: "")
            ],
            by: ["> hi", "tap news", "wait 2 days", "tap agree"]
        ),
        DirectedCase(
            "the window of a request closes in the flow of HELP",
            breaks: .doubleMeansDouble,
            flows: [
                "main": "steps:\n  hello: { say: { en: Hello. }, end: over }\n",
                "help": "command: help\nsteps:\n" + optIn("news", "privacy", waits: "2 days"),
            ],
            by: ["> help", "tap news", "wait 30 hours", "tap agree"]
        ),
        DirectedCase(
            "two short waits and two long ones close the channel's window",
            breaks: .windowIsKept,
            Rules(channel: ", window: 24 hours"),
            flows: [
                "main": """
                steps:
                  ask:
                    say: { en: Well? }
                    choose: { agree: fast, back: slow }
                    unclear: { times: 1, then: out }
                    after: { 30 minutes: out }
                  fast: { wait: 1 hour, then: one }
                  slow: { wait: 5 hours, then: one }
                  one: { wait: 10 hours, then: two }
                  two: { wait: 10 hours, then: late }
                  late: { say: { en: Late. }, end: over }

                """ + out
            ],
            by: ["> hi", "tap back", "wait 3 days"]
        ),
        DirectedCase(
            "two short waits and two long ones close the window of a request",
            breaks: .doubleMeansDouble,
            flows: [
                "main": """
                steps:
                  ask:
                    say: { en: Well? }
                    choose: { news: { request: news, then: which }, back: out }
                    \(blockEnds)
                  which:
                    say: { en: Now or later? }
                    choose: { agree: fast, back: slow }
                    \(blockEnds)
                  fast: { wait: 1 hour, then: one }
                  slow: { wait: 5 hours, then: one }
                  one: { wait: 10 hours, then: two }
                  two: { wait: 10 hours, then: show }
                  show:
                    notice: privacy
                    choose: { agree: { confirm: news, end: over }, back: out }
                    \(blockEnds)
                  out: { lapse: news, end: over }

                """
            ],
            by: ["> hi", "tap news", "tap back", "wait 1 day", "wait 70 minutes", "tap agree"]
        ),
    ]

    /// Replies alone keep the conversation going for longer than consent lasts.
    static let lasting: [DirectedCase] = [
        DirectedCase(
            "consent ends in the conversation that gave it, which goes on for weeks",
            breaks: .sentOnlyWhenAgreed,
            Rules(news: ", lapses-after: 15 days"),
            flows: [
                "main": """
                steps:
                  start:
                    when: { consent(news) == "unknown": ask, consent(news) == "deferred": ask }
                    then: out
                  more:
                    say: { en: More? }
                    choose: { agree: still, back: out }
                    \(blockEnds.replacing("1 hour", with: "1 day"))
                  still:
                    say: { en: Still more? }
                    choose: { agree: check, back: out }
                    \(blockEnds.replacing("1 hour", with: "1 day"))
                  check: { when: { consent(news) == "given": more }, then: bad }

                """ + bad + optIn("news", "privacy", then: "then: more")
            ],
            by: ["> hi", "tap news", "tap agree"]
                + Array(repeating: ["wait 20 hours", "tap agree"], count: 20).flatMap(\.self)
        )
    ]

    private static let endings: [DirectedCase] = [
        DirectedCase(
            "consent ends while HELP asks",
            breaks: .sentOnlyWhenAgreed,
            Rules(news: ", lapses-after: 14 days"),
            flows: [
                "main": "steps:\n" + optIn("news", "privacy"),
                "help": """
                command: help
                steps:
                  start: { when: { consent(news) == "given": tips }, then: out }
                  tips:
                    say: { en: Tips? }
                    choose: { agree: bad, back: out }
                    \(blockEnds)

                """ + bad + out,
            ],
            by: [
                "> hi", "tap news", "tap agree", "wait 20159 minutes", "> help",
                "wait 30 minutes", "tap agree",
            ]
        ),
        DirectedCase(
            "a month is shorter than another",
            breaks: .sentOnlyWhenAgreed,
            Rules(news: ", lapses-after: 1 month"),
            flows: [
                "main": """
                steps:
                  start: { when: { consent(news) == "unknown": ask }, then: out }
                  rest: { wait: 29 days, then: bad }

                """ + bad + optIn("news", "privacy", then: "then: rest")
            ],
            by: ["at 2027-02-01T09:00:00.000Z", "> hi", "tap news", "tap agree", "wait 29 days"]
        ),
        DirectedCase(
            "what was kept is forgotten between two conversations",
            breaks: .sentOnlyWhenAgreed,
            flows: [
                "main": """
                slots: { name: { type: text, personal: true, keep: 2 days } }
                steps:
                  which: { when: { has(name): ask }, then: given }
                  given: { when: { consent(news) == "given": no-more }, then: name }
                  name:
                    ask: name
                    say: { en: Name? }
                    then: ask
                    \(blockEnds)
                  no-more: { withdraw: news, then: bad }

                """ + bad + optIn("news", "privacy")
            ],
            by: ["> hi", "> Ann", "tap news", "tap agree", "wait 3 days", "> hi"]
        ),
    ]

    private static let rests: [DirectedCase] = [
        DirectedCase(
            "a HELP within HELP comes back to what was refused in it",
            breaks: .refusalIsRespected,
            flows: [
                "main": "steps:\n  hello: { say: { en: Hello. }, end: over }\n",
                "help": """
                command: help
                steps:
                  known: { when: { cooling(news): over }, then: ask }
                  ask:
                    say: { en: Well? }
                    choose:
                      news: { request: news, then: over }
                      decline: { decline: news, then: over }
                    unclear: { times: 1, then: over }
                    after: { 1 hour: over }
                  over: { lapse: news, end: over }

                """,
            ],
            by: ["> help", "> help", "tap decline"]
        ),
        DirectedCase(
            "a rest ends in the conversation of the refusal",
            breaks: .sentOnlyWhenAgreed,
            Rules(news: ", ask-again-after: 1 hour"),
            flows: [
                "main": """
                steps:
                  ask:
                    say: { en: Well? }
                    choose: { decline: { decline: news, then: sure }, back: out }
                    \(blockEnds)
                  sure:
                    say: { en: Sure? }
                    choose: { agree: check, back: out }
                    unclear: { times: 1, then: out }
                    after: { 1 day: out }
                  check: { when: { cooling(news): out }, then: bad }

                """ + bad + out
            ],
            by: ["> hi", "tap decline", "wait 2 hours", "tap agree"]
        ),
        DirectedCase(
            "a rest ends in a conversation that began in it",
            breaks: .sentOnlyWhenAgreed,
            flows: [
                "main": """
                steps:
                  start: { when: { cooling(news): polite }, then: ask }
                  ask:
                    say: { en: Well? }
                    choose: { decline: { decline: news, end: over }, back: out }
                    \(blockEnds)
                  polite:
                    say: { en: As you like. More? }
                    choose: { agree: again, back: out }
                    \(blockEnds)
                  again: { when: { cooling(news): out }, then: bad }

                """ + bad + out
            ],
            by: [
                "> hi", "tap decline", "at 2026-09-01T08:30:00.000Z", "> hi", "wait 45 minutes",
                "tap agree",
            ]
        ),
    ]
}
