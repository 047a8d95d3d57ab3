import Simulator
import Testing

/// Which timers fired, told apart by hand.
struct CoverageTimerTests {
    private typealias Tally = CoverageReport.Tally

    private static let reminding = """
        steps:
          ask:
            say: { en: Still there? }
            choose:
              left: { label: { en: Left }, then: pause }
            after: { 1 hour: remind, 2 hours: remind, 1 day: gone }
          remind: { say: { en: A reminder. }, then: ask }
          pause: { wait: 3 hours, then: gone }
          gone: { end: gone }
        """

    @Test func `a timer counts where its question was asked`() async throws {
        let workspace = try PlayedWorkspace(Self.reminding)
        let coverage = try await workspace.coverage(
            of: "> hello\nwait 90 minutes\ntap left\nwait 3 hours"
        )
        #expect(
            try workspace.walked(coverage) == [
                "ask entered 2", "ask choice 0 1", "ask after 0 1", "remind entered 1",
                "remind then 1", "pause entered 1", "pause wait over 1", "gone entered 1",
            ]
        )
        let numbers = try workspace.numbers(coverage)
        #expect(numbers.edges == Tally(covered: 2, total: 2))
        #expect(numbers.timers == Tally(covered: 2, total: 4))
    }

    @Test func `timers that lead to the same step are told apart`() async throws {
        let workspace = try PlayedWorkspace(Self.reminding)
        let coverage = try await workspace.coverage(of: "> hello\nwait 3 hours")
        #expect(
            try workspace.walked(coverage) == [
                "ask entered 3", "ask after 0 1", "ask after 1 1", "remind entered 2",
                "remind then 2",
            ]
        )
        let all = try await workspace.coverage(of: "> hello\nwait 2 days")
        #expect(try workspace.walked(all).filter { $0.contains("after") }.count == 3)
    }

    @Test func `an answer in time fires nothing`() async throws {
        let workspace = try PlayedWorkspace(Self.reminding)
        let coverage = try await workspace.coverage(of: "> hello\nwait 59 minutes\ntap left")
        #expect(try workspace.numbers(coverage).timers == Tally(covered: 0, total: 4))
    }

    @Test func `a deadline of a question below ends what runs above it`() async throws {
        let workspace = try PlayedWorkspace(
            """
            steps:
              ask:
                say: { en: Where to? }
                choose:
                  left: { label: { en: Left }, end: left }
                  right: { label: { en: Right }, end: right }
                after: { 1 hour: more, 1 day: again }
              more: { call: extra, then: ask }
              again:
                say: { en: Once more? }
                choose:
                  left: { label: { en: Left }, end: left }
                  right: { label: { en: Right }, end: right }
            """,
            [
                """
                flow: extra
                steps:
                  sure:
                    say: { en: Sure? }
                    choose:
                      left: { label: { en: Left }, end: left }
                """
            ]
        )
        let coverage = try await workspace.coverage(of: "> hello\nwait 2 days\ntap right")
        // The call never came back; the last choice is that of `again`, not that of `ask`.
        #expect(
            try workspace.walked(coverage) == [
                "ask entered 1", "ask after 0 1", "ask after 1 1", "more entered 1",
                "again entered 1", "again choice 1 1",
            ]
        )
        #expect(try workspace.walked(coverage, of: "extra") == ["sure entered 1"])
    }
}
