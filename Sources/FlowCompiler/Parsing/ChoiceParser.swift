/// Reads `choose:` and `match:` of a step.
enum ChoiceParser {
    private static let choiceKeys: [String] =
        ActKind.allCases.map(\.rawValue) + ["set", "label", "then", "end"]
    private static let patternKeys: [String] = ["set", "then", "end"]

    static func choices(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> [ChoiceSyntax] {
        entries("choose", reader, into: &diagnostics).map { name, node in
            Name.check(name, "choice", into: &diagnostics)
            return choice(name, node, into: &diagnostics)
        }
    }

    private static func choice(
        _ name: Located<String>,
        _ node: YAMLNode,
        into diagnostics: inout Diagnostics
    ) -> ChoiceSyntax {
        var choice = ChoiceSyntax(
            name: name,
            assignments: [],
            act: nil,
            label: nil,
            target: .step(.reported(at: name.span))
        )
        guard case .mapping(let entries, _) = node else {
            choice.target = .step(step(node, name, into: &diagnostics))
            return choice
        }
        let plain = ExerciseParser.refused(entries, "a choice", into: &diagnostics)
        guard
            let reader = MappingReader(
                .mapping(plain, node.span),
                "choice \(name.value.quoted)",
                known: choiceKeys,
                place: name.span,
                into: &diagnostics
            )
        else { return choice }
        choice.assignments = ActParser.assignments(reader, into: &diagnostics)
        choice.act = ActParser.act(reader, into: &diagnostics)
        choice.label = TextParser.text(reader, "label", into: &diagnostics)
        choice.target = target(reader, into: &diagnostics)
        return choice
    }

    static func patterns(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> [PatternSyntax] {
        entries("match", reader, into: &diagnostics).map { source, node in
            if source.value.isEmpty {
                diagnostics.report(.invalidPattern, at: source.span, "a pattern cannot be empty")
            }
            return pattern(source, node, into: &diagnostics)
        }
    }

    private static func pattern(
        _ source: Located<String>,
        _ node: YAMLNode,
        into diagnostics: inout Diagnostics
    ) -> PatternSyntax {
        var pattern = PatternSyntax(
            source: source,
            assignments: [],
            target: .step(.reported(at: source.span))
        )
        guard case .mapping(let entries, _) = node else {
            pattern.target = .step(step(node, source, into: &diagnostics))
            return pattern
        }
        for (key, _) in entries where ActKind(rawValue: key.value) != nil {
            diagnostics.report(
                .misplacedKey,
                at: key.span,
                "\(key.value.quoted) cannot stand on a pattern: it was not chosen in plain words",
                help: "put it on a choice"
            )
        }
        let plain = ExerciseParser.refused(entries, "a pattern", into: &diagnostics)
            .filter { ActKind(rawValue: $0.key.value) == nil }
        guard
            let reader = MappingReader(
                .mapping(plain, node.span),
                "this pattern",
                known: patternKeys,
                place: source.span,
                into: &diagnostics
            )
        else { return pattern }
        pattern.assignments = ActParser.assignments(reader, into: &diagnostics)
        pattern.target = target(reader, into: &diagnostics)
        return pattern
    }

    private static func entries(
        _ name: String,
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> [(key: Located<String>, value: YAMLNode)] {
        guard let node = reader.entry(name)?.value,
            let entries = MappingReader.entries(node, name.quoted, into: &diagnostics)
        else { return [] }
        if entries.isEmpty {
            diagnostics.report(.missingKey, at: node.span, "\(name.quoted) offers nothing")
        }
        return entries
    }

    private static func step(
        _ node: YAMLNode,
        _ name: Located<String>,
        into diagnostics: inout Diagnostics
    ) -> Located<String> {
        MappingReader.text(node, "\(name.value.quoted)", into: &diagnostics)
            ?? .reported(at: name.span)
    }

    /// `then` or `end`, exactly one.
    private static func target(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> TargetSyntax {
        switch (reader.entry("then")?.key, reader.entry("end")?.key) {
        case (nil, nil):
            diagnostics.report(
                .exitCount,
                at: reader.place,
                "\(reader.what) has no way on",
                help: "add `then` or `end`"
            )
            return .step(.reported(at: reader.place))
        case (_?, nil):
            return .step(reader.text("then", into: &diagnostics) ?? .reported(at: reader.place))
        case (let then, let end?):
            if let then {
                diagnostics.report(
                    .exitCount,
                    at: max(then.span, end.span),
                    "\(reader.what) has 2 ways on: `then` and `end`",
                    help: "keep one of them"
                )
            }
            guard let outcome = reader.text("end", into: &diagnostics) else {
                return .end(.reported(at: end.span))
            }
            Name.check(outcome, "outcome", into: &diagnostics)
            return .end(outcome)
        }
    }
}
