import JSONCoding

/// What is read of the short texts in webhooks: names, ids, numbers.
enum WhatsAppText {
    /// Scalars of a name of Meta's that are kept for a log.
    static let longestName = 64

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// ASCII that prints and is no space.
    static func isVisible(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

    /// A name of Meta's cut down to what may stand in a log: ASCII letters, digits, `_`, `-`, `.`.
    ///
    /// A name that is missing, or has none of these, is `unknown`.
    static func plainName(_ name: String?) -> String {
        let plain = (name ?? "").unicodeScalars.lazy.filter { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".": true
            default: false
            }
        }
        let kept = String(String.UnicodeScalarView(plain.prefix(longestName)))
        return kept.isEmpty ? "unknown" : kept
    }

    /// An id that Meta wrote as a text or as a number; `nil` for an empty or oversized one, or one
    /// with anything in it that does not print.
    static func id(_ value: JSONValue?) -> String? {
        let text: String
        switch value {
        case .text(let written), .number(let written): text = written
        case nil, .null, .boolean, .list, .object: return nil
        }
        guard (1...WhatsAppLimits.idBytes).contains(text.utf8.count),
            text.utf8.allSatisfy(isVisible)
        else { return nil }
        return text
    }
}
