import CommandLineSupport
import FlowCompiler
import FlowProgram
import ModelChecker
import Simulator

/// What `parley check` prints, for people or for programs.
struct CheckText {
    let isJSON: Bool
    private let paint = Paint()

    init(isJSON: Bool) {
        self.isJSON = isJSON
    }

    func show(_ compilation: Compilation) {
        if isJSON {
            for diagnostic in compilation.diagnostics {
                Output.line(DiagnosticRenderer.json(diagnostic))
            }
        } else if !compilation.diagnostics.isEmpty {
            Output.line(compilation.report())
        }
    }

    // MARK: What was found

    /// A finding as a diagnostic at its step, and the conversation that shows it.
    func show(_ counterexample: Counterexample, _ program: Program) {
        let finding = counterexample.finding
        let span = finding.span(in: program)
        guard !isJSON else {
            Output.line(json(counterexample, span))
            return
        }
        let place = paint("\(span.path):\(span.line):", .bold)
        Output.line(
            "\(place) \(paint("error:", .red)) \(paint(finding.sentence, .bold)) "
                + "[\(finding.property.rawValue)]"
        )
        Output.line("  \(paint(finding.help, .cyan))")
        for line in counterexample.transcript.split(separator: "\n").dropFirst(2) {
            let said = line.hasPrefix("#") ? paint(String(line), .dim) : String(line)
            Output.line("  \(paint("|", .dim)) \(said)")
        }
        if !counterexample.isShown {
            Output.line(
                "  \(paint("the engine does something else in this conversation", .yellow))"
            )
        }
        Output.line("")
    }

    private func json(_ counterexample: Counterexample, _ span: SourceSpan) -> String {
        let finding = counterexample.finding
        let lines = counterexample.transcript.split(separator: "\n").map {
            JSONText.quoted(String($0))
        }
        let fields = [
            "\"file\":\(JSONText.quoted(span.path))", "\"line\":\(span.line)",
            "\"column\":\(span.column)", "\"endColumn\":\(span.column + span.length)",
            "\"severity\":\"error\"", "\"code\":\"\(finding.property.rawValue)\"",
            "\"message\":\(JSONText.quoted(finding.sentence))",
            "\"help\":\(JSONText.quoted(finding.help))",
            "\"conversation\":[\(lines.joined(separator: ","))]",
        ]
        return "{\(fields.joined(separator: ","))}"
    }

    // MARK: What holds

    func verdicts(_ report: ModelReport) {
        for property in PropertyID.ofOneProgram {
            let verdict = report.verdict(on: property)
            let basis = report.basis(of: property)
            guard !isJSON else {
                Output.line(
                    "{\"property\":\"\(property.rawValue)\",\"verdict\":\"\(verdict.rawValue)\","
                        + "\"title\":\(JSONText.quoted(property.title)),"
                        + "\"basis\":\(JSONText.quoted(basis))}"
                )
                continue
            }
            let name = property.rawValue.padded(to: 4)
            let title = property.title.padded(to: Self.titleWidth)
            Output.line("\(name)\(painted(verdict)) \(title) \(paint(basis, .dim))")
        }
    }

    private static let titleWidth = 66

    private func painted(_ verdict: ModelReport.Verdict) -> String {
        switch verdict {
        case .holds: paint("holds    ", .green)
        case .broken: paint("broken   ", .red)
        case .undecided: paint("undecided", .yellow)
        }
    }

    func saved(_ path: String) {
        if !isJSON { Output.line("saved \(path)") }
    }

    // MARK: The last line

    func summary(of compilation: Compilation) {
        let errors = compilation.errors.count
        let warnings = compilation.diagnostics.count - errors
        if !isJSON { Output.line("\(count(errors, "error")), \(count(warnings, "warning"))") }
    }

    func summary(
        of program: Program,
        _ compilation: Compilation,
        proven: Proof?,
        isSafe: Bool
    ) {
        guard !isJSON else { return }
        let steps = program.flows.reduce(0) { $0 + $1.steps.count }
        let parts = [
            count(program.flows.count, "flow"), count(steps, "step"),
            count(program.locales.count, "locale"), count(program.purposes.count, "purpose"),
            count(compilation.diagnostics.count, "warning"),
        ].joined(separator: ", ")
        guard let proven else {
            let verdict = isSafe ? "compiles" : "broken, see V13 and V14"
            Output.line("\(verdict): \(parts); program \(program.digest.short)")
            return
        }
        let report = proven.report
        let work =
            "\(count(report.situations, "situation")), \(count(report.turns, "turn")), "
            + proven.duration.formatted
        if report.isCutOff {
            for part in report.parts where part.isCutOff {
                let place = part.crowded.map {
                    ", most of them at `\(program[$0.flow].name)/"
                        + "\(program[$0.flow][step: $0.step].name)`"
                }
                Output.line(
                    "not decided: more than \(proven.limit) situations for "
                        + "`\(part.lens.name)` on `\(part.lens.channel)`\(place ?? "")"
                )
            }
            Output.line(
                "raise --limit, or split the flow: every slot that a guard compares and every "
                    + "deadline multiplies them"
            )
        }
        let verdict =
            !report.findings.isEmpty || !isSafe ? "broken" : report.isCutOff ? "undecided" : "holds"
        Output.line("\(verdict): \(parts); \(work); program \(program.digest.short)")
    }

    private func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

extension Violation {
    /// The step it is about; the workspace's settings where it is about none.
    func span(in program: Program) -> SourceSpan {
        guard let place else {
            return SourceSpan(path: "parley.yaml", line: 1, column: 1, length: 1)
        }
        let flow = program[place.flow]
        let step = flow[step: place.step]
        return SourceSpan(path: flow.path, line: step.line, column: 1, length: step.name.count)
    }
}

extension ModelReport {
    /// Over what a property was proven, in a few words.
    fileprivate func basis(of property: PropertyID) -> String {
        switch property {
        case .localesAreComplete:
            "\(Self.count(program.catalog.messages.count, "text")) in "
                + "\(Self.count(program.locales.count, "language")), by the compiler"
        case .repliesAreUnambiguous:
            "\(Self.count(program.questions, "question")), by the compiler"
        case .slotsAreSetAndTyped:
            "\(Self.count(program.flows.reduce(0) { $0 + $1.slots.count }, "slot")), "
                + "by the compiler"
        default: Self.count(situations, "situation")
        }
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

extension Program {
    fileprivate var questions: Int {
        flows.flatMap(\.steps).count { step in
            switch step.exit {
            case .reply, .ask: true
            case .go, .end, .branch, .call, .random, .wait: false
            }
        }
    }
}

extension Duration {
    /// In milliseconds below ten seconds.
    fileprivate var formatted: String {
        let (seconds, attoseconds) = components
        let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        return milliseconds < 10_000 ? "\(milliseconds) ms" : "\(seconds) s"
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
