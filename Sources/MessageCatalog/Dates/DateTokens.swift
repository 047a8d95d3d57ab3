/// The words and numbers of a written date, folded for comparison.
struct DateTokens {
    enum Token: Hashable {
        case word(String)
        case number(Int, digits: Int)
    }

    private(set) var tokens: [Token] = []
    /// The punctuation before each token, without white space, and after the last.
    private(set) var gaps: [String] = [""]

    init(_ text: String) {
        var word = ""
        var number = (value: 0, digits: 0)
        func close(_ self: inout DateTokens) {
            if !word.isEmpty { self.add(.word(word)) }
            if number.digits > 0 { self.add(.number(number.value, digits: number.digits)) }
            word = ""
            number = (0, 0)
        }
        for scalar in text.lowercased().unicodeScalars {
            switch Self.kind(scalar) {
            case .digit(let digit):
                if !word.isEmpty { close(&self) }
                // More digits than a year has are wrong whatever their value.
                if number.digits < 9 { number.value = number.value * 10 + Int(digit) }
                number.digits += 1
            case .letter:
                if number.digits > 0 { close(&self) }
                word.unicodeScalars.append(BaseLetters.base(scalar))
            case .space:
                close(&self)
            case .punctuation:
                close(&self)
                gaps[gaps.count - 1].unicodeScalars.append(scalar)
            case .nothing:
                continue
            }
        }
        close(&self)
    }

    var hasNumber: Bool { tokens.contains { $0.word == nil } }

    private mutating func add(_ token: Token) {
        tokens.append(token)
        gaps.append("")
    }

    private enum Kind {
        case digit(UInt32)
        case letter, space, punctuation, nothing
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        if let digit = decimalDigit(scalar) { return .digit(digit) }
        if BaseLetters.isOptionalMark(scalar) { return .nothing }
        switch scalar {
        case "'", "\u{2019}", "\u{2BC}", "\u{5F3}", "\u{970}": return .nothing
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark:
            return .letter
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
        case .format: return .nothing
        case .control: return scalar.properties.isWhitespace ? .space : .punctuation
        default: return .punctuation
        }
    }
}
