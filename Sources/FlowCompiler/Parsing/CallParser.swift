/// Reads `call:`, `with:` and the `then` beside them.
enum CallParser {
    static func call(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> CallSyntax {
        let place = reader.entry("call")?.key.span ?? reader.place
        return CallSyntax(
            flow: reader.text("call", into: &diagnostics) ?? .reported(at: place),
            arguments: arguments(reader, into: &diagnostics),
            continuation: continuation(reader, place: place, into: &diagnostics)
        )
    }

    private static func arguments(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> [ArgumentSyntax] {
        guard let node = reader.entry("with")?.value,
            let entries = MappingReader.entries(node, "`with`", into: &diagnostics)
        else { return [] }
        return entries.compactMap { key, value in
            MappingReader.text(value, key.value.quoted, into: &diagnostics)
                .map { ArgumentSyntax(parameter: key, value: $0) }
        }
    }

    private static func continuation(
        _ reader: MappingReader,
        place: SourceSpan,
        into diagnostics: inout Diagnostics
    ) -> ContinuationSyntax {
        guard let (key, node) = reader.entry("then") else {
            diagnostics.report(
                .missingKey,
                at: place,
                "`call` needs a `then` beside it",
                help: "a step, or `{outcome: step}` for every outcome of the flow"
            )
            return .always(.reported(at: place))
        }
        guard case .mapping(let entries, _) = node else {
            return .always(reader.text("then", into: &diagnostics) ?? .reported(at: key.span))
        }
        if entries.isEmpty {
            diagnostics.report(.missingKey, at: node.span, "`then` names no outcome")
        }
        let targets = entries.map { outcome, value in
            let target = MappingReader.text(value, outcome.value.quoted, into: &diagnostics)
            return (outcome: outcome, target: target ?? .reported(at: outcome.span))
        }
        return .byOutcome(targets, key.span)
    }
}
