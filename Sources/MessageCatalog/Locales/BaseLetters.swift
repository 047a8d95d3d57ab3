/// Reduces words to what people tell apart when they type: no case, no accents.
enum BaseLetters {
    private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
        var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
        for line in BaseLetterText.groups.utf8.split(separator: UInt8(ascii: "\n")) {
            let scalars = String(decoding: line, as: UTF8.self).unicodeScalars
            guard let base = scalars.first else { continue }
            for variant in scalars.dropFirst() { bases[variant] = base }
        }
        return bases
    }()

    static func base(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.isASCII ? scalar : bases[scalar] ?? scalar
    }

    /// Accents and vowel points that may be left out; the vowel signs of Indic scripts may not.
    static func isOptionalMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0300...0x036F, 0x0591...0x05BD, 0x064B...0x065F, 0x0670: true
        default: false
        }
    }
}
