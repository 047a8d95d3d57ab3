// Values in braces and brackets, and texts after `|` and `>`.
extension LayoutReader {
    /// From an opening brace or bracket to its counterpart.
    mutating func readFlow() throws(FormatError) -> [FlowToken] {
        var tokens: [FlowToken] = []
        var depth = 0
        while position < bytes.count {
            switch byte() {
            case Byte.space, Byte.tab: position += 1
            case Byte.lineFeed:
                switch tokens.last {
                case .lineBreak: tokens.append(.emptyLine)
                case .emptyLine: break
                default: tokens.append(.lineBreak)
                }
                nextLine()
            case Byte.hash: tokens.append(.comment(try readComment()))
            case Byte.quote, Byte.apostrophe: tokens.append(.text(try readQuoted()))
            default:
                if let token = indicator {
                    tokens.append(token)
                    position += 1
                    if token.isOpening { depth += 1 }
                    if token.isClosing { depth -= 1 }
                    if depth == 0 { return tokens }
                } else {
                    tokens.append(.text(try readPlain(within: nil)))
                }
            }
        }
        throw problem()
    }

    private var indicator: FlowToken? {
        switch byte() {
        case Byte.openBrace: .openMapping
        case Byte.closeBrace: .closeMapping
        case Byte.openBracket: .openList
        case Byte.closeBracket: .closeList
        case Byte.comma: .comma
        case Byte.colon: .colon
        default: nil
        }
    }

    /// From `|` or `>` to the last line of the text; blank lines that mean nothing go to `trivia`.
    mutating func readBlock(comment: inout LayoutComment?) throws(FormatError) -> BlockText {
        let start = position
        position += 1
        var indentation: Int?
        var chomping: UInt8?
        while true {
            switch byte() {
            case Byte.plus, Byte.dash: chomping = byte()
            case Byte.one...Byte.nine: indentation = Int(byte() - Byte.one) + 1
            default: break
            }
            guard byte() == chomping || Byte.one...Byte.nine ~= byte() else { break }
            position += 1
        }
        let header = text(start..<position)
        skipBlanks()
        if !isAtLineEnd, byte() == Byte.hash { comment = try readComment() }
        guard isAtLineEnd else { throw problem() }
        nextLine()
        let parent = levels.last?.column ?? -1
        var (lines, isOpenEnded) = try readLines(
            indentedBy: indentation.map { max(parent, 0) + $0 } ?? blockIndentation(below: parent)
        )
        while chomping != Byte.plus, lines.last == "" {
            lines.removeLast()
            trivia.append(.blank)
            isOpenEnded = false
        }
        return BlockText(
            header: header,
            indentation: indentation,
            lines: lines,
            isOpenEnded: isOpenEnded && chomping != Byte.dash
        )
    }

    /// The columns before a text whose header names none: those of its first line, or of a longer
    /// line of spaces before it.
    private func blockIndentation(below parent: Int) -> Int {
        var columns = max(parent + 1, 1)
        var index = position
        while index < bytes.count {
            let start = index
            while byte(at: index) == Byte.space { index += 1 }
            columns = max(columns, index - start)
            guard byte(at: index) == Byte.lineFeed else { break }
            index += 1
        }
        return columns
    }

    private mutating func readLines(
        indentedBy columns: Int
    ) throws(FormatError) -> (lines: [String], isOpenEnded: Bool) {
        var lines: [String] = []
        while position < bytes.count {
            lineStart = position
            while byte() == Byte.space, position - lineStart < columns { position += 1 }
            guard isAtLineEnd || position - lineStart == columns else {
                position = lineStart
                break
            }
            let start = position
            while !isAtLineEnd {
                guard !isUnusualBreak(at: position) else { throw problem() }
                position += 1
            }
            let isLast = position == bytes.count
            if !isLast || position > start { lines.append(text(start..<position)) }
            if isLast { return (lines, position > start) }
            nextLine()
        }
        return (lines, false)
    }
}
