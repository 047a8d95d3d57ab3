/// Reads `locales/<tag>.yaml` and `locales/<tag>/<flow>.yaml`.
package enum LocaleParser {
    private static let keys: [String] = ["messages", "choices", "words", "purposes", "notices"]

    /// Nil if the file is no mapping or its path names no locale.
    package static func parse(
        _ file: SourceFile,
        into diagnostics: inout Diagnostics
    ) -> LocaleSyntax? {
        let start = SourceSpan(path: file.path, line: 1, column: 1, length: 1)
        guard let (tag, flow) = names(in: file.path) else {
            diagnostics.report(
                .fileName,
                at: start,
                "the path of this file names no locale",
                help: "write `locales/de.yaml` or `locales/de/flow-name.yaml`"
            )
            return nil
        }
        guard let root = YAMLReader.read(file, into: &diagnostics) else { return nil }
        return parse(root, tag: Located(tag, start), flow: flow, into: &diagnostics)
    }

    package static func parse(
        _ root: YAMLNode,
        tag: Located<String>,
        flow: String?,
        into diagnostics: inout Diagnostics
    ) -> LocaleSyntax? {
        guard
            let reader = MappingReader(root, "a locale file", known: keys, into: &diagnostics)
        else { return nil }
        return LocaleSyntax(
            tag: tag,
            flow: flow,
            messages: texts("messages", "message", reader, into: &diagnostics),
            choices: section("choices", reader, into: &diagnostics).compactMap {
                Name.check($0.key, "choice", into: &diagnostics)
                return choice($0.key, $0.value, into: &diagnostics)
            },
            words: section("words", reader, into: &diagnostics).map { key, value in
                Name.check(key, "word set", into: &diagnostics)
                let words = MappingReader.texts(value, key.value.quoted, into: &diagnostics)
                return WordSetSyntax(name: key, words: words)
            },
            purposes: texts("purposes", "purpose", reader, into: &diagnostics),
            notices: texts("notices", nil, reader, into: &diagnostics),
            canonicalBytes: root.canonicalBytes
        )
    }

    /// The locale's tag, and the flow the texts belong to, from a file's path.
    private static func names(in path: String) -> (tag: String, flow: String?)? {
        let suffix = ".yaml"
        guard path.hasSuffix(suffix) else { return nil }
        let parts = path.dropLast(suffix.count).split(
            separator: "/",
            omittingEmptySubsequences: false
        )
        guard parts.first == "locales", parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        switch parts.count {
        case 2: return (String(parts[1]), nil)
        case 3: return (String(parts[1]), String(parts[2]))
        default: return nil
        }
    }

    private static func section(
        _ name: String,
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> [(key: Located<String>, value: YAMLNode)] {
        guard let node = reader.entry(name)?.value, !node.isNothing else { return [] }
        return MappingReader.entries(node, name.quoted, into: &diagnostics) ?? []
    }

    /// Texts by key; `what` is what the keys name, nil for notices with versions.
    private static func texts(
        _ name: String,
        _ what: String?,
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> [TextEntrySyntax] {
        section(name, reader, into: &diagnostics).compactMap { key, value in
            if let what {
                Name.check(key, what, into: &diagnostics)
            } else {
                checkNotice(key, into: &diagnostics)
            }
            return MappingReader.text(value, key.value.quoted, into: &diagnostics)
                .map { TextEntrySyntax(key: key, text: $0) }
        }
    }

    private static func checkNotice(
        _ key: Located<String>,
        into diagnostics: inout Diagnostics
    ) {
        let parts = key.value.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count != 2 || parts[1].isEmpty || !Name.isValid(String(parts[0])) else {
            return
        }
        diagnostics.report(
            .invalidName,
            at: key.span,
            "\(key.value.quoted) is not a notice with its version",
            help: "write `name@version`, such as `privacy@2026-03`"
        )
    }

    private static func choice(
        _ name: Located<String>,
        _ node: YAMLNode,
        into diagnostics: inout Diagnostics
    ) -> ChoiceTextSyntax? {
        let what = "choice \(name.value.quoted)"
        if case .scalar = node {
            return MappingReader.text(node, what, into: &diagnostics)
                .map { ChoiceTextSyntax(name: name, label: $0, words: []) }
        }
        guard
            let reader = MappingReader(
                node,
                what,
                known: ["label", "words"],
                place: name.span,
                into: &diagnostics
            )
        else { return nil }
        let label = reader.requiredText("label", into: &diagnostics)
        let words = reader.texts("words", into: &diagnostics)
        return label.map { ChoiceTextSyntax(name: name, label: $0, words: words) }
    }
}
