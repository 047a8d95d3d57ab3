extension TemplateParser {
    /// An argument under way, after its name and comma.
    struct Opening {
        let name: String
        /// Where its `{` is.
        let offset: Int
        let depth: Int
        let inPlural: Bool
    }

    mutating func typed(_ opening: Opening) throws(TemplateError) -> TemplatePart {
        cursor.skipSpace()
        let offset = cursor.offset
        let type = cursor.word()
        cursor.skipSpace()
        switch type {
        case "number": return .number(opening.name, try numberStyle(opening))
        case "date": return .date(opening.name, try dateStyle(opening))
        case "duration":
            if let (style, offset) = try style(opening) {
                throw TemplateError(.unknownStyle(type: type, style: style), offset: offset)
            }
            return .duration(opening.name)
        case "plural": return .plural(try plural(opening, .cardinal))
        case "selectordinal": return .plural(try plural(opening, .ordinal))
        case "select": return .select(try select(opening))
        default:
            guard cursor.peek() != nil || !type.isEmpty else { throw unclosed(opening) }
            let text = type.isEmpty ? cursor.quotedWord() : TemplateCursor.shortened(type)
            throw TemplateError(.unknownType(text), offset: offset)
        }
    }

    func unclosed(_ opening: Opening) -> TemplateError {
        TemplateError(.unclosedArgument(opening.name), offset: opening.offset)
    }

    private mutating func numberStyle(
        _ opening: Opening
    ) throws(TemplateError) -> NumberFormat.Style {
        guard let (style, offset) = try style(opening) else { return .plain }
        switch style {
        case "integer": return .integer
        case "percent": return .percent
        default:
            throw TemplateError(.unknownStyle(type: "number", style: style), offset: offset)
        }
    }

    private mutating func dateStyle(
        _ opening: Opening
    ) throws(TemplateError) -> DateFormat.Style {
        guard let (style, offset) = try style(opening) else { return .medium }
        guard let known = DateFormat.Style.allCases.first(where: { $0.keyword == style }) else {
            throw TemplateError(.unknownStyle(type: "date", style: style), offset: offset)
        }
        return known
    }

    /// The style after a comma, if there is one, up to and over the `}`.
    private mutating func style(
        _ opening: Opening
    ) throws(TemplateError) -> (text: String, offset: Int)? {
        let here = cursor.offset
        switch cursor.next() {
        case UInt8(ascii: "}"): return nil
        case UInt8(ascii: ","): break
        case .none: throw unclosed(opening)
        case .some:
            cursor.offset = here
            throw unexpected(opening)
        }
        cursor.skipSpace()
        let offset = cursor.offset
        let text = TemplateCursor.shortened(cursor.word())
        cursor.skipSpace()
        guard cursor.peek() != nil else { throw unclosed(opening) }
        guard cursor.peek() == UInt8(ascii: "}") else { throw unexpected(opening) }
        cursor.advance()
        return (text, offset)
    }

    private func unexpected(_ opening: Opening) -> TemplateError {
        var rest = cursor
        let text = rest.quotedWord()
        return TemplateError(
            .unexpected(text, afterArgument: opening.name),
            offset: cursor.offset
        )
    }
}
