/// Writes numbers the way a locale does: its digits, separators and grouping.
package enum NumberFormat {
    package enum Style: Hashable, Sendable, CaseIterable {
        /// With every decimal the number has: nothing is rounded.
        case plain
        /// Rounded to a whole number, half to even.
        case integer
        /// A hundred times the number, rounded to a whole number, with the percent sign.
        case percent

        package var keyword: String {
            switch self {
            case .plain: "plain"
            case .integer: "integer"
            case .percent: "percent"
            }
        }
    }

    package static func text(
        _ number: DecimalNumber,
        locale: LocaleTag,
        style: Style = .plain
    ) -> String {
        var text = ""
        append(number, style, LocaleConventions.of(locale), to: &text)
        return text
    }

    static func append(
        _ number: DecimalNumber,
        _ style: Style,
        _ conventions: LocaleConventions,
        to text: inout String
    ) {
        let (prefix, suffix) = style == .percent ? conventions.percentAffixes : ("", "")
        let isNegative: Bool
        let whole: UInt128
        var fraction: UInt64 = 0
        switch style {
        case .plain:
            isNegative = number.isNegative
            let parts = number.magnitudeParts
            (whole, fraction) = (UInt128(parts.whole), parts.fraction)
        case .integer, .percent:
            let rounded = number.wholeMultiple(of: style == .percent ? 100 : 1)
            isNegative = rounded < 0
            whole = rounded.magnitude
        }
        if isNegative { text += conventions.minusSign }
        text += prefix
        appendGrouped(whole, conventions, to: &text)
        if style == .plain, number.scale > 0 {
            text += conventions.separators.decimal
            append(fraction, width: number.scale, conventions, to: &text)
        }
        text += suffix
    }

    /// Digits in the locale's numbering system, padded with zeros to `width`, not grouped.
    static func append(
        _ integer: some BinaryInteger,
        width: Int,
        _ conventions: LocaleConventions,
        to text: inout String
    ) {
        let digits = String(integer)
        let zero = conventions.zeroDigit.value
        for _ in 0..<max(0, width - digits.utf8.count) { appendDigit(0, zero, to: &text) }
        if zero == 0x30 {
            text += digits
        } else {
            for byte in digits.utf8 { appendDigit(UInt32(byte - 0x30), zero, to: &text) }
        }
    }

    private static func appendGrouped(
        _ integer: UInt128,
        _ conventions: LocaleConventions,
        to text: inout String
    ) {
        let digits = String(integer)
        let count = digits.utf8.count
        let (primary, secondary) = conventions.grouping
        guard primary > 0, count >= primary + conventions.minimumGroupingDigits else {
            return append(integer, width: 1, conventions, to: &text)
        }
        let zero = conventions.zeroDigit.value
        for (place, byte) in digits.utf8.enumerated() {
            let left = count - place
            let isGroupStart =
                left == primary || left > primary && (left - primary) % secondary == 0
            if place > 0, isGroupStart { text += conventions.separators.group }
            appendDigit(UInt32(byte - 0x30), zero, to: &text)
        }
    }

    private static func appendDigit(_ digit: UInt32, _ zero: UInt32, to text: inout String) {
        // Every zero digit of the table starts a run of ten scalars.
        guard let scalar = Unicode.Scalar(zero + digit) else { return }
        text.unicodeScalars.append(scalar)
    }

    /// The most Unicode scalars a number takes whose plain text has `plain` scalars.
    static func longestText(
        plain: Int,
        _ style: Style,
        _ conventions: LocaleConventions
    ) -> Int {
        let (prefix, suffix) = conventions.percentAffixes
        let isPercent = style == .percent
        let digits = max(1, plain) + (isPercent ? 2 : 0)
        let (primary, secondary) = conventions.grouping
        let groups = primary > 0 && digits > primary ? 1 + (digits - primary - 1) / secondary : 0
        let affixes = prefix.unicodeScalars.count + suffix.unicodeScalars.count
        return digits + groups * conventions.separators.group.unicodeScalars.count
            + conventions.separators.decimal.unicodeScalars.count - 1
            + conventions.minusSign.unicodeScalars.count - 1 + (isPercent ? affixes : 0)
    }
}
