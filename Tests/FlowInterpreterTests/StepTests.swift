import FlowInterpreter
import FlowProgram
import MessageCatalog
import Testing

struct StepTests {
    @Test func `a step sets, acts, shows its notice and speaks, in this order`() throws {
        let talk = try Talk(
            main: """
                slots: { n: { type: number } }
                steps:
                  first:
                    say: { en: "n is {n}" }
                    notice: privacy
                    request: offers
                    set: { n: 2 + 3 }
                    choose: { left: { end: done } }
                """
        )
        #expect(
            talk.lines == [
                "start main (start)", "offers: unknown → requested",
                "say Acme is responsible.", "notice privacy@2026-03",
                "say n is 5 [To the left]",
            ]
        )
    }

    @Test func `then goes on at once, and end ends`() throws {
        let talk = try Talk(
            main: """
                steps:
                  one: { say: { en: One }, then: two }
                  two: { say: { en: Two }, end: done }
                """
        )
        #expect(
            talk.lines == [
                "start main (start)", "say One", "go one → two (then)", "say Two",
                "end main: done (then)",
            ]
        )
        #expect(talk.session == nil)
    }

    private static let branches = """
        slots: { n: { type: number }, t: { type: text } }
        steps:
          ask: { ask: n, say: { en: How many? }, unclear: { skip: true, times: 1 }, then: pick }
          pick:
            when:
              n > 100: many
              n > 10: some
              n <= 10: few
            then: none
          many: { say: { en: many }, end: done }
          some: { say: { en: some }, end: done }
          few: { say: { en: few }, end: done }
          none: { say: { en: none }, end: done }
          unused: { ask: t, say: { en: t }, then: ask }
        """

    @Test(arguments: [
        ("500", "many"), ("100", "some"), ("11", "some"), ("10", "few"), ("-5", "few"),
    ])
    func `of several conditions the first that holds is taken`(reply: String, branch: String) throws
    {
        var talk = try Talk(main: Self.branches)
        try talk.write(reply)
        #expect(talk.said == [branch])
    }

    @Test func `an empty slot makes every comparison false`() throws {
        var talk = try Talk(main: Self.branches)
        try talk.write("what?")
        try talk.write("what?")
        #expect(talk.said == ["none"])
    }

    @Test(arguments: [
        ("has(n)", false), ("!has(n)", true), ("n == 1", false), ("n != 1", false),
        ("!(n == 1)", true), ("n + 1 > 0", false), ("size(t) >= 0", false),
        ("1 + 2 * 3 == 7", true),
        ("true ? false : true", false), ("\"a\" + \"b\" == \"ab\"", true),
        ("\"ab\".startsWith(\"a\")", true), ("\"ab\".endsWith(\"a\")", false),
        ("\"abc\".contains(\"bc\")", true), ("size(\"äé👩‍👩‍👧\") == 3", true),
        ("1.10 == 1.1", true), ("\"a\" < \"b\"", true), ("\"Z\" < \"a\"", true),
        ("n == 1 || true", true), ("has(n) && n == 1", false), ("-(2 - 5) == 3", true),
        ("consent(newsletter) == \"unknown\"", true), ("cooling(newsletter)", false),
        ("0.1 + 0.2 == 0.3", true),
    ])
    func `an expression holds or does not`(expression: String, holds: Bool) throws {
        let talk = try Talk(
            main: """
                slots: { n: { type: number }, t: { type: text } }
                steps:
                  pick:
                    when:
                      '\(expression)': yes-branch
                    then: no-branch
                  yes-branch: { say: { en: holds }, end: done }
                  no-branch: { say: { en: fails }, end: done }
                  fill: { ask: n, say: { en: n }, then: fill-t }
                  fill-t: { ask: t, say: { en: t }, then: pick }
                """
        )
        #expect(talk.said == [holds ? "holds" : "fails"])
    }

    @Test func `years are whole years until today`() throws {
        for (birthday, years) in [("2010-03-01", 16), ("2010-03-02", 15), ("2024-02-29", 2)] {
            var talk = try Talk(
                main: """
                    slots: { born: { type: date }, n: { type: number } }
                    steps:
                      ask: { ask: born, say: { en: When? }, then: count }
                      count: { set: { n: years(born) }, say: { en: "{n}" }, end: done }
                    """
            )
            try talk.write(birthday)
            #expect(talk.said == ["\(years)"])
        }
    }

    @Test func `a number beyond 18 digits stops the turn by name`() throws {
        var talk = try Talk(
            main: """
                slots: { n: { type: number } }
                steps:
                  ask: { ask: n, say: { en: How many? }, then: square }
                  square: { set: { n: n * n }, say: { en: "{n}" }, end: done }
                """
        )
        let before = talk
        #expect(throws: RunError.numberTooLarge) { try talk.write("99999999999") }
        #expect(talk.session == before.session)
        try talk.write("12")
        #expect(talk.said == ["144"])
    }

    @Test func `a joined text is cut at the longest text a slot may hold`() throws {
        let talk = try Talk(
            main: """
                slots: { t: { type: text, max: 1000 } }
                steps:
                  one:
                    set: { t: '"\(String(repeating: "x", count: 600))"' }
                    then: two
                  two: { set: { t: t + t }, say: { en: ok }, choose: { left: { end: done } } }
                """
        )
        #expect(talk.value("t") == .text(String(repeating: "x", count: 1000)))
    }

    @Test func `assigning an empty value empties the slot`() throws {
        var talk = try Talk(
            main: """
                slots: { a: { type: number }, b: { type: number } }
                steps:
                  ask: { ask: a, say: { en: A? }, then: clear }
                  clear: { set: { a: b }, choose: { left: again }, say: { en: ok } }
                  again: { ask: b, say: { en: B? }, then: ask }
                """
        )
        try talk.write("3")
        #expect(talk.value("a") == nil)
        #expect(talk.place == "main.clear")
    }
}

