/// Turns a parser's places (line, code point) into ours (line, character) with lengths.
struct YAMLPlaces {
    let path: String
    let scalars: [Unicode.Scalar]
    private let lines: [Line]
    /// The character columns of the line looked at last; nodes come in the order of lines.
    private var cachedLine = 0
    private var cachedColumns: [Int] = []

    private struct Line {
        /// Where the line begins in `scalars`.
        var start: Int
        /// Whether each code point is a character of its own.
        var isSimple = true
    }

    /// Below the first combining mark only CR and LF join, and both end a line.
    private static let firstJoining: Unicode.Scalar = "\u{300}"

    init(path: String, text: String) {
        self.path = path
        // `Array(text.unicodeScalars)` would count them first.
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { scalars.append(scalar) }
        var lines: [Line] = []
        var line = Line(start: 0)
        for (index, scalar) in scalars.enumerated() {
            // Most of any text.
            if 0x20..<0x7F ~= scalar.value { continue }
            if Self.endsLine(scalar) {
                let next = index + 1 < scalars.count ? scalars[index + 1] : nil
                if scalar == "\r", next == "\n" { continue }
                lines.append(line)
                line = Line(start: index + 1)
            } else if scalar >= Self.firstJoining {
                line.isSimple = false
            }
        }
        lines.append(line)
        self.scalars = scalars
        self.lines = lines
    }

    static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    /// The index in `scalars` of a line and a code point in it, both from 1.
    func index(line: Int, column: Int) -> Int {
        guard line >= 1 else { return 0 }
        guard line <= lines.count else { return scalars.count }
        return min(scalars.count, lines[line - 1].start + max(0, column - 1))
    }

    /// The line and the code point in it, both from 1.
    func place(at index: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = lines.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].start <= index { low = middle } else { high = middle }
        }
        return (low + 1, index - lines[low].start + 1)
    }

    /// A place of ours; column and length are given in code points of the line.
    mutating func span(line: Int, column: Int, length: Int) -> SourceSpan {
        let line = max(1, min(line, lines.count))
        guard !lines[line - 1].isSimple else {
            let from = max(0, column - 1)
            let to = max(0, column - 1 + length)
            return SourceSpan(path: path, line: line, column: from + 1, length: to - from)
        }
        prepare(line)
        let from = character(max(0, column - 1))
        let to = character(max(0, column - 1 + length))
        return SourceSpan(path: path, line: line, column: from, length: to - from)
    }

    /// How many code points of its first line a text takes as written.
    func writtenLength(of text: String, at index: Int) -> Int {
        guard index < scalars.count else { return 1 }
        switch scalars[index] {
        case "\"": return quotedLength(at: index, quote: "\"")
        case "'": return quotedLength(at: index, quote: "'")
        case "|", ">": return 1
        default: break
        }
        var end = index
        for scalar in text.unicodeScalars {
            guard end < scalars.count, scalars[end] == scalar, !Self.endsLine(scalar) else { break }
            end += 1
        }
        while end > index, scalars[end - 1] == " " { end -= 1 }
        return end - index
    }

    private func quotedLength(at start: Int, quote: Unicode.Scalar) -> Int {
        var index = start + 1
        while index < scalars.count, !Self.endsLine(scalars[index]) {
            guard scalars[index] == quote || scalars[index] == "\\" else {
                index += 1
                continue
            }
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            if quote == "\"", scalars[index] == "\\", let next, !Self.endsLine(next) {
                index += 2
            } else if quote == "'", scalars[index] == quote, next == quote {
                index += 2
            } else if scalars[index] == quote {
                return index + 1 - start
            } else {
                index += 1
            }
        }
        return index - start
    }

    private func character(_ scalar: Int) -> Int {
        if scalar < cachedColumns.count { return cachedColumns[scalar] }
        return (cachedColumns.last ?? 0) + 1 + scalar - cachedColumns.count
    }

    private mutating func prepare(_ line: Int) {
        guard line != cachedLine else { return }
        cachedLine = line
        let start = lines[line - 1].start
        var end = start
        while end < scalars.count, !Self.endsLine(scalars[end]) { end += 1 }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<end])
        cachedColumns.removeAll(keepingCapacity: true)
        for (number, character) in String(view).enumerated() {
            for _ in character.unicodeScalars { cachedColumns.append(number + 1) }
        }
    }
}
