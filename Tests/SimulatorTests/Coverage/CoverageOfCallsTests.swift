import Simulator
import Testing

/// Flows that run inside of others count as if they ran alone.
struct CoverageOfCallsTests {
    private typealias Tally = CoverageReport.Tally

    private static let pick = """
        flow: pick
        steps:
          pick:
            say: { en: Which? }
            choose:
              left: { label: { en: Left }, end: left }
              right: { label: { en: Right }, end: right }
        """

    @Test func `a call has an edge for each place it goes on to`() async throws {
        let workspace = try PlayedWorkspace(
            """
            steps:
              first: { call: pick, then: second }
              second: { call: pick, then: { left: third, right: fourth } }
              third: { end: third }
              fourth: { end: fourth }
            """,
            [Self.pick]
        )
        let coverage = try await workspace.coverage(of: "> hello\ntap left\ntap right")
        #expect(
            try workspace.walked(coverage) == [
                "first entered 1", "first then 1", "second entered 1", "second returned 1 1",
                "fourth entered 1",
            ]
        )
        #expect(
            try workspace.walked(coverage, of: "pick") == [
                "pick entered 2", "pick choice 0 1", "pick choice 1 1",
            ]
        )
        #expect(try workspace.numbers(coverage).edges == Tally(covered: 2, total: 3))
        let total = CoverageReport(coverage, of: workspace.program).total
        // Four steps and the picking one; nobody said STOP.
        #expect(total.steps == Tally(covered: 4, total: 6))
        #expect(total.edges == Tally(covered: 4, total: 5))
    }

    private static let asking = """
        steps:
          ask:
            say: { en: Where to? }
            choose:
              left: { label: { en: Left }, end: done }
              right: { label: { en: Right }, end: done }
        """

    @Test func `a command counts, and the question it interrupts goes on`() async throws {
        let help = """
            flow: help
            command: help
            steps:
              help: { say: { en: This is Acme. }, end: helped }
            """
        let workspace = try PlayedWorkspace(Self.asking, [help])
        let coverage = try await workspace.coverage(of: "> hello\n> HELP\n> HELP\ntap right")
        #expect(try workspace.walked(coverage) == ["ask entered 1", "ask choice 1 1"])
        #expect(try workspace.walked(coverage, of: "help") == ["help entered 2"])
        // Asked, and asked again after each detour.
        #expect(try workspace.said(coverage) == ["ask en 3"])
    }

    @Test func `STOP takes no edge of the question that it ends`() async throws {
        let workspace = try PlayedWorkspace(Self.asking)
        let coverage = try await workspace.coverage(of: "> hello\n> STOP")
        #expect(try workspace.walked(coverage) == ["ask entered 1"])
        #expect(try workspace.walked(coverage, of: "goodbye") == ["bye entered 1"])
        #expect(try workspace.said(coverage, of: "goodbye") == ["bye en 1"])
    }

    @Test func `a flow that withdraws everything for its caller still ends by its choice`()
        async throws
    {
        let leave = """
            flow: leave
            steps:
              sure:
                say: { en: Sure? }
                choose:
                  left: { label: { en: Left }, withdraw: all, end: gone }
                  right: { label: { en: Right }, withdraw: all, end: gone }
            """
        let workspace = try PlayedWorkspace(
            """
            steps:
              start: { call: leave, then: after }
              after: { end: done }
            """,
            [leave]
        )
        let coverage = try await workspace.coverage(of: "> hello\ntap right")
        // Nothing is left to return to.
        #expect(try workspace.walked(coverage) == ["start entered 1"])
        #expect(
            try workspace.walked(coverage, of: "leave") == ["sure entered 1", "sure choice 1 1"]
        )
    }

    @Test func `what a withdrawal leads to in its turn counts`() async throws {
        let workspace = try PlayedWorkspace(
            """
            steps:
              sure:
                say: { en: Sure? }
                choose:
                  left: { label: { en: Left }, withdraw: all, then: why }
              why:
                say: { en: Why? }
                choose:
                  right: { label: { en: Right }, end: done }
            """
        )
        let coverage = try await workspace.coverage(of: "> hello\ntap left\ntap right")
        #expect(
            try workspace.walked(coverage) == [
                "sure entered 1", "sure choice 0 1", "why entered 1",
            ]
        )
        #expect(try workspace.said(coverage) == ["sure en 1", "why en 1"])
    }
}
