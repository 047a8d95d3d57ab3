extension DiagnosticRenderer {
    /// One JSON object on one line; `endColumn` is the first column after the place.
    package static func json(_ diagnostic: Diagnostic) -> String {
        let span = diagnostic.span
        let fields: [(key: String, value: String)] = [
            ("file", quote(span.path)),
            ("line", String(span.line)),
            ("column", String(span.column)),
            ("endColumn", String(span.column + span.length)),
            ("severity", quote(diagnostic.severity.rawValue)),
            ("code", quote(diagnostic.code.rawValue)),
            ("message", quote(diagnostic.sentence)),
            ("help", diagnostic.help.map(quote) ?? "null"),
        ]
        return "{" + fields.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    /// RFC 8259 §7, and the two separators that end a line in JavaScript.
    static func quote(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
