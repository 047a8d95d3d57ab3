/// Reads ICU MessageFormat 1: arguments, `plural`, `selectordinal`, `select`, apostrophe quoting.
///
/// Apostrophes follow ICU's default mode: `''` is one apostrophe; one before `{` or `}` (or
/// before `#` within a plural) quotes up to the next; any other is itself. Unlike ICU, a quote
/// must be closed, and argument names may have `-` and `.` inside.
package struct TemplateParser {
    var cursor: TemplateCursor
    private var argumentCount = 0

    package static func parse(_ text: String) throws(TemplateError) -> MessageTemplate {
        let bytes = text.utf8.count
        guard bytes <= TemplateLimits.bytes else {
            throw TemplateError(.tooLong(bytes: bytes), offset: 0)
        }
        var parser = TemplateParser(cursor: TemplateCursor(text))
        try parser.refuseControlCharacters(text)
        return MessageTemplate(try parser.message(depth: 0, inPlural: false))
    }

    private func refuseControlCharacters(_ text: String) throws(TemplateError) {
        var offset = 0
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20, scalar != "\n", scalar != "\t", scalar != "\r" {
                throw TemplateError(.controlCharacter(scalar), offset: offset)
            }
            offset += UTF8.width(scalar)
        }
    }

    /// A message, up to the end of the text or, inside a choice, up to (not over) its `}`.
    mutating func message(
        depth: Int,
        inPlural: Bool
    ) throws(TemplateError) -> [TemplatePart] {
        var parts: [TemplatePart] = []
        var literal: [UInt8] = []
        func flush() {
            guard !literal.isEmpty else { return }
            parts.append(.literal(String(decoding: literal, as: UTF8.self)))
            literal = []
        }
        while let byte = cursor.peek() {
            switch byte {
            case UInt8(ascii: "'"):
                try quoted(into: &literal, inPlural: inPlural)
            case UInt8(ascii: "{"):
                flush()
                parts.append(try argument(depth: depth, inPlural: inPlural))
            case UInt8(ascii: "}"):
                guard depth > 0 else { throw TemplateError(.loneBrace, offset: cursor.offset) }
                flush()
                return parts
            case UInt8(ascii: "#") where inPlural:
                cursor.advance()
                flush()
                parts.append(.pound)
            default:
                cursor.advance()
                literal.append(byte)
            }
        }
        flush()
        return parts
    }

    private mutating func quoted(
        into literal: inout [UInt8],
        inPlural: Bool
    ) throws(TemplateError) {
        let apostrophe = UInt8(ascii: "'")
        let start = cursor.offset
        cursor.advance()
        switch cursor.peek() {
        case apostrophe:
            cursor.advance()
            literal.append(apostrophe)
            return
        case UInt8(ascii: "{"), UInt8(ascii: "}"): break
        case UInt8(ascii: "#") where inPlural: break
        case .none, .some:
            literal.append(apostrophe)
            return
        }
        while let byte = cursor.next() {
            guard byte == apostrophe else {
                literal.append(byte)
                continue
            }
            guard cursor.peek() == apostrophe else { return }
            cursor.advance()
            literal.append(apostrophe)
        }
        throw TemplateError(.unclosedQuote, offset: start)
    }

    private mutating func argument(
        depth: Int,
        inPlural: Bool
    ) throws(TemplateError) -> TemplatePart {
        let start = cursor.offset
        cursor.advance()
        argumentCount += 1
        guard argumentCount <= TemplateLimits.arguments else {
            throw TemplateError(.tooManyArguments, offset: start)
        }
        let name = try argumentName(start)
        let here = cursor.offset
        switch cursor.next() {
        case UInt8(ascii: "}"): return .argument(name)
        case UInt8(ascii: ","): break
        case .none: throw TemplateError(.unclosedArgument(name), offset: start)
        case .some:
            cursor.offset = here
            let text = cursor.quotedWord()
            throw TemplateError(.unexpected(text, afterArgument: name), offset: here)
        }
        let opening = Opening(name: name, offset: start, depth: depth, inPlural: inPlural)
        return try typed(opening)
    }

    private mutating func argumentName(_ start: Int) throws(TemplateError) -> String {
        cursor.skipSpace()
        let offset = cursor.offset
        let name = cursor.word()
        cursor.skipSpace()
        guard !name.isEmpty else {
            guard cursor.peek() != nil else {
                throw TemplateError(.unclosedArgument(""), offset: start)
            }
            let problem = cursor.isAtDelimiter ? .missingName : nil as TemplateError.Problem?
            let text = cursor.quotedWord()
            throw TemplateError(problem ?? .badName(text), offset: offset)
        }
        guard TemplateName.isValid(name) else {
            throw TemplateError(.badName(TemplateCursor.shortened(name)), offset: offset)
        }
        return name
    }
}
