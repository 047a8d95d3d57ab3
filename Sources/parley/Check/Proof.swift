import CommandLineSupport
import ConversationRuntime
import FlowCompiler
import FlowProgram
import ModelChecker
import Simulator

/// What the model checker says of a program, and the conversations that show what it found.
struct Proof {
    let report: ModelReport
    let counterexamples: [Counterexample]
    let limit: Int
    let duration: Duration

    /// Looks through all lenses at once, then holds the conversations it found.
    static func of(
        _ program: Program,
        _ sources: WorkspaceSources,
        limit: Int
    ) async throws -> Proof {
        let start = ContinuousClock.now
        let report = await report(on: program, limit: limit)
        let duration = ContinuousClock.now - start
        let player = CounterexamplePlayer(program: program, sources: sources)
        var counterexamples: [Counterexample] = []
        for finding in report.findings {
            counterexamples.append(try await player.play(finding))
        }
        return Proof(
            report: report,
            counterexamples: counterexamples,
            limit: limit,
            duration: duration
        )
    }

    private static func report(on program: Program, limit: Int) async -> ModelReport {
        let checker = ModelChecker(program: program, limit: limit)
        let parts = await withTaskGroup(of: (Int, ModelReport.Part).self) { group in
            for (place, lens) in checker.lenses.enumerated() {
                group.addTask { (place, checker.check(lens)) }
            }
            var parts: [(Int, ModelReport.Part)] = []
            for await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }.map(\.1)
        }
        return ModelReport(program: program, parts: parts)
    }
}
