import ArgumentParser
import CommandLineSupport
import FlowCompiler
import FlowProgram

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Compile and lint the workspace.",
        discussion: """
            Names, types, reachability, loops, consent acts, completeness and lengths of the texts \
            in every locale. Each diagnostic has a code that docs/diagnostics.md explains.
            """
    )

    @OptionGroup var workspace: WorkspaceOption

    @Flag(name: .long, help: "One JSON object a diagnostic, for editors.")
    var json = false

    func run() async throws {
        try await ending {
            let compilation = try workspace.compile()
            if json {
                for diagnostic in compilation.diagnostics {
                    Output.line(DiagnosticRenderer.json(diagnostic))
                }
            } else {
                if !compilation.diagnostics.isEmpty { Output.line(compilation.report()) }
                Output.line(Self.summary(of: compilation))
            }
            if compilation.program == nil { throw ExitCode(1) }
        }
    }

    private static func summary(of compilation: Compilation) -> String {
        let errors = compilation.errors.count
        let warnings = compilation.diagnostics.count - errors
        guard let program = compilation.program else {
            return "\(count(errors, "error")), \(count(warnings, "warning"))"
        }
        let steps = program.flows.reduce(0) { $0 + $1.steps.count }
        let parts = [
            count(program.flows.count, "flow"), count(steps, "step"),
            count(program.locales.count, "locale"), count(program.purposes.count, "purpose"),
            count(warnings, "warning"),
        ]
        return "holds: \(parts.joined(separator: ", ")); program \(program.digest.short)"
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
