/// Reads numbers the way people of a locale write them.
package enum NumberReader {
    /// The longest text that is looked at, in UTF-8 bytes.
    package static let longestBytes = 64

    /// The number, or `nil` if the text is not one or could be read in two ways.
    ///
    /// Digits of any one script are read. Groups must be complete, so in English `1,500` is
    /// 1500 and `1,5` is nothing; in German `1.500` is 1500 and `1,5` is one and a half.
    package static func read(_ text: String, locale: LocaleTag) -> DecimalNumber? {
        guard text.utf8.count <= longestBytes else { return nil }
        let conventions = LocaleConventions.of(locale)
        var scalars = trimmed(text)[...]
        var isNegative = false
        if let sign = scalars.first, sign == "+" || isMinus(sign) {
            isNegative = isMinus(sign)
            scalars.removeFirst()
        }
        var digits = Digits()
        guard digits.read(scalars, conventions), digits.areGroupsComplete(conventions.grouping),
            let text = digits.plainText
        else { return nil }
        return DecimalNumber(isNegative ? "-\(text)" : text)
    }

    /// Without surrounding white space and without the marks that only steer text direction.
    static func trimmed(_ text: String) -> [Unicode.Scalar] {
        var scalars = text.unicodeScalars.filter { !isDirectionMark($0) }[...]
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return Array(scalars)
    }

    private static func isDirectionMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200E, 0x200F, 0x061C, 0x2066...0x2069, 0x202A...0x202E: true
        default: false
        }
    }

    private static func isMinus(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "\u{2212}"
    }
}

/// The value of a decimal digit of any script (general category Nd).
func decimalDigit(_ scalar: Unicode.Scalar) -> UInt32? {
    if scalar.isASCII {
        return ("0"..."9").contains(scalar) ? scalar.value - 0x30 : nil
    }
    guard scalar.properties.generalCategory == .decimalNumber,
        let value = scalar.properties.numericValue
    else { return nil }
    return UInt32(value)
}
