import ModelChecker

// Ways that lead through more than one purpose, or through what is nobody's consent.
extension DirectedCase {
    static let ofPurposes: [DirectedCase] = [
        DirectedCase(
            "two consents from two flows meet in a third",
            breaks: .sentOnlyWhenAgreed,
            flows: [
                "first": "starts-with: [hello]\nsteps:\n" + optIn("news", "privacy"),
                "second": "starts-with: [other]\nsteps:\n" + optIn("alerts", "terms"),
                "main": """
                steps:
                  one: { when: { consent(news) == "given": two }, then: out }
                  two: { when: { consent(alerts) == "given": no-more }, then: out }
                  no-more: { withdraw: news, then: bad }

                """ + bad + out,
            ],
            by: [
                "> hello", "tap news", "tap agree", "> other", "tap alerts", "tap agree", "> hi",
            ]
        ),
        DirectedCase(
            "two consents from two conversations of one flow",
            breaks: .sentOnlyWhenAgreed,
            flows: [
                "main": """
                steps:
                  one: { when: { consent(news) == "given": two }, then: ask }
                  two: { when: { consent(alerts) == "given": no-more }, then: ask-two }
                  no-more: { withdraw: news, then: bad }
                  ask-two:
                    say: { en: Alerts? }
                    choose: { alerts: { request: alerts, then: show-two }, back: out }
                    \(blockEnds)
                  show-two:
                    notice: terms
                    choose: { agree: { confirm: alerts, end: over }, back: out }
                    \(blockEnds)

                """ + optIn("news", "privacy") + bad
            ],
            by: [
                "> hi", "tap news", "tap agree", "> hi", "tap alerts", "tap agree", "> hi",
            ]
        ),
        DirectedCase(
            "an objection withdraws, in a flow that names no purpose",
            breaks: .sentOnlyWhenAgreed,
            flows: [
                "main": """
                steps:
                  start:
                    when: { consent(news) == "withdrawn": bad, consent(news) == "given": out }
                    then: ask

                """ + bad + optIn("news", "privacy"),
                "object": """
                starts-with: [other]
                steps:
                  object: { exercise: objection, say: { en: Done. }, end: over }

                """,
            ],
            by: ["> hi", "tap news", "tap agree", "> other", "> hi"]
        ),
        DirectedCase(
            "a date of birth ends consent, in a flow that names no purpose",
            breaks: .sentOnlyWhenAgreed,
            Rules(news: ", minimum-age: 16"),
            flows: [
                "main": """
                steps:
                  start:
                    when: { consent(news) == "expired": bad, consent(news) == "given": out }
                    then: ask

                """ + bad + optIn("news", "privacy"),
                "age": """
                starts-with: [other]
                slots: { born: { type: date, age: true, personal: true } }
                steps:
                  age:
                    ask: born
                    say: { en: Born? }
                    then: out
                    \(blockEnds)

                """ + out,
            ],
            by: [
                "> other", "> 2000-01-01", "> hi", "tap news", "tap agree", "> other",
                "> 2020-01-01", "> hi",
            ]
        ),
        DirectedCase(
            "a restriction hides what comes without it",
            breaks: .sentOnlyWhenAgreed,
            flows: [
                "main": """
                steps:
                  ask:
                    say: { en: Well? }
                    choose: { agree: restrict, back: sure }
                    \(blockEnds)
                  restrict: { exercise: restriction, then: sure }
                  sure:
                    say: { en: Sure? }
                    choose: { agree: bad, back: out }
                    \(blockEnds)

                """ + bad + out
            ],
            by: ["> hi", "tap back", "tap agree"]
        ),
    ]

    static let blockEnds = "unclear: { times: 1, then: out }\n    after: { 1 hour: out }"
}
