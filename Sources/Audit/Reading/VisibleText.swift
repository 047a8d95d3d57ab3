/// A name out of a stored row, as text that cannot steer whatever shows it.
enum VisibleText {
    // A tampered row may hold anything: nothing in it may move the cursor, colour the terminal,
    // start a line of its own or turn the reading direction.
    /// The name, with `\u{…}` for each character that shows nothing and may still do something.
    static func of(_ name: String) -> String {
        guard name.unicodeScalars.contains(where: isHidden) else { return name }
        var text = ""
        for scalar in name.unicodeScalars {
            if isHidden(scalar) {
                text += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
