package import FlowProgram

/// What became of a workspace.
package struct Compilation: Sendable {
    /// `nil` exactly if there are errors.
    package let program: Program?
    /// In the order of their places, each once; warnings too.
    package let diagnostics: [Diagnostic]
    package let sources: WorkspaceSources

    package init(program: Program?, diagnostics: [Diagnostic], sources: WorkspaceSources) {
        self.program = program
        self.diagnostics = diagnostics
        self.sources = sources
    }

    package var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}

/// From the text of a workspace to a program, or to what is wrong with it.
///
/// The stages run in order: *read* and *parse* each file, *declare* every name, *check* what the
/// names are used for, *lower* to indices. Each stage passes over what an earlier one reported, so
/// a mistake is reported once and the other mistakes in the same run.
package enum WorkspaceCompiler {
    package static func compile(_ sources: WorkspaceSources) -> Compilation {
        var diagnostics = Diagnostics()
        var program: Program?
        if let workspace = Workspace.read(sources, into: &diagnostics) {
            let checked = CheckedWorkspace(workspace, &diagnostics)
            if !diagnostics.hasErrors { program = Lowering.program(checked) }
        }
        return Compilation(
            program: program,
            diagnostics: diagnostics.sorted,
            sources: sources
        )
    }
}
