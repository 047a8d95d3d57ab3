/// Scalar-by-scalar folding that normalisation forms do not do.
enum LetterFolding {
    /// Appends the case-folded scalar (Unicode CaseFolding.txt, full folding, with the Turkish
    /// dotted and dotless i both read as i), or nothing for what cannot be seen.
    static func append(_ scalar: Unicode.Scalar, to folded: inout String.UnicodeScalarView) {
        if scalar.isASCII {
            folded.append(lowercased(ascii: scalar))
            return
        }
        if isInvisible(scalar) { return }
        if let letter = enclosedLetter(scalar) {
            folded.append(letter)
            return
        }
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
            appendSpelling(of: lower, to: &folded)
        }
    }

    private static func lowercased(ascii scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard ("A"..."Z").contains(scalar) else { return scalar }
        return Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
    }

    /// Default-ignorable and format characters, and skin tones: nothing a reader sees as text.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        return properties.isDefaultIgnorableCodePoint || properties.isEmojiModifier
            || properties.generalCategory == .format || scalar == "\u{0640}"
    }

    // Letters with a stroke have no decomposition, yet people without them on the keyboard write
    // the bare letter; Persian letters share the Arabic list's words.
    private static func appendSpelling(
        of scalar: Unicode.Scalar,
        to folded: inout String.UnicodeScalarView
    ) {
        switch scalar {
        case "ß": folded.append(contentsOf: "ss".unicodeScalars)
        case "æ": folded.append(contentsOf: "ae".unicodeScalars)
        case "œ": folded.append(contentsOf: "oe".unicodeScalars)
        case "þ": folded.append(contentsOf: "th".unicodeScalars)
        case "ı", "ɨ": folded.append("i")
        case "ł": folded.append("l")
        case "đ", "ð": folded.append("d")
        case "ø": folded.append("o")
        case "ħ": folded.append("h")
        case "ŧ": folded.append("t")
        case "ς": folded.append("σ")
        case "ٱ": folded.append("ا")
        case "ى", "ی": folded.append("ي")
        case "ة": folded.append("ه")
        case "ک": folded.append("ك")
        default: folded.append(decimalDigit(scalar) ?? scalar)
        }
    }

    /// The ASCII digit of the same value for decimal digits of any script (`٥` → `5`).
    private static func decimalDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard scalar.properties.generalCategory == .decimalNumber,
            let value = scalar.properties.numericValue, (0...9).contains(value)
        else { return nil }
        return Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))
    }

    /// White-on-black letters (`🅂` decomposes by itself, `🆂` and `🅢` do not).
    private static func enclosedLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let first = UInt8(ascii: "a")
        switch scalar.value {
        case 0x1F150...0x1F169: return Unicode.Scalar(first + UInt8(scalar.value - 0x1F150))
        case 0x1F170...0x1F189: return Unicode.Scalar(first + UInt8(scalar.value - 0x1F170))
        default: return nil
        }
    }
}
