import Consent
import FlowCompiler
import FlowProgram
import ModelChecker

extension SeededDefect {
    /// What compiler and checker make of a changed workspace.
    struct Outcome: Sendable {
        let compilation: Compilation
        /// What was seen through the lenses of the purpose; nothing where it does not compile.
        let report: ModelReport?

        init(of defect: SeededDefect) throws {
            compilation = WorkspaceCompiler.compile(try ShippedWorkspace(defect.edits).sources)
            report = compilation.program.map { program in
                let checker = ModelChecker(program: program, limit: 20_000)
                let lenses = checker.lenses.filter {
                    $0.purposes.map(\.name).contains(defect.purpose)
                }
                return ModelReport(program: program, parts: lenses.map { checker.check($0) })
            }
        }

        /// Where the defect is found, in the words of the table; `nil` if it is not.
        func place(of defect: SeededDefect) -> String? {
            switch defect.expected {
            case .finding(let flow, let step, _):
                violation(of: defect) == nil ? nil : "\(flow):\(step)"
            case .diagnostic(let code):
                compilation.errors.first { $0.code == code }.map {
                    "\($0.span.path):\($0.span.line) \(code.rawValue)"
                }
            case .nothing: nil
            }
        }

        /// The finding that is expected of a defect.
        func violation(of defect: SeededDefect) -> Violation? {
            guard case .finding(let flow, let step, let words) = defect.expected, let report else {
                return nil
            }
            return report.findings(of: defect.property).first { finding in
                guard let place = finding.place else { return false }
                let found = report.program[place.flow]
                return found.name == flow && found[step: place.step].name == step
                    && finding.sentence.contains(words)
            }
        }

        /// Everything that is wrong, each in a line.
        var complaints: [String] {
            compilation.errors.map { "\($0.span.path):\($0.span.line): \($0.sentence)" }
                + (report?.findings ?? []).map { "\($0.property.rawValue): \($0.sentence)" }
        }
    }

    /// The outcomes that were worked out already: each is wanted twice.
    actor Outcomes {
        static let shared = Outcomes()
        private var known: [String: Outcome] = [:]

        func outcome(of defect: SeededDefect) throws -> Outcome {
            if let outcome = known[defect.testDescription] { return outcome }
            let outcome = try Outcome(of: defect)
            known[defect.testDescription] = outcome
            return outcome
        }
    }
}
