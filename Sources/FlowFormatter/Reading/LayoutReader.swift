/// Takes a YAML file apart into its lines, keeping what a YAML parser forgets: comments, blank
/// lines, and each text as it is written.
///
/// It knows the YAML that `YAMLReader` accepts and is only given such files. Nesting is read from
/// the columns alone, so nothing here calls itself and no depth can exhaust it.
struct LayoutReader {
    /// With a line feed for each line end.
    let bytes: [UInt8]
    var position = 0
    /// Where the line begins that `position` is in.
    var lineStart = 0
    /// The mappings and lists that are open, the outermost first.
    var levels: [LayoutLevel] = []
    var lines: [LayoutLine] = []
    /// Comments and blank lines since the last line; at the end those that end the file.
    var trivia: [LayoutTrivia] = []
    /// The text of every comment, in order.
    private(set) var comments: [String] = []
    private var hasContent = false

    init(_ text: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if byte == Byte.lineFeed, bytes.last == Byte.carriageReturn { bytes.removeLast() }
            // A carriage return may still be the first half of a line end.
            if bytes.last == Byte.carriageReturn { bytes[bytes.count - 1] = Byte.lineFeed }
            bytes.append(byte)
        }
        if bytes.last == Byte.carriageReturn { bytes[bytes.count - 1] = Byte.lineFeed }
        self.bytes = bytes
    }

    mutating func readAll() throws(FormatError) {
        while position < bytes.count {
            lineStart = position
            skipBlanks()
            if isAtLineEnd {
                trivia.append(.blank)
                nextLine()
            } else if byte() == Byte.hash {
                trivia.append(.comment(try readComment()))
                nextLine()
            } else if position == lineStart, byte() == Byte.percent, !hasContent {
                try readDirective()
            } else if position == lineStart, isMarker(at: position) {
                try readMarker()
            } else {
                hasContent = true
                try readWholeLine()
            }
        }
    }

    private mutating func readDirective() throws(FormatError) {
        while !isAtLineEnd {
            guard !isUnusualBreak(at: position) else { throw problem() }
            position += 1
        }
        append(marker: text(lineStart..<trimmed(lineStart..<position)), comment: nil)
    }

    private mutating func readMarker() throws(FormatError) {
        position += 3
        let marker = text(lineStart..<position)
        skipBlanks()
        let comment = isAtLineEnd || byte() != Byte.hash ? nil : try readComment()
        guard isAtLineEnd else { throw problem() }
        append(marker: marker, comment: comment)
    }

    private mutating func append(marker: String, comment: LayoutComment?) {
        var line = LayoutLine(before: trivia, marker: marker)
        line.comment = comment
        line.ended = levels.reversed()
        lines.append(line)
        levels.removeAll()
        trivia.removeAll()
        nextLine()
    }

    /// From `#` to the line's end.
    mutating func readComment() throws(FormatError) -> LayoutComment {
        let start = position
        while !isAtLineEnd {
            guard !isUnusualBreak(at: position) else { throw problem() }
            position += 1
        }
        let comment = LayoutComment(
            text: text(start..<trimmed(start..<position)),
            column: start - lineStart
        )
        comments.append(comment.text)
        return comment
    }
}

extension LayoutReader {
    /// The byte at a distance from `position`; a line feed past the end.
    func byte(_ distance: Int = 0) -> UInt8 { byte(at: position + distance) }

    func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : Byte.lineFeed }

    var isAtLineEnd: Bool { byte() == Byte.lineFeed }

    mutating func skipBlanks() {
        while Byte.isBlank(byte()) { position += 1 }
    }

    /// From a line's end to the beginning of the next.
    mutating func nextLine() {
        position = min(position + 1, bytes.count)
        lineStart = position
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The end of a range without the blanks there.
    func trimmed(_ range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, Byte.isBlank(bytes[end - 1]) { end -= 1 }
        return end
    }

    /// `---` or `...` with nothing close behind it.
    func isMarker(at index: Int) -> Bool {
        let first = byte(at: index)
        guard first == Byte.dash || first == Byte.dot else { return false }
        return byte(at: index + 1) == first && byte(at: index + 2) == first
            && Byte.isBlankOrBreak(byte(at: index + 3))
    }

    /// U+0085, U+2028 or U+2029, which YAML's parser takes for line ends.
    func isUnusualBreak(at index: Int) -> Bool {
        switch byte(at: index) {
        case 0xC2: byte(at: index + 1) == 0x85
        case 0xE2:
            byte(at: index + 1) == 0x80
                && (byte(at: index + 2) == 0xA8 || byte(at: index + 2) == 0xA9)
        default: false
        }
    }

    /// Why reading cannot go on at `position`.
    func problem() -> FormatError { problem(at: position) }

    /// Why reading cannot go on at a place.
    func problem(at index: Int) -> FormatError {
        let before = bytes[..<min(index, bytes.count)]
        let start = before.lastIndex(of: Byte.lineFeed).map { $0 + 1 } ?? 0
        let place = LayoutPlace(
            line: before.count { $0 == Byte.lineFeed } + 1,
            column: text(start..<before.endIndex).count + 1
        )
        return isUnusualBreak(at: index) ? .unusualLineBreak(place) : .unusualForm(place)
    }
}
