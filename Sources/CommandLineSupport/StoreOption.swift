package import ArgumentParser

/// Which store a command works on.
package struct StoreOption: ParsableArguments {
    @OptionGroup package var workspace: WorkspaceOption

    @Option(name: .long, help: "The store's folder; default `store` in the workspace.")
    package var store: String?

    package init() {}

    package var path: String { store ?? "\(workspace.workspace)/store" }
}
