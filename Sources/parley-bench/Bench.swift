import Foundation

/// Measures speed against its bounds and prints one table.
///
///     parley-bench WORKSPACE RAWBOUND FOLDER
///
/// `Benchmarks/run` builds what this needs and calls it; FOLDER must be empty and on a real disk.
@main
enum Bench {
    static func main() async {
        do {
            try await run(CommandLine.arguments)
        } catch {
            FileHandle.standardError.write(Data("error: \(error)\n".utf8))
            exit(2)
        }
    }

    private static func run(_ arguments: [String]) async throws {
        guard arguments.count == 4 else {
            throw BenchError("usage: parley-bench WORKSPACE RAWBOUND FOLDER")
        }
        let workspace = try CompiledWorkspace(path: arguments[1])
        let visit = try VisitTurns(workspace.program)
        let sizes = try await TurnSizes(workspace, visit)
        let bound = try RawBound(program: arguments[2], sizes: sizes, in: arguments[3])
        var measuring = Measuring(
            workspace: workspace,
            visit: visit,
            bound: bound,
            folder: arguments[3]
        )
        try await measuring.all()

        let results = measuring.results
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let carried = Figure.decimal(results.turnsPerCommit.median, places: 1)
        say(results.table)
        say("")
        say("medians of \(results.alone.ours.samples.count) rounds on \(cores) cores")
        say(sizes.sentence)
        say("with \(Talk.contacts) contacts talking at once, a commit of ours carried \(carried)")
        say("raw bound: \(measuring.libraries)")
    }

    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }
}
