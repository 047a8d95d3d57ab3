/// One record of a CSV file, by RFC 4180, that a spreadsheet can open without running it.
///
/// A field that a spreadsheet would take for a formula begins with an apostrophe, which makes it
/// text (OWASP, "CSV Injection"). A control character is written `\u{9}`, never as it is, so that a
/// record is always one line.
package enum CSVLine {
    /// First characters of a formula, or of what a spreadsheet drops before it looks for one; also
    /// the full-width forms, which some locales take for the same.
    private static let starters: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\0",
        "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}",
    ]

    /// The record with its line end (CRLF, RFC 4180 §2).
    package static func text(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ value: String) -> String {
        // Asked before the control characters go: an escaped tab is no tab any more.
        let isFormula = value.unicodeScalars.first.map(starters.contains) ?? false
        let text = (isFormula ? "'" : "") + VisibleText.of(value)
        // A line end cannot be left in it, so two characters are left that would end a field.
        guard text.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" }) else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
