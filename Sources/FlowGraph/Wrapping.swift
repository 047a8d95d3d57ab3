/// Breaks text into lines that fit a box.
enum Wrapping {
    /// Columns of a line in a box, and lines of one text there.
    static let boxColumns = 28
    static let boxLines = 3
    /// Columns of a line beside an arrow, and lines of one label.
    static let arrowColumns = 26
    static let arrowLines = 4

    /// At most `limit` lines of at most `columns`; what is left out shows as `…`.
    ///
    /// Breaks at white space, and inside words that are longer than a line: there after a bracket,
    /// hyphen or comma if one is near. What a screen would obey instead of show, such as control
    /// characters, becomes U+FFFD.
    static func lines(of text: String, columns: Int, limit: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var width = 0
        for word in printable(text).split(whereSeparator: \.isWhitespace) {
            for piece in pieces(of: word, columns: columns) {
                let pieceWidth = Self.width(of: piece)
                if !line.isEmpty, width + 1 + pieceWidth > columns {
                    lines.append(line)
                    (line, width) = ("", 0)
                    // What comes now is beyond the last line, so the rest need not be looked at.
                    if lines.count == limit { return cut(lines) }
                }
                line += line.isEmpty ? piece : " \(piece)"
                width += pieceWidth + (width == 0 ? 0 : 1)
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// One line of at most `columns` and `…`.
    static func cut(_ text: String, columns: Int) -> String {
        lines(of: text, columns: columns, limit: 1).joined()
    }

    /// Without what would change the direction or the shape of the picture around it.
    static func printable(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { clean.append(isObeyed(scalar) ? "\u{FFFD}" : scalar) }
        return String(clean)
    }

    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20: false
        // Direction overrides and isolates, and code points that no XML text may hold.
        case 0x202A...0x202E, 0x2066...0x2069, 0xFFFE...0xFFFF: true
        default:
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
    }

    /// A word in parts that fit a line each.
    private static func pieces(of word: Substring, columns: Int) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var width = 0
        for character in word {
            let added = Self.width(of: character)
            if width + added > columns, !piece.isEmpty {
                let rest = piece.lastIndex(where: breaksAfter).map { piece[$0...].dropFirst() }
                // A break that leaves half a line empty is worse than one inside a name.
                if let rest, !rest.isEmpty, rest.count <= columns / 2 {
                    pieces.append(String(piece.dropLast(rest.count)))
                    piece = String(rest)
                } else {
                    pieces.append(piece)
                    piece = ""
                }
                width = Self.width(of: piece)
            }
            piece.append(character)
            width += added
        }
        return pieces + [piece]
    }

    private static func breaksAfter(_ character: Character) -> Bool {
        ["(", ")", "-", ",", ".", "/", "]", "}"].contains(character)
    }

    private static func cut(_ lines: [String]) -> [String] {
        var lines = lines
        if let last = lines.indices.last { lines[last] += "…" }
        return lines
    }

    private static func width(of text: String) -> Int {
        text.reduce(0) { $0 + width(of: $1) }
    }

    /// Han, Kana, Hangul and emoji are about twice as wide as a letter.
    private static func width(of character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        let isWide =
            first.properties.isIdeographic || first.properties.isEmojiPresentation
            || (0x3041...0x30FF).contains(first.value) || (0xAC00...0xD7A3).contains(first.value)
        return isWide ? 2 : 1
    }
}
