import MessageCatalog

/// A text as a reader of the flow knows it: values by their names, `{first-name}`.
enum SpokenText {
    /// The first line, with `…` when there are more.
    ///
    /// Of a plural the text for `other` stands here; a choice by a word is shown as its name.
    static func firstLine(of template: MessageTemplate) -> String {
        let whole = text(of: template.parts, counted: nil)
        let lines = whole.split(whereSeparator: \.isNewline)
        guard let first = lines.first else { return "" }
        return lines.count == 1 ? String(first) : "\(first) …"
    }

    private static func text(of parts: [TemplatePart], counted: String?) -> String {
        parts.map { part in
            switch part {
            case .literal(let literal): literal
            case .argument(let name), .number(let name, _), .date(let name, _),
                .duration(let name):
                "{\(name)}"
            case .plural(let choice): text(of: choice.other, counted: choice.argument)
            case .select(let choice): "{\(choice.argument)}"
            case .pound: counted.map { "{\($0)}" } ?? "#"
            }
        }.joined()
    }
}
