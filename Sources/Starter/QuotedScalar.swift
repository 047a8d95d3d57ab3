/// Text as a double-quoted scalar of YAML 1.2 (section 7.3.1): one value, whatever it holds.
package enum QuotedScalar {
    /// The scalar with its quotes, on one line.
    package static func quote(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars { append(scalar, to: &quoted) }
        return quoted + "\""
    }

    private static func append(_ scalar: Unicode.Scalar, to quoted: inout String) {
        switch scalar {
        case "\"", "\\":
            quoted += "\\"
            quoted.unicodeScalars.append(scalar)
        case _ where mustBeEscaped(scalar):
            let digits = String(scalar.value, radix: 16)
            quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        default: quoted.unicodeScalars.append(scalar)
        }
    }

    /// Line breaks, other controls, what readers may take for a line break or a byte order mark.
    private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: scalar == "\u{FEFF}"
        }
    }
}
