/// How folding treats a letter's marks and word borders; block ranges, not the Script property,
/// because the standard library does not carry it.
package enum ScriptClass: Hashable, Sendable {
    /// Latin, Greek and Cyrillic: accents are habits of spelling and go.
    case alphabetic
    /// Arabic and Hebrew: vowel points go.
    case abjad
    /// Han, kana and hangul: written without spaces.
    case cjk
    /// Marks are letters (Devanagari, Thai …) and stay.
    case other

    package init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x00...0x052F, 0x1C80...0x1C8F, 0x1D00...0x1DBF, 0x1E00...0x1FFF, 0x2C60...0x2C7F,
            0x2DE0...0x2DFF, 0xA640...0xA69F, 0xA720...0xA7FF, 0xAB30...0xAB6F:
            self = .alphabetic
        case 0x0590...0x06FF, 0x0750...0x077F, 0x0870...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF:
            self = .abjad
        case 0x1100...0x11FF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x30FF, 0x3130...0x318F,
            0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            self = .cjk
        default: self = .other
        }
    }

    var stripsMarks: Bool {
        switch self {
        case .alphabetic, .abjad: true
        case .cjk, .other: false
        }
    }
}
