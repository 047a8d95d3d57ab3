/// Reads what a step or a choice does: one consent act, and assignments.
enum ActParser {
    /// The first act written; a second is reported.
    static func act(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> ActSyntax? {
        let found = reader.entries.compactMap { key, value in
            ActKind(rawValue: key.value).map { (kind: $0, key: key, value: value) }
        }
        guard let first = found.first else { return nil }
        if found.count > 1 {
            let names = found.map(\.key.value).quotedList("and")
            diagnostics.report(
                .actCount,
                at: found[1].key.span,
                "\(reader.what) has \(found.count) acts: \(names)",
                help: "one act a step: put the others in steps of their own"
            )
        }
        guard
            let purpose = MappingReader.text(
                first.value,
                first.key.value.quoted,
                into: &diagnostics
            )
        else { return nil }
        return ActSyntax(kind: first.kind, purpose: purpose, span: first.key.span)
    }

    static func assignments(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> [AssignmentSyntax] {
        guard let node = reader.entry("set")?.value,
            let entries = MappingReader.entries(node, "`set`", into: &diagnostics)
        else { return [] }
        return entries.compactMap { slot, value in
            guard let source = MappingReader.text(value, slot.value.quoted, into: &diagnostics),
                let expression = ExpressionParser.parse(source, into: &diagnostics)
            else { return nil }
            return AssignmentSyntax(slot: slot, expression: expression)
        }
    }
}
