/// Reads a flow file: YAML nodes to a syntax tree in which no name is understood yet.
///
/// What can be read is read, whatever else is wrong: a later stage must be able to report its own
/// findings in the same run.
package enum FlowParser {
    private static let revisions = 1...1_000_000

    private static let keys: [String] = [
        "flow", "revision", "about", "starts-with", "command", "claims", "parameters", "slots",
        "steps",
    ]

    /// Nil only if the file holds nothing that could be a flow.
    package static func parse(
        _ file: SourceFile,
        into diagnostics: inout Diagnostics
    ) -> FlowSyntax? {
        guard let root = YAMLReader.read(file, into: &diagnostics) else { return nil }
        return parse(root, into: &diagnostics)
    }

    package static func parse(
        _ root: YAMLNode,
        into diagnostics: inout Diagnostics
    ) -> FlowSyntax? {
        guard let reader = MappingReader(root, "a flow", known: keys, into: &diagnostics) else {
            return nil
        }
        let name = reader.requiredText("flow", into: &diagnostics)
        if let name { Name.check(name, "flow", into: &diagnostics) }
        let revision = reader.number("revision", revisions, into: &diagnostics)
        let about = reader.text("about", into: &diagnostics)
        let steps = StepParser.steps(reader, into: &diagnostics)
        let parameters = parameters(reader, into: &diagnostics)
        let slots = SlotParser.slots(reader, into: &diagnostics)
        guard name != nil || !steps.isEmpty else { return nil }
        return FlowSyntax(
            name: name ?? .reported(at: root.span),
            revision: revision ?? revisions.lowerBound,
            about: about?.value,
            startsWith: reader.texts("starts-with", into: &diagnostics),
            command: reader.text("command", into: &diagnostics),
            claims: reader.texts("claims", into: &diagnostics),
            parameters: parameters,
            slots: slots,
            steps: steps,
            canonicalBytes: root.canonicalBytes
        )
    }

    private static func parameters(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> [ParameterSyntax] {
        guard let node = reader.entry("parameters")?.value, !node.isNothing,
            let entries = MappingReader.entries(node, "`parameters`", into: &diagnostics)
        else { return [] }
        return entries.compactMap { key, value in
            Name.check(key, "parameter", into: &diagnostics)
            return MappingReader.text(value, key.value.quoted, into: &diagnostics)
                .map { ParameterSyntax(name: key, type: $0) }
        }
    }
}
