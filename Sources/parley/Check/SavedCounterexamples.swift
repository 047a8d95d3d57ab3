import CommandLineSupport
import FlowProgram
import Foundation
import ModelChecker
import Simulator

/// Keeps what the model checker found as transcripts that fail until it is mended.
struct SavedCounterexamples {
    private let folder: String

    init(_ workspace: String) {
        folder = "\(workspace)/transcripts/counterexamples"
    }

    /// Writes one transcript for each finding; what was saved of the same step before is replaced.
    func save(_ proof: Proof, _ text: CheckText) throws {
        let tests = proof.counterexamples.compactMap { example in
            example.test.map { (example, $0) }
        }
        guard !tests.isEmpty else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true
            )
        } catch {
            throw Failure.cannotRun("`\(folder)` cannot be made")
        }
        var used: [String: Int] = [:]
        for (example, test) in tests {
            let name = name(of: example, in: proof.report.program)
            let number = used[name, default: 0] + 1
            used[name] = number
            let path = "\(folder)/\(name)\(number == 1 ? "" : "-\(number)").chat"
            do {
                try TranscriptFile.write(test, to: path, replacing: true)
            } catch {
                throw Failure.cannotRun(error.sentence)
            }
            text.saved(path)
        }
    }

    private func name(of example: Counterexample, in program: Program) -> String {
        let property = example.finding.property.rawValue.lowercased()
        guard let place = example.finding.place else { return property }
        let flow = program[place.flow]
        return "\(property)-\(flow.name)-\(flow[step: place.step].name)"
    }
}
