import ConversationRuntime
import FlowCompiler
import FlowProgram
import Foundation
import ModelChecker

/// Measures how long a check takes, beside a plain walk of the same graph.
///
///     parley-check-bench WORKSPACE
///
/// `Benchmarks/check` builds it in release and calls it.
@main
enum CheckBench {
    private static let rounds = 5

    static func main() async {
        guard CommandLine.arguments.count == 2 else {
            say("usage: parley-check-bench WORKSPACE")
            exit(2)
        }
        var diagnostics = Diagnostics()
        do {
            let shipped = try WorkspaceFolder(path: CommandLine.arguments[1])
                .sources(into: &diagnostics)
            say("what                     compiled    checked   on one   plain walk   ratio")
            try await measure("shipped workspace", shipped)
            let large = LargeWorkspace.sources(steps: 1000, locales: 10)
            try await measure("1 000 steps, 10 locales", large)
        } catch {
            say("error: \(error)")
            exit(2)
        }
    }

    private static func measure(_ name: String, _ sources: WorkspaceSources) async throws {
        var compiling: [Duration] = []
        var checking: [Duration] = []
        var alone: [Duration] = []
        var walking: [Duration] = []
        var counts = ""
        for _ in 0..<rounds {
            let clock = ContinuousClock()
            var compiled: Program?
            compiling.append(
                clock.measure { compiled = WorkspaceCompiler.compile(sources).program }
            )
            guard let program = compiled else { throw BenchError.doesNotCompile(name) }
            let checker = ModelChecker(program: program)
            let start = clock.now
            let parts = await withTaskGroup(of: ModelReport.Part.self) { group in
                for lens in checker.lenses { group.addTask { checker.check(lens) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            checking.append(clock.now - start)
            let report = ModelReport(program: program, parts: parts)
            guard report.holds else { throw BenchError.doesNotHold(name) }
            alone.append(clock.measure { _ = checker.check() })
            let graphs = checker.lenses.map { StateGraph(program, through: $0) }
            var reached = 0
            walking.append(clock.measure { reached = graphs.reduce(0) { $0 + $1.walk() } })
            counts = "\(report.situations) situations, \(report.turns) turns"
            guard reached == report.situations else { throw BenchError.otherGraph(name) }
        }
        let ratio = alone.median / walking.median
        say(
            "\(name.padded(24))\(compiling.median.text) \(checking.median.text) "
                + "\(alone.median.text) \(walking.median.text)    \(Int(ratio.rounded()))"
        )
        say("  \(counts)")
    }

    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }
}

enum BenchError: Error {
    case doesNotCompile(String)
    case doesNotHold(String)
    case otherGraph(String)
}

extension [Duration] {
    fileprivate var median: Duration { sorted()[count / 2] }
}

extension Duration {
    fileprivate var text: String {
        let (seconds, attoseconds) = components
        let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
        let number = "\(tenths / 10).\(tenths % 10) ms"
        return String(repeating: " ", count: Swift.max(0, 10 - number.count)) + number
    }
}

extension String {
    fileprivate func padded(_ width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }
}
