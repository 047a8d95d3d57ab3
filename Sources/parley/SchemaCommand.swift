import ArgumentParser
import CommandLineSupport
import FlowCompiler

struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Write the JSON Schema that editors check YAML with.",
        discussion: """
            Point an editor's YAML support at it, for example with a first line
              # yaml-language-server: $schema=../flow.schema.json
            """
    )

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case flow, settings, locale
    }

    @Argument(help: "flow, settings (parley.yaml) or locale.")
    var kind = Kind.flow

    @OptionGroup var workspace: WorkspaceOption

    func run() async throws {
        switch kind {
        case .flow: Output.line(EditorSchema.flow)
        case .settings: Output.line(EditorSchema.settings)
        case .locale: Output.line(EditorSchema.locale)
        }
    }
}
