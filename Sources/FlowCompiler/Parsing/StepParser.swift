/// Reads `steps:` of a flow.
enum StepParser {
    static let keys: [String] =
        ["set"] + ActKind.allCases.map(\.rawValue) + [
            ExerciseParser.key, "notice", "say", "for", "then", "end", "choose", "match", "ask",
            "when", "call", "with", "random", "wait", "after", "unclear",
        ]

    static func steps(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> [StepSyntax] {
        guard let node = reader.required("steps", into: &diagnostics),
            let entries = MappingReader.entries(node, "`steps`", into: &diagnostics)
        else { return [] }
        if entries.isEmpty {
            diagnostics.report(.missingKey, at: node.span, "a flow needs at least one step")
        }
        return entries.map { step($0.key, $0.value, into: &diagnostics) }
    }

    private static func step(
        _ name: Located<String>,
        _ node: YAMLNode,
        into diagnostics: inout Diagnostics
    ) -> StepSyntax {
        Name.check(name, "step", into: &diagnostics)
        let what = "step \(name.value.quoted)"
        guard
            let reader = MappingReader(
                node,
                what,
                known: keys,
                place: name.span,
                into: &diagnostics
            )
        else {
            return StepSyntax(
                name: name,
                assignments: [],
                act: nil,
                right: nil,
                notice: nil,
                say: nil,
                servesPurpose: nil,
                exit: .end(.reported(at: name.span)),
                deadlines: [],
                unclear: nil
            )
        }
        let exit = ExitParser.exit(reader, into: &diagnostics)
        let wait = WaitParser(reader, exit)
        let say = TextParser.text(reader, "say", into: &diagnostics)
        return StepSyntax(
            name: name,
            assignments: ActParser.assignments(reader, into: &diagnostics),
            act: ActParser.act(reader, into: &diagnostics),
            right: reader.text(ExerciseParser.key, into: &diagnostics),
            notice: reader.text("notice", into: &diagnostics),
            say: say,
            servesPurpose: servedPurpose(reader, into: &diagnostics),
            exit: exit,
            deadlines: wait.deadlines(into: &diagnostics),
            unclear: wait.unclear(into: &diagnostics)
        )
    }

    private static func servedPurpose(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> Located<String>? {
        guard let (key, _) = reader.entry("for") else { return nil }
        if !reader.has("say"), !reader.has("ask") {
            diagnostics.report(
                .misplacedKey,
                at: key.span,
                "`for` belongs to a `say`, and \(reader.what) has none"
            )
        }
        return reader.text("for", into: &diagnostics)
    }
}
