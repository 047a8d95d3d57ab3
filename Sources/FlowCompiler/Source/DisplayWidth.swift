/// How many columns a terminal gives to text.
///
/// Wide ranges after Unicode's EastAsianWidth.txt (classes W and F), unassigned code points of CJK
/// blocks included; what is an emoji by itself is wide as well.
enum DisplayWidth {
    /// Shown in place of what a terminal would obey instead of print.
    static let replacement: Character = "\u{FFFD}"

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D376,
        0x1F200...0x1F265, 0x20000...0x3FFFD,
    ]

    static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        let emojiStyle: Unicode.Scalar = "\u{FE0F}"
        if scalars.count > 1, scalars.contains(emojiStyle) { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        if first.properties.isEmojiPresentation { return 2 }
        return wide.contains { $0.contains(first.value) } ? 2 : 1
    }

    /// Text with control characters, line breaks and direction overrides made visible.
    static func printable(_ text: some StringProtocol) -> String {
        String(text.map { isUnprintable($0) ? replacement : $0 })
    }

    static func isUnprintable(_ character: Character) -> Bool {
        character.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            default:
                (0x202A...0x202E).contains(scalar.value)
                    || (0x2066...0x2069).contains(scalar.value)
            }
        }
    }
}
