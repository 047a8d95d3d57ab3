// Plain and quoted texts. Both may go on over several lines, which YAML folds into one.
extension LayoutReader {
    /// A quoted text, its lines without the spaces that folding takes away.
    mutating func readQuoted() throws(FormatError) -> [String] {
        let mark = byte()
        var lines: [String] = []
        var start = position
        position += 1
        while true {
            guard position < bytes.count else { throw problem() }
            switch byte() {
            case Byte.backslash where mark == Byte.quote && byte(1) != Byte.lineFeed:
                position += 2
            case Byte.lineFeed:
                lines.append(quotedLine(start..<position, mark))
                position += 1
                lineStart = position
                skipBlanks()
                start = position
            case mark where mark == Byte.apostrophe && byte(1) == mark:
                position += 2
            case mark:
                position += 1
                return lines + [text(start..<position)]
            default:
                position += 1
            }
        }
    }

    /// Keeps the spaces at a line's end if the first of them is escaped.
    private func quotedLine(_ range: Range<Int>, _ mark: UInt8) -> String {
        let end = trimmed(range)
        let isEscaped =
            mark == Byte.quote && end > range.lowerBound && bytes[end - 1] == Byte.backslash
        return text(range.lowerBound..<(isEscaped ? range.upperBound : end))
    }

    /// Where a plain text ends in this line; blanks before that are not part of it.
    func plainEnd(inFlow: Bool) throws(FormatError) -> Int {
        var index = position
        while byte(at: index) != Byte.lineFeed {
            switch byte(at: index) {
            case Byte.hash where index > position && Byte.isBlank(bytes[index - 1]): return index
            case Byte.colon where Byte.isBlankOrBreak(byte(at: index + 1)): return index
            case let other where inFlow && Byte.isFlowIndicator(other): return index
            case 0xC2 where isUnusualBreak(at: index), 0xE2 where isUnusualBreak(at: index):
                throw problem(at: index)
            default: index += 1
            }
        }
        return index
    }

    /// A plain text in a mapping or list that begins at a column; nil within braces or brackets.
    mutating func readPlain(within column: Int?) throws(FormatError) -> [String] {
        var lines: [String] = []
        while true {
            let end = try plainEnd(inFlow: column == nil)
            let last = trimmed(position..<end)
            guard last > position else { throw problem() }
            lines.append(text(position..<last))
            position = last
            guard byte(at: end) == Byte.lineFeed, let next = continuation(after: end, column)
            else { return lines }
            lines.append(contentsOf: repeatElement("", count: next.blankLines))
            position = next.start
            lineStart = next.lineStart
        }
    }

    private struct Continuation {
        let start: Int
        let lineStart: Int
        let blankLines: Int
    }

    /// Where a plain text goes on below the line that ends at `end`, if it does.
    private func continuation(after end: Int, _ column: Int?) -> Continuation? {
        var lineStart = end + 1
        var start = lineStart
        var blankLines = 0
        while start < bytes.count {
            if Byte.isBlank(bytes[start]) {
                start += 1
            } else if bytes[start] == Byte.lineFeed {
                blankLines += 1
                start += 1
                lineStart = start
            } else {
                break
            }
        }
        guard start < bytes.count, bytes[start] != Byte.hash else { return nil }
        if let column {
            guard start - lineStart > column, start > lineStart || !isMarker(at: start)
            else { return nil }
        } else {
            let isColon = bytes[start] == Byte.colon && Byte.isBlankOrBreak(byte(at: start + 1))
            guard !isColon, !Byte.isFlowIndicator(bytes[start]) else { return nil }
        }
        return Continuation(start: start, lineStart: lineStart, blankLines: blankLines)
    }
}
