/// Text as Mermaid takes it inside a quoted label.
///
/// A label passes a lexer, a Markdown reader and a browser. Whatever one of them might obey is
/// written as `#NN;`, which Mermaid turns into the character only after all of them
/// (mermaid.js.org/syntax/flowchart.html, "Entity codes to escape characters").
enum MermaidText {
    static func label(_ lines: [String]) -> String {
        lines.map { escaped($0) }.joined(separator: "<br/>")
    }

    static func escaped(_ line: String) -> String {
        let characters = Array(Wrapping.printable(line))
        var escaped = ""
        for (place, character) in characters.enumerated() {
            let before = place > 0 ? characters[place - 1] : nil
            let after = place + 1 < characters.count ? characters[place + 1] : nil
            // `direction TB` begins a statement wherever it stands in a line.
            let isAfterDirection = character == " " && escaped.hasSuffix("direction")
            if !isAfterDirection, isPlain(character, after: before, before: after) {
                escaped.append(character)
            } else {
                for scalar in character.unicodeScalars { escaped += "#\(scalar.value);" }
            }
        }
        return escaped
    }

    /// Whether a character means nothing but itself between its neighbours.
    private static func isPlain(
        _ character: Character,
        after before: Character?,
        before after: Character?
    ) -> Bool {
        switch character {
        case " ", ",", "'", "(", "?": return true
        // Not `- item`, `---` or `-->`.
        case "-": return isLetterOrDigit(before) && isLetterOrDigit(after)
        // Not `1.` or `www.example`.
        case ".": return before?.isLetter == true && (after == nil || after == " ")
        // Not `1)`.
        case ")": return before?.isNumber == false
        // Mermaid's own marks for what it has decoded.
        case "ﬂ", "°", "¶", "ß": return false
        default:
            return isLetterOrDigit(character)
                || character.unicodeScalars.first?.isASCII == false
        }
    }

    private static func isLetterOrDigit(_ character: Character?) -> Bool {
        character.map { $0.isLetter || $0.isNumber } ?? false
    }
}
