/// Keeps the direction of one piece of text from disturbing the text around it (UAX #9).
enum BidiText {
    /// FSI: the text up to PDI takes its direction from its own first strong character.
    static let open = "\u{2068}"
    static let close = "\u{2069}"
    /// Scalars that isolating a value adds.
    static let isolateScalars = 2

    /// Appends someone's text as data: control and bidi control characters are left out, and
    /// it is isolated in a right-to-left message or when it has right-to-left letters.
    static func append(_ value: String, isRightToLeft: Bool, to output: inout String) {
        guard !value.isEmpty else { return }
        guard needsCare(value) else {
            append(value, isolated: isRightToLeft, to: &output)
            return
        }
        var clean = String.UnicodeScalarView()
        var isStrong = false
        for scalar in value.unicodeScalars where !isRemoved(scalar) {
            isStrong = isStrong || isStrongRightToLeft(scalar)
            clean.append(scalar)
        }
        guard !clean.isEmpty else { return }
        append(String(clean), isolated: isRightToLeft || isStrong, to: &output)
    }

    private static func append(_ text: String, isolated: Bool, to output: inout String) {
        if isolated { output += open }
        output += text
        if isolated { output += close }
    }

    // Everything below U+0590 except the control characters passes unchanged; U+0590 and later
    // have lead bytes from 0xD6.
    private static func needsCare(_ value: String) -> Bool {
        for byte in value.utf8
        where byte < 0x20 && byte != 0x0A || byte == 0x7F || byte >= 0xD6 || byte == 0xC2 {
            return true
        }
        return false
    }

    private static func isRemoved(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func isStrongRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Arabic-Indic digits have a direction of their own that is weak.
        case 0x0660...0x0669, 0x06F0...0x06F9: false
        case 0x0590...0x08FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: true
        case 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
