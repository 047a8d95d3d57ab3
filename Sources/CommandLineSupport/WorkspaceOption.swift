package import ArgumentParser
import ConversationRuntime
package import FlowCompiler
package import FlowProgram

/// The option every command has.
package struct WorkspaceOption: ParsableArguments {
    @Option(name: .long, help: "The workspace folder.")
    package var workspace: String = "."

    package init() {}

    /// Reads and compiles the workspace.
    package func compile() throws -> Compilation {
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
    package func program() throws -> (Program, WorkspaceSources) {
        let compilation = try compile()
        guard let program = compilation.program else {
            throw Failure.doesNotHold(compilation.report(errorsOnly: true))
        }
        return (program, compilation.sources)
    }
}

extension Compilation {
    /// The diagnostics for people, with carets.
    package func report(errorsOnly: Bool = false) -> String {
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
