/// Text as DOT takes it (graphviz.org/doc/info/lang.html).
enum DOTText {
    /// For an HTML-like label, which is read as XML.
    static func html(_ text: String) -> String {
        var escaped = ""
        for character in Wrapping.printable(text) {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            // Graphviz gives a meaning of its own to `\N` and its like in some attributes.
            case "\\": escaped += "&#92;"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// Lines of an HTML-like label, one below the other.
    static func html(_ lines: [String]) -> String {
        lines.map { html($0) }.joined(separator: "<br/>")
    }

    /// A quoted string of the attributes that know escape sequences, such as `tooltip`.
    static func quoted(_ text: String) -> String {
        var escaped = ""
        for character in Wrapping.printable(text) {
            switch character {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case _ where character.isNewline: escaped += "\\n"
            // Here `&` begins an entity, as it does in HTML.
            case "&": escaped += "&amp;"
            default: escaped.append(character)
            }
        }
        return "\"\(escaped)\""
    }
}
