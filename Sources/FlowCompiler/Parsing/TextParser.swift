/// Reads a message: a key of the locale files, or texts by locale.
enum TextParser {
    static func text(
        _ reader: MappingReader,
        _ name: String,
        into diagnostics: inout Diagnostics
    ) -> TextSyntax? {
        guard let (key, node) = reader.entry(name) else { return nil }
        switch node {
        case .scalar:
            return MappingReader.text(node, name.quoted, into: &diagnostics).map { .key($0) }
        case .mapping(let entries, _):
            if entries.isEmpty {
                diagnostics.report(.missingKey, at: node.span, "\(name.quoted) has no text")
            }
            let texts = entries.compactMap { entry in
                MappingReader.text(entry.value, entry.key.value.quoted, into: &diagnostics)
                    .map { (locale: entry.key, text: $0) }
            }
            return .inline(texts, key.span)
        case .sequence:
            diagnostics.report(
                .wrongKind,
                at: node.span,
                "\(name.quoted) must be the key of a text or a mapping of locales, not a list"
            )
            return nil
        }
    }
}
