import Testing

/// Every kind of name is looked up, with a suggestion, and reported once.
@Suite struct NameResolutionTests {
    @Test func `a workspace in which every name exists has no findings`() {
        #expect(findings([:]) == [])
    }

    @Test func `unknown steps are found wherever a step can be named`() {
        #expect(
            findings(
                flow: """
                    steps:
                      ask:
                        say: { en: Well?, de: Nun? }
                        choose:
                          agree: 1️⃣agreed
                          decline: done
                        after: { 1 day: 2️⃣late }
                        unclear: { times: 1, then: 3️⃣lost }
                      done: { end: done }
                    """
            ) == ["1️⃣ unknown-step", "2️⃣ unknown-step", "3️⃣ unknown-step"]
        )
    }

    @Test func `slots, purposes, notices and functions are looked up`() {
        #expect(
            findings(
                flow: """
                    starts-with: [1️⃣helo]
                    slots:
                      size: { type: number }
                    steps:
                      one: { request: 2️⃣newsleter, notice: 3️⃣privcy, then: two }
                      two: { ask: 4️⃣sise, say: { en: Size?, de: Größe? }, then: three }
                      three:
                        when:
                          5️⃣siz > 3: four
                          6️⃣hass(size): four
                          consent(7️⃣newsletters) == "given": four
                        then: four
                      four: { set: { size: 1 }, end: done }
                    """
            ) == [
                "1️⃣ unknown-word-set", "2️⃣ unknown-purpose", "3️⃣ unknown-notice",
                "4️⃣ unknown-slot", "5️⃣ unknown-slot", "6️⃣ unknown-function",
                "7️⃣ unknown-purpose",
            ]
        )
    }

    @Test func `calls fit the flow they call`() {
        let callee = """
            flow: asking
            parameters: { subject: purpose, limit: number }
            steps:
              ask: { notice: subject, when: { limit > 1: many }, then: few }
              many: { end: many }
              few: { end: few }
            """
        let found = findings([
            "flows/asking.yaml": callee,
            "flows/main.yaml": """
            flow: main
            steps:
              one:
                call: 1️⃣asking
                with: { subject: newsletter, 2️⃣limits: 3 }
                3️⃣then: { many: two, 4️⃣lots: two }
              two: { call: 5️⃣askin, then: three }
              three: { call: asking, with: { subject: 6️⃣news, limit: 2 }, then: four }
              four: { end: done }
            """,
        ])
        #expect(
            found == [
                "1️⃣ missing-argument", "2️⃣ unknown-parameter", "3️⃣ missing-outcome",
                "4️⃣ unknown-outcome", "5️⃣ unknown-flow", "6️⃣ unknown-purpose",
            ]
        )
    }

    @Test func `the help names the nearest name`() {
        #expect(
            sentences(["flows/main.yaml": "flow: main\nsteps:\n  done: { then: dome }\n"])
                == ["unknown step `dome` — did you mean `done`?"]
        )
    }

    @Test func `the help lists the names there are when none is near`() {
        let callee = """
            flow: asking
            steps:
              ask: { when: { consent(newsletter) == "given": yes }, then: no }
              yes: { end: agreed }
              no: { end: refused }
            """
        let found = sentences([
            "flows/asking.yaml": callee,
            "flows/main.yaml": """
            flow: main
            starts-with: [greetings]
            steps:
              one: { call: asking, then: { agreed: two, refused: two, whatever: two } }
              two: { request: offers, then: nowhere }
            """,
        ])
        #expect(
            found == [
                "unknown word set `greetings` — add it under `words` in the locale files; "
                    + "there are `hello`, `no` and `yes`",
                "unknown outcome `whatever` — it ends with `agreed` and `refused`",
                "unknown purpose `offers` — declared: `newsletter`",
                "unknown step `nowhere` — steps are `one` and `two`",
            ]
        )
    }

    @Test func `a time without a step and an empty file say what to write`() {
        let flow = """
            flow: main
            steps:
              one: { wait: 1 hour, then: two, after: 1 day }
              two: { end: done }
            """
        #expect(
            sentences(["flows/main.yaml": flow]) == [
                "`after` does not say which step comes then — write `after: { 1 day: STEP }`"
            ]
        )
        #expect(
            sentences(["flows/main.yaml": "# to be written\n"]) == [
                "the file is empty — a flow begins with `flow: main` and needs `steps:`"
            ]
        )
        #expect(
            sentences(["locales/de/goodbye.yaml": ""]) == [
                "the file is empty — a locale file has texts under `messages:`, or remove it"
            ]
        )
        #expect(
            sentences(["parley.yaml": ""]) == [
                "the file is empty — `parley.yaml` needs `controller:` and `locales:`"
            ]
        )
    }

    @Test func `certainty is known in the stop flow only`() {
        let flow = """
            steps:
              one: { when: { certainty == "probable": two }, then: two }
              two: { end: done }
            """
        #expect(
            findings(["flows/goodbye.yaml": "flow: goodbye\ncommand: stop\n" + flow]) == []
        )
        #expect(
            findings(flow: flow.replacing("{ certainty", with: "{ 1️⃣certainty"))
                == ["1️⃣ unknown-slot"]
        )
    }

    @Test func `names of a broken flow are not doubted`() {
        let found = findings([
            "flows/broken.yaml": "flow: broken\nsteps:\n  one: { then: one, 1️⃣thn: one }\n",
            "flows/main.yaml": """
            flow: main
            steps:
              one: { call: broken, with: { any: 1 }, then: { any: two } }
              two: { end: done }
            """,
        ])
        #expect(found == ["1️⃣ unknown-key"])
    }
}
