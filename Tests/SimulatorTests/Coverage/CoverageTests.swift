import FlowProgram
import Simulator
import Testing

/// What a conversation goes through, worked out by hand.
struct CoverageTests {
    private typealias Tally = CoverageReport.Tally

    @Test func `edges that lead to the same place are told apart`() async throws {
        let workspace = try PlayedWorkspace(
            """
            steps:
              ask:
                say: { en: Where to? }
                choose:
                  left: { label: { en: Left }, then: side }
                  right: { label: { en: Right }, then: side }
                  stay: { label: { en: Stay }, end: done }
                  leave: { label: { en: Leave }, end: done }
                match:
                  "[0-9]+": side
                  "#[0-9]+": side
              side: { say: { en: Here. }, then: ask }
            """
        )
        let coverage = try await workspace.coverage(
            of: """
                > hello
                > #12
                tap right
                > 7
                tap leave
                """
        )
        #expect(
            try workspace.walked(coverage) == [
                "ask entered 4", "ask choice 1 1", "ask choice 3 1", "ask pattern 0 1",
                "ask pattern 1 1", "side entered 3", "side then 3",
            ]
        )
        let numbers = try workspace.numbers(coverage)
        #expect(numbers.steps == Tally(covered: 2, total: 2))
        // Four choices, two patterns, one `then`.
        #expect(numbers.edges == Tally(covered: 5, total: 7))
        #expect(numbers.choices == Tally(covered: 2, total: 4))
        #expect(numbers.timers == Tally(covered: 0, total: 0))
        #expect(numbers.texts == Tally(covered: 2, total: 2))
    }

    private static let asking = """
        slots:
          name: { type: text, max: 40 }
        steps:
          ask:
            say: { en: Who is it? }
            ask: name
            unclear: { times: 1, skip: true }
            then: choose
          choose:
            say: { en: Sure? }
            choose:
              left: { label: { en: Left }, then: gone }
            unclear: { times: 1, then: gone }
          gone: { end: gone }
        """

    @Test func `an answer and its way out are two edges`() async throws {
        let workspace = try PlayedWorkspace(Self.asking)
        let clear = try await workspace.coverage(of: "> hello\n> Ann\ntap left")
        #expect(
            try workspace.walked(clear) == [
                "ask entered 1", "ask answer 1", "choose entered 1", "choose choice 0 1",
                "gone entered 1",
            ]
        )
        // The first unclear reply repeats the question, which is no step.
        let unclear = try await workspace.coverage(
            of: "> hello\nphoto\nphoto\n> maybe\n> maybe"
        )
        #expect(
            try workspace.walked(unclear) == [
                "ask entered 1", "ask unclear 1", "choose entered 1", "choose unclear 1",
                "gone entered 1",
            ]
        )
        #expect(try workspace.numbers(clear).edges == Tally(covered: 2, total: 4))
    }

    @Test func `a branch is told from another that leads to the same step`() async throws {
        let workspace = try PlayedWorkspace(
            """
            slots:
              n: { type: number }
            steps:
              ask: { say: { en: How many? }, ask: n, then: size }
              size:
                when:
                  n > 100: big
                  n > 10: big
                then: small
              big: { end: big }
              small: { end: small }
            """
        )
        let coverage = try await workspace.coverage(of: "> hello\n> 50\n> hello\n> 3")
        #expect(
            try workspace.walked(coverage) == [
                "ask entered 2", "ask answer 2", "size entered 2", "size branch 1 1",
                "size otherwise 1", "big entered 1", "small entered 1",
            ]
        )
        #expect(try workspace.numbers(coverage).edges == Tally(covered: 3, total: 4))
    }

    @Test func `a step that a draw names twice is one way on`() async throws {
        let workspace = try PlayedWorkspace(
            """
            steps:
              draw: { random: [heads, heads, tails] }
              heads: { end: heads }
              tails: { end: tails }
            """
        )
        let hellos = [String](repeating: "> hello", count: 30).joined(separator: "\n")
        let coverage = try await workspace.coverage(of: hellos)
        let flow = try #require(workspace.program.flow(named: "main"))
        func count(_ step: Int, _ kind: FlowPoint.Kind) -> Int {
            coverage[FlowPoint(flow: flow, step: StepIndex(step), kind: kind)]
        }
        #expect(count(0, .step) == 30)
        #expect(count(0, .edge(.drawn(0))) == count(1, .step))
        #expect(count(0, .edge(.drawn(2))) == count(2, .step))
        #expect(count(1, .step) + count(2, .step) == 30)
        #expect(try workspace.numbers(coverage).edges == Tally(covered: 2, total: 2))
    }

    @Test func `a turn that was refused went nowhere`() async throws {
        let workspace = try PlayedWorkspace(
            """
            slots:
              n: { type: number }
            steps:
              ask: { say: { en: How many? }, ask: n, then: square }
              square: { set: { n: n * n }, then: shown }
              shown: { say: { en: "{n}" }, end: done }
            """
        )
        let play = try await workspace.play("> hello\n> 999999999999")
        #expect(play.transcript.entries[1].expected.first?.hasPrefix("! turn refused") == true)
        #expect(try workspace.walked(play.coverage) == ["ask entered 1"])
    }

    // MARK: Texts

    @Test func `a text counts in the language it was said in`() async throws {
        let workspace = try PlayedWorkspace(
            """
            steps:
              ask:
                say: { en: Where to?, de: Wohin? }
                choose:
                  left: { label: { en: Left, de: Links }, then: thanks }
              thanks: { say: { en: Thanks., de: Danke. }, end: done }
            """,
            german: true
        )
        let coverage = try await workspace.coverage(
            of: "> hallo\nlocale en\n> what\ntap left",
            in: "de"
        )
        // What is said last, when the conversation is over, counts like everything else.
        #expect(try workspace.said(coverage) == ["ask en 1", "ask de 1", "thanks en 1"])
        let numbers = try workspace.numbers(coverage)
        #expect(numbers.locales == [Tally(covered: 2, total: 2), Tally(covered: 1, total: 2)])
        #expect(numbers.texts == Tally(covered: 3, total: 4))
    }

    @Test func `each contact is spoken to in their own language`() async throws {
        let workspace = try PlayedWorkspace(
            "steps:\n  hi: { say: { en: Hi, de: Tach }, end: done }",
            german: true
        )
        let coverage = try await workspace.coverage(
            of: """
                > hello
                contact +491700000002
                > hello
                locale de
                > hello
                contact +491700000001
                > hello
                """
        )
        #expect(try workspace.said(coverage) == ["hi en 3", "hi de 1"])
    }

    @Test func `a text that the gate withholds was not said`() async throws {
        let workspace = try PlayedWorkspace(
            "steps:\n  news: { say: { en: News! }, for: newsletter, end: done }"
        )
        let coverage = try await workspace.coverage(of: "> hello")
        #expect(try workspace.walked(coverage) == ["news entered 1"])
        #expect(try workspace.said(coverage) == [])
    }

    @Test func `what two plays go through adds up`() async throws {
        let workspace = try PlayedWorkspace(Self.asking)
        var both = try await workspace.coverage(of: "> hello\n> Ann\ntap left")
        both.add(try await workspace.coverage(of: "> hello\nphoto\nphoto"))
        #expect(
            try workspace.walked(both) == [
                "ask entered 2", "ask answer 1", "ask unclear 1", "choose entered 2",
                "choose choice 0 1", "gone entered 1",
            ]
        )
    }
}
