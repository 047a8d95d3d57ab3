import Clocks
import Consent

/// Reads `retention:` of `parley.yaml`.
enum RetentionParser {
    private static let sessionIdle = "session-idle"
    /// The classes with a rule under their own name; a session is kept for `session-idle`.
    static let recordClasses = RecordClass.allCases.filter { recordClass in
        recordClass.isConfigurable && recordClass != .session
    }
    private static let ruleKeys: [String] = ["keep", "from", "because", "preset"]

    static func retention(
        _ reader: MappingReader,
        of settings: inout SettingsSyntax,
        into diagnostics: inout Diagnostics
    ) {
        guard let (key, node) = reader.entry("retention"),
            let retention = MappingReader(
                node,
                "`retention`",
                known: [sessionIdle] + recordClasses.map(\.rawValue),
                place: key.span,
                into: &diagnostics
            )
        else { return }
        settings.sessionIdle = retention.period(sessionIdle, into: &diagnostics)
        for recordClass in recordClasses {
            guard let (name, node) = retention.entry(recordClass.rawValue),
                let rule = rule(name, node, into: &diagnostics)
            else { continue }
            settings.retention.append(RetentionSyntax(recordClass: recordClass, rule: rule))
        }
    }

    private static func rule(
        _ name: Located<String>,
        _ node: YAMLNode,
        into diagnostics: inout Diagnostics
    ) -> RetentionSyntax.Rule? {
        guard case .mapping = node else {
            guard let text = MappingReader.text(node, name.value.quoted, into: &diagnostics)
            else { return nil }
            // A period begins with its number.
            guard text.value.first?.isNumber ?? false else { return .preset(text) }
            return MappingReader.period(text, into: &diagnostics).map {
                .keep($0, from: nil, because: nil)
            }
        }
        guard
            let reader = MappingReader(
                node,
                name.value.quoted,
                known: ruleKeys,
                place: name.span,
                into: &diagnostics
            )
        else { return nil }
        switch (reader.has("keep"), reader.has("preset")) {
        case (true, false): return keeping(reader, into: &diagnostics)
        case (false, true): return preset(reader, into: &diagnostics)
        case (true, true):
            diagnostics.report(
                .invalidValue,
                at: reader.place,
                "\(name.value.quoted) has both `keep` and `preset`",
                help: "keep one of them"
            )
        case (false, false):
            diagnostics.report(
                .missingKey,
                at: reader.place,
                "\(name.value.quoted) needs `keep` or `preset`"
            )
        }
        return nil
    }

    private static func keeping(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> RetentionSyntax.Rule? {
        let from = reader.word("from", RetentionAnchor.self, into: &diagnostics)
        let because = reader.text("because", into: &diagnostics)
        return reader.period("keep", into: &diagnostics).map {
            .keep($0, from: from, because: because?.value)
        }
    }

    private static func preset(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> RetentionSyntax.Rule? {
        for name in ["from", "because"] {
            guard let key = reader.entry(name)?.key else { continue }
            diagnostics.report(
                .misplacedKey,
                at: key.span,
                "a preset has its own \(name.quoted)",
                help: "it belongs to a `keep`"
            )
        }
        return reader.text("preset", into: &diagnostics).map { .preset($0) }
    }
}
