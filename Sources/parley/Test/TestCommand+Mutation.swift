import CommandLineSupport
import FlowCompiler
import FlowProgram
import Foundation
import Simulator

// Which defects in the flows no transcript would notice.
extension TestCommand {
    /// The progress bar passes over short work; each mutant counts as much as it takes.
    private static let unitsPerMutant: UInt64 = 100_000

    /// Tries the mutants, and says which survive.
    ///
    /// - Returns: Whether all of them were noticed.
    func mutate(
        _ program: Program,
        _ sources: WorkspaceSources,
        _ plays: [MutationRun.Play]
    ) async throws -> Bool {
        let mutants = try mutants(of: program)
        let bar = Progress(
            total: UInt64(mutants.count) * Self.unitsPerMutant,
            isShown: Terminal.isOutput && !json
        )
        let run = MutationRun(program: program, sources: sources, plays: plays)
        let result = await run.run(
            mutants,
            width: max(1, ProcessInfo.processInfo.activeProcessorCount)
        ) { done in
            bar.show(UInt64(done) * Self.unitsPerMutant)
            Output.flush()
        }
        bar.finish()
        for line in json ? Self.json(result) : Self.text(result) { Output.line(line) }
        return result.survivors.isEmpty
    }

    private func mutants(of program: Program) throws -> [Mutant] {
        var mutants = MutantList.mutants(of: program, seed: seed)
        if let flow {
            guard let index = program.flow(named: flow) else {
                let help = Suggestion.help(for: flow, among: program.flows.map(\.name))
                throw Failure.cannotRun(
                    "there is no flow `\(flow)`" + (help.map { "; \($0)" } ?? "")
                )
            }
            mutants = mutants.filter { $0.flow == index }
        }
        guard let limit else { return mutants }
        return MutantList.sample(mutants, limit, seed: seed)
    }

    private static func text(_ result: MutationRun.Result) -> [String] {
        let score =
            "\(result.killed.count) of \(result.total) mutants noticed (\(result.percent) %)"
        let rows = Mutant.Kind.allCases.compactMap { kind -> String? in
            let killed = result.killed.count { $0.kind == kind }
            let total = killed + result.survivors.count { $0.mutant.kind == kind }
            return total == 0 ? nil : "  \(kind.rawValue): \(killed) of \(total)"
        }
        let survivors = result.survivors.map { "\($0.path):\($0.line): \($0.sentence)" }
        return [""] + survivors + (survivors.isEmpty ? [] : [""]) + [score] + rows
    }

    /// One object a survivor, then one with the score.
    private static func json(_ result: MutationRun.Result) -> [String] {
        let survivors = result.survivors.map { survivor in
            "{\"survivor\": \(JSONText.quoted(survivor.sentence)), "
                + "\"kind\": \(JSONText.quoted(survivor.mutant.kind.rawValue)), "
                + "\"path\": \(JSONText.quoted(survivor.path)), \"line\": \(survivor.line)}"
        }
        return survivors + ["{\"mutants\": \(result.total), \"killed\": \(result.killed.count)}"]
    }
}
