/// How many SMS a text is, which is what a carrier counts and charges.
///
/// 3GPP TS 23.038 has the alphabet, 3GPP TS 23.040 §9.2.3.24.1 the parts: 160 septets or 70 units
/// of UTF-16 in one SMS; 153 or 67 in each of several, which carry a header. One character outside
/// of the alphabet makes all of a text UTF-16.
package enum SMSSegments {
    package enum Alphabet: Hashable, Sendable {
        /// The GSM 7 bit default alphabet with its extension.
        case gsm7
        /// UTF-16, which GSM calls UCS-2.
        case ucs2
    }

    package struct Size: Hashable, Sendable {
        package let alphabet: Alphabet
        /// Septets, or units of UTF-16.
        package let units: Int
        package let segments: Int

        package init(alphabet: Alphabet, units: Int, segments: Int) {
            self.alphabet = alphabet
            self.units = units
            self.segments = segments
        }
    }

    package static func size(of text: String) -> Size {
        let costs = text.unicodeScalars.map(septets)
        let isGSM = !costs.contains(nil)
        let widths =
            isGSM ? costs.compactMap { $0 } : text.unicodeScalars.map { UTF16.width($0) }
        let units = widths.reduce(0, +)
        let alphabet = isGSM ? Alphabet.gsm7 : .ucs2
        guard units > (isGSM ? 160 : 70) else {
            return Size(alphabet: alphabet, units: units, segments: 1)
        }
        let room = isGSM ? 153 : 67
        var segments = 1
        var used = 0
        // A character is never cut in two, so that a part may end a unit early.
        for width in widths {
            if used + width > room {
                segments += 1
                used = 0
            }
            used += width
        }
        return Size(alphabet: alphabet, units: units, segments: segments)
    }

    private static func septets(_ scalar: Unicode.Scalar) -> Int? {
        if basic.contains(scalar) { return 1 }
        return extended.contains(scalar) ? 2 : nil
    }

    /// TS 23.038 §6.2.1, without the escape.
    private static let basic = Set(
        ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà")
            .unicodeScalars
    )

    /// TS 23.038 §6.2.1.1: an escape and one more septet.
    private static let extended = Set("\u{C}^{}\\[~]|€".unicodeScalars)
}
