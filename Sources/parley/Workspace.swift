import ArgumentParser
import ConversationRuntime
import FlowCompiler
import FlowProgram
import LineEditing

/// The option every command has.
struct WorkspaceOption: ParsableArguments {
    @Option(name: .long, help: "The workspace folder.")
    var workspace = "."

    /// Reads and compiles the workspace.
    func compile() throws -> Compilation {
        var diagnostics = Diagnostics()
        let sources: WorkspaceSources
        do {
            sources = try WorkspaceFolder(path: workspace).sources(into: &diagnostics)
        } catch {
            throw Failure.cannotRun(error.sentence)
        }
        guard !diagnostics.hasErrors else {
            return Compilation(
                program: nil,
                diagnostics: diagnostics.sorted,
                sources: sources
            )
        }
        return WorkspaceCompiler.compile(sources)
    }

    /// The program, or an end with every diagnostic printed.
    func program() throws -> (Program, WorkspaceSources) {
        let compilation = try compile()
        guard let program = compilation.program else {
            throw Failure.doesNotHold(compilation.report(errorsOnly: true))
        }
        return (program, compilation.sources)
    }
}

extension Compilation {
    /// The diagnostics for people, with carets.
    func report(errorsOnly: Bool = false) -> String {
        let shown = errorsOnly ? errors : diagnostics
        return shown.map { diagnostic in
            DiagnosticRenderer.text(
                diagnostic,
                sources: sources.files,
                color: Terminal.hasColor
            )
        }.joined(separator: "\n")
    }
}

/// How a command ends when it does not simply succeed.
enum Failure: Error, CustomStringConvertible {
    /// Exit status 1; the text goes to standard output's companion, standard error.
    case doesNotHold(String)
    /// Exit status 2.
    case cannotRun(String)

    var description: String {
        switch self {
        case .doesNotHold(let text), .cannotRun(let text): text
        }
    }

    var status: Int32 {
        switch self {
        case .doesNotHold: 1
        case .cannotRun: 2
        }
    }
}