struct LimitTests {
    private static func chain(_ count: Int) -> String {
        let steps = (0..<count).map { "  s\($0): { then: s\($0 + 1) }\n" }.joined()
        return "steps:\n\(steps)  s\(count): { end: done }\n"
    }

    @Test func `a hundred steps a turn run, and one more stops the turn by name`() throws {
        let talk = try Talk(main: Self.chain(99))
        #expect(talk.session == nil)
        #expect(throws: RunError.tooManySteps(limit: 100)) { try Talk(main: Self.chain(100)) }
    }

    @Test func `eight messages a turn are said, and one more stops the turn by name`() throws {
        func steps(_ count: Int) -> String {
            let says = (1..<count).map { "  s\($0): { say: { en: m }, then: s\($0 + 1) }\n" }
            return "steps:\n\(says.joined())  s\(count): { say: { en: m }, end: done }\n"
        }
        #expect(try Talk(main: steps(8)).said.count == 8)
        #expect(throws: RunError.tooManyMessages(limit: 8)) { try Talk(main: steps(9)) }
    }

    /// `f1` calls `f2` and so on; the last waits.
    private static let eightDeep: [String] = (1...8).map { depth in
        depth == 8
            ? "flow: f8\nsteps:\n  s: { say: { en: Deep }, choose: { left: { end: done } } }\n"
            : "flow: f\(depth)\nsteps:\n  s: { call: f\(depth + 1), then: t }\n"
                + "  t: { end: done }\n"
    }

    @Test func `flows call eight deep, and one more stops the turn by name`() throws {
        let program = try FlowFixture.program(Self.eightDeep)
        var talk = Talk(program)
        try talk.start("f1")
        #expect(talk.session?.frames.count == 8)
        try talk.tap("left")
        #expect(talk.session == nil)
        var deeper = Talk(try Self.calling("f1", from: "f8", in: program))
        #expect(throws: RunError.callTooDeep(limit: 8)) { try deeper.start("f1") }
    }

    @Test func `a command can interrupt flows that are eight deep`() throws {
        var talk = Talk(try FlowFixture.program(Self.eightDeep))
        try talk.start("f1")
        try talk.interrupt(with: "goodbye")
        #expect(talk.said == ["Bye", "Deep [To the left]"])
    }

    /// The program with a call that the compiler would refuse, because it never ends.
    private static func calling(
        _ callee: String,
        from caller: String,
        in program: Program
    ) throws -> Program {
        let target = try #require(program.flow(named: callee))
        let flows = program.flows.map { flow -> Flow in
            guard flow.name == caller else { return flow }
            let call = Call(flow: target, arguments: [], continuations: [Flow.entry])
            let step = Step(
                name: "s",
                line: 1,
                entry: [],
                exit: .call(call),
                deadlines: [],
                unclear: nil,
                waitContract: flow.digest
            )
            return Flow(
                name: flow.name,
                revision: 1,
                digest: flow.digest,
                about: nil,
                command: nil,
                startWords: flow.startWords,
                slots: [],
                steps: [step],
                outcomes: flow.outcomes
            )
        }
        return Program(
            digest: program.digest,
            controller: program.controller,
            locales: program.locales,
            flows: flows,
            purposes: program.purposes,
            notices: program.notices,
            catalog: program.catalog,
            commands: program.commands,
            channels: program.channels,
            sessionIdle: program.sessionIdle
        )
    }

    @Test func `every error has a sentence that names its limit`() {
        let errors: [RunError] = [
            .tooManySteps(limit: 100), .tooManyMessages(limit: 8), .callTooDeep(limit: 8),
            .numberTooLarge, .foreignSession,
        ]
        #expect(Set(errors.map(\.sentence)).count == errors.count)
    }
}
