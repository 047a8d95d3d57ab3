/// Text made fit to stand in HTML or XML.
enum MarkupText {
    /// Escapes what has a meaning in markup, in text and in quoted attributes alike.
    ///
    /// What no document may hold (XML 1.0, “Characters”) becomes U+FFFD; a carriage return is
    /// written as a reference, since a reader would take it for a line break.
    static func escaped(_ text: String, inAttribute: Bool = false) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\r": result += "&#13;"
            case "\n" where inAttribute: result += "&#10;"
            case "\t" where inAttribute: result += "&#9;"
            default: result.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return result
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0x7E, 0xA0...0xFFFD, 0x1_0000...0x10_FFFF: true
        // Also the controls from U+007F on, which XML only discourages: they show nothing.
        default: false
        }
    }
}
