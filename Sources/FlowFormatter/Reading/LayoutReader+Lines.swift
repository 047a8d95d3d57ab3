// A line that says something: dashes, a key, a value, in this order and each of them optional.
extension LayoutReader {
    mutating func readWholeLine() throws(FormatError) {
        var line = LayoutLine(before: trivia)
        trivia.removeAll()
        line.column = position - lineStart
        readDashes(&line)
        if !isAtLineEnd, byte() != Byte.hash { try readContent(&line) }
        try endLine(&line)
        lines.append(line)
    }

    private mutating func readDashes(_ line: inout LayoutLine) {
        while byte() == Byte.dash, Byte.isBlankOrBreak(byte(1)) {
            enter(column: position - lineStart, isList: true, &line)
            line.dashes += 1
            position += 1
            skipBlanks()
        }
    }

    /// A key with or without a value, or a value without a key.
    private mutating func readContent(_ line: inout LayoutLine) throws(FormatError) {
        let column = position - lineStart
        switch byte() {
        case Byte.quote, Byte.apostrophe:
            let written = try readQuoted()
            let end = position
            skipBlanks()
            if written.count == 1, byte() == Byte.colon, Byte.isBlankOrBreak(byte(1)) {
                try readValue(after: written[0], at: column, &line)
            } else {
                position = end
                enterValue(column: column, &line)
                line.value = .text(written)
            }
        case Byte.openBrace, Byte.openBracket, Byte.bar, Byte.greater:
            enterValue(column: column, &line)
            line.value = try readValue(&line)
        default:
            let end = try plainEnd(inFlow: false)
            if byte(at: end) == Byte.colon {
                let key = text(position..<trimmed(position..<end))
                position = end
                try readValue(after: key, at: column, &line)
            } else {
                enterValue(column: column, &line)
                line.value = try readValue(&line)
            }
        }
    }

    private mutating func readValue(
        after key: String,
        at column: Int,
        _ line: inout LayoutLine
    ) throws(FormatError) {
        enter(column: column, isList: false, &line)
        line.key = key
        position += 1
        skipBlanks()
        if !isAtLineEnd, byte() != Byte.hash { line.value = try readValue(&line) }
    }

    private mutating func readValue(_ line: inout LayoutLine) throws(FormatError) -> LayoutValue {
        switch byte() {
        case Byte.quote, Byte.apostrophe: .text(try readQuoted())
        case Byte.openBrace, Byte.openBracket: .flow(try readFlow())
        case Byte.bar, Byte.greater: .block(try readBlock(comment: &line.comment))
        default: .text(try readPlain(within: levels.last?.column ?? -1))
        }
    }

    private mutating func endLine(_ line: inout LayoutLine) throws(FormatError) {
        if case .block? = line.value { return }
        skipBlanks()
        if !isAtLineEnd, byte() == Byte.hash { line.comment = try readComment() }
        guard isAtLineEnd else { throw problem() }
        nextLine()
    }
}

// Levels: what is open, read from columns.
extension LayoutReader {
    /// Goes to the mapping or list at a column, leaving the deeper ones; opens it if it is new.
    private mutating func enter(column: Int, isList: Bool, _ line: inout LayoutLine) {
        // A list may stand at its key's own column, and ends where the next key stands.
        while let last = levels.last,
            last.column > column || (last.column == column && last.isList && !isList)
        {
            line.ended.append(levels.removeLast())
        }
        let isKnown = levels.last.map { $0.column == column && $0.isList == isList } ?? false
        if !isKnown {
            levels.append(LayoutLevel(column: column, isList: isList, indent: indentBelow))
        }
        guard line.dashes == 0, line.key == nil, let level = levels.last else { return }
        line.indent = level.indent
    }

    /// Goes to what a value without a key belongs to.
    private mutating func enterValue(column: Int, _ line: inout LayoutLine) {
        guard line.dashes == 0 else { return }
        while let last = levels.last, last.column > column {
            line.ended.append(levels.removeLast())
        }
        line.indent = indentBelow
    }

    /// Where something belongs that stands in the innermost level and begins none of its entries.
    private var indentBelow: Int { levels.last.map { $0.indent + CanonicalLayout.step } ?? 0 }
}
