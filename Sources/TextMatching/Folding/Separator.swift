/// What a character between words does to the sentence.
enum Separator {
    case plain
    /// Commas, colons, brackets of thought.
    case clause
    /// Full stops, exclamation marks and new lines.
    case sentence
    case question
    case quote
    /// Slashes, at-signs and underscores: between two letters they make one name of them.
    case binding

    init(ascii byte: UInt8) {
        switch byte {
        case UInt8(ascii: "?"): self = .question
        case UInt8(ascii: "\""): self = .quote
        case UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "_"): self = .binding
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): self = .clause
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            self = .sentence
        default: self = .plain
        }
    }

    init(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "¿", "؟", "⸮", "՞", "፧": self = .question
        case "“", "”", "„", "‟", "«", "»", "「", "」", "『", "』": self = .quote
        case "¡", "،", "؛", "、", "—", "–", "·": self = .clause
        case "。", "।", "…", "\u{2028}", "\u{2029}": self = .sentence
        case _ where scalar.isASCII: self.init(ascii: UInt8(truncatingIfNeeded: scalar.value))
        default: self = .plain
        }
    }
}
