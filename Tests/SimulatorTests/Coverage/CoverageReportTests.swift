import Simulator
import Testing

struct CoverageReportTests {
    private typealias Tally = CoverageReport.Tally

    /// A menu on line 3, the step it leads to on line 9.
    static let menu = """
        steps:
          ask:
            say: { en: Where to? }
            choose:
              left: { label: { en: Left }, then: gone }
              right: { label: { en: Right }, end: done }
            after: { 1 hour: gone }
          gone: { end: gone }
        """

    private func gaps(_ actions: String?) async throws -> [String] {
        let workspace = try PlayedWorkspace(Self.menu)
        var coverage = Coverage()
        if let actions { coverage.add(try await workspace.coverage(of: actions)) }
        return CoverageReport(coverage, of: workspace.program).gaps.map {
            "\($0.path):\($0.line): \($0.sentence)"
        }
    }

    @Test func `what is missing is said with the line of its step`() async throws {
        #expect(
            try await gaps("> hello\ntap left") == [
                "flows/goodbye.yaml:4: the step bye was never entered",
                "flows/main.yaml:3: the choice right of ask was never taken",
                "flows/main.yaml:3: the timer after 1 hour of ask never fired",
            ]
        )
    }

    @Test func `of a step that was never entered nothing else is said`() async throws {
        #expect(
            try await gaps(nil) == [
                "flows/goodbye.yaml:4: the step bye was never entered",
                "flows/main.yaml:3: the step ask was never entered, "
                    + "and with it 2 edges and 1 timer",
                "flows/main.yaml:9: the step gone was never entered",
            ]
        )
    }

    @Test func `nothing is missing where everything was gone through`() async throws {
        let all = "> hello\ntap left\n> hello\ntap right\n> hello\nwait 1 hour\n> STOP"
        #expect(try await gaps(all) == [])
    }

    @Test func `a language in which a step never spoke is missing`() async throws {
        let workspace = try PlayedWorkspace(
            "steps:\n  hi: { say: { en: Hi, de: Tach }, end: done }",
            german: true
        )
        let coverage = try await workspace.coverage(of: "> hello")
        let gaps = CoverageReport(coverage, of: workspace.program).gaps.map(\.sentence)
        #expect(gaps.last == "the texts of hi were never said in de")
    }

    @Test func `only everything is a hundred percent`() {
        #expect(Tally(covered: 999, total: 1000).percent == 99)
        #expect(Tally(covered: 2, total: 3).percent == 66)
        #expect(Tally(covered: 3, total: 3).percent == 100)
        // There is nothing that could be missing.
        #expect(Tally(covered: 0, total: 0).percent == 100)
    }

    @Test func `the table has a row for each flow and each language`() async throws {
        let workspace = try PlayedWorkspace(Self.menu)
        let coverage = try await workspace.coverage(of: "> hello\ntap left")
        let lines = CoverageTable.lines(of: CoverageReport(coverage, of: workspace.program))
        #expect(
            lines.joined(separator: "\n") == """
                flow         steps      edges    choices     timers      texts
                goodbye  0/1   0 %          –          –          –  0/1   0 %
                main     2/2 100 %  1/2  50 %  1/2  50 %  0/1   0 %  1/1 100 %
                all      2/3  66 %  1/2  50 %  1/2  50 %  0/1   0 %  1/2  50 %

                language      texts
                en        1/2  50 %
                """
        )
    }
}
