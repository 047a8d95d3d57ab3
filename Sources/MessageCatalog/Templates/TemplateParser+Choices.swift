extension TemplateParser {
    mutating func plural(
        _ opening: Opening,
        _ kind: PluralRules.Kind
    ) throws(TemplateError) -> PluralChoice {
        try startCases(opening)
        let offset = try pluralOffset()
        var exact: [PluralChoice.ExactCase] = []
        var categories: [PluralChoice.CategoryCase] = []
        var other: [TemplatePart]?
        while let (key, place) = try caseKey(opening) {
            let parts: [TemplatePart]
            if key.hasPrefix("=") {
                guard let number = DecimalNumber(String(key.dropFirst())) else {
                    throw TemplateError(.badKey(TemplateCursor.shortened(key)), offset: place)
                }
                if exact.contains(where: { $0.number == number }) {
                    throw TemplateError(.repeatedCase(key), offset: place)
                }
                parts = try caseText(key, opening, inPlural: true)
                exact.append(PluralChoice.ExactCase(number: number, parts: parts))
                continue
            }
            guard let category = PluralCategory(key) else {
                let word = TemplateCursor.shortened(key)
                throw TemplateError(.unknownCategory(word), offset: place)
            }
            let isRepeated =
                category == .other
                ? other != nil : categories.contains { $0.category == category }
            if isRepeated { throw TemplateError(.repeatedCase(key), offset: place) }
            parts = try caseText(key, opening, inPlural: true)
            if category == .other {
                other = parts
            } else {
                categories.append(
                    PluralChoice.CategoryCase(category: category, parts: parts)
                )
            }
        }
        guard let other else {
            let isEmpty = exact.isEmpty && categories.isEmpty
            throw missingOther(opening, isEmpty: isEmpty)
        }
        return PluralChoice(
            argument: opening.name,
            kind: kind,
            offset: offset,
            exact: exact,
            categories: categories,
            other: other
        )
    }

    mutating func select(_ opening: Opening) throws(TemplateError) -> SelectChoice {
        try startCases(opening)
        var cases: [SelectChoice.Case] = []
        var other: [TemplatePart]?
        while let (key, place) = try caseKey(opening) {
            guard TemplateName.isValid(key) else {
                throw TemplateError(.badKey(TemplateCursor.shortened(key)), offset: place)
            }
            let isRepeated = key == "other" ? other != nil : cases.contains { $0.key == key }
            if isRepeated {
                let shown = TemplateCursor.shortened(key)
                throw TemplateError(.repeatedCase(shown), offset: place)
            }
            let parts = try caseText(key, opening, inPlural: opening.inPlural)
            if key == "other" {
                other = parts
            } else {
                cases.append(SelectChoice.Case(key: key, parts: parts))
            }
        }
        guard let other else { throw missingOther(opening, isEmpty: cases.isEmpty) }
        return SelectChoice(argument: opening.name, cases: cases, other: other)
    }

    private func missingOther(_ opening: Opening, isEmpty: Bool) -> TemplateError {
        let problem: TemplateError.Problem =
            isEmpty
            ? .missingCases(argument: opening.name) : .missingOther(argument: opening.name)
        return TemplateError(problem, offset: opening.offset)
    }

    private mutating func startCases(_ opening: Opening) throws(TemplateError) {
        guard opening.depth < TemplateLimits.depth else {
            throw TemplateError(.tooDeep, offset: opening.offset)
        }
        switch cursor.peek() {
        case UInt8(ascii: ","): cursor.advance()
        case .none: throw unclosed(opening)
        case .some:
            throw TemplateError(.missingCases(argument: opening.name), offset: cursor.offset)
        }
    }

    /// Digits an offset may have.
    private static let longestOffset = 9

    private mutating func pluralOffset() throws(TemplateError) -> Int64 {
        cursor.skipSpace()
        let start = cursor.offset
        let word = cursor.word()
        guard word.hasPrefix("offset:") else {
            cursor.offset = start
            return 0
        }
        var digits = String(word.dropFirst("offset:".count))
        if digits.isEmpty {
            cursor.skipSpace()
            digits = cursor.word()
        }
        guard (1...Self.longestOffset).contains(digits.utf8.count),
            digits.utf8.allSatisfy(\.isASCIIDigit), let offset = Int64(digits)
        else {
            throw TemplateError(.badOffset(TemplateCursor.shortened(digits)), offset: start)
        }
        return offset
    }

    /// The next case's key and its place, or `nil` after going over the choice's `}`.
    private mutating func caseKey(
        _ opening: Opening
    ) throws(TemplateError) -> (key: String, offset: Int)? {
        cursor.skipSpace()
        let offset = cursor.offset
        switch cursor.peek() {
        case .none: throw unclosed(opening)
        case UInt8(ascii: "}"):
            cursor.advance()
            return nil
        case .some: break
        }
        let key = cursor.word()
        guard key.isEmpty else { return (key, offset) }
        throw TemplateError(.badKey(cursor.quotedWord()), offset: offset)
    }

    private mutating func caseText(
        _ key: String,
        _ opening: Opening,
        inPlural: Bool
    ) throws(TemplateError) -> [TemplatePart] {
        cursor.skipSpace()
        guard cursor.peek() != nil else { throw unclosed(opening) }
        guard cursor.peek() == UInt8(ascii: "{") else {
            let shown = TemplateCursor.shortened(key)
            throw TemplateError(.caseWithoutText(shown), offset: cursor.offset)
        }
        cursor.advance()
        let parts = try message(depth: opening.depth + 1, inPlural: inPlural)
        guard cursor.next() != nil else { throw unclosed(opening) }
        return parts
    }
}
