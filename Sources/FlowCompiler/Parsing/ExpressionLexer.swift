import MessageCatalog

/// A word of an expression, with its place in characters from the expression's start.
struct ExpressionToken {
    enum Kind: Equatable {
        case number(DecimalNumber)
        case text(String)
        case name(String)
        /// An operator, bracket, comma or dot as written.
        case symbol(String)
        case end
    }

    var kind: Kind
    var range: Range<Int>
}

/// Why an expression cannot be read; the range is in characters from its start.
struct ExpressionFailure: Error {
    var range: Range<Int>
    var sentence: String
    var help: String?
    var code: DiagnosticCode = .invalidExpression
}

/// Splits an expression into words.
///
/// A hyphen between a name's character and a letter or digit belongs to the name (`first-name`), so
/// a subtraction needs spaces.
struct ExpressionLexer {
    private static let twoCharacterSymbols: [String] = ["||", "&&", "==", "!=", "<=", ">="]
    private static let symbols: [Character] = [
        "!", "<", ">", "+", "-", "*", "?", ":", "(", ")", ",", ".",
    ]

    private let characters: [Character]
    private var position = 0

    init(_ source: String) {
        characters = Array(source)
    }

    /// All words, ended by one of kind `end`.
    static func tokens(_ source: String) throws(ExpressionFailure) -> [ExpressionToken] {
        var lexer = ExpressionLexer(source)
        var tokens: [ExpressionToken] = []
        while true {
            let token = try lexer.next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    private mutating func next() throws(ExpressionFailure) -> ExpressionToken {
        while let character = peek(), character.isWhitespace { position += 1 }
        let start = position
        guard let first = peek() else {
            return ExpressionToken(kind: .end, range: start..<start)
        }
        let kind: ExpressionToken.Kind
        if Self.isLetter(first) {
            kind = .name(name())
        } else if Self.isDigit(first) {
            kind = try number()
        } else if first == "\"" || first == "'" {
            kind = .text(try text(until: first))
        } else {
            kind = .symbol(try symbol(first))
        }
        return ExpressionToken(kind: kind, range: start..<position)
    }

    private func peek(_ ahead: Int = 0) -> Character? {
        position + ahead < characters.count ? characters[position + ahead] : nil
    }

    private mutating func name() -> String {
        let start = position
        while let character = peek() {
            let isPart = Self.isLetter(character) || Self.isDigit(character)
            let joins =
                character == "-" && peek(1).map { Self.isLetter($0) || Self.isDigit($0) } ?? false
            guard isPart || joins else { break }
            position += 1
        }
        return String(characters[start..<position])
    }

    private mutating func number() throws(ExpressionFailure) -> ExpressionToken.Kind {
        let start = position
        while let digit = peek(), Self.isDigit(digit) { position += 1 }
        if peek() == ".", let digit = peek(1), Self.isDigit(digit) {
            position += 1
            while let digit = peek(), Self.isDigit(digit) { position += 1 }
        }
        if let letter = peek(), Self.isLetter(letter) {
            while let letter = peek(), Self.isLetter(letter) || Self.isDigit(letter) {
                position += 1
            }
            let written = String(characters[start..<position])
            throw ExpressionFailure(
                range: start..<position,
                sentence: "\(written.quoted) is neither a number nor a name",
                help: "put a text in quotes"
            )
        }
        let written = String(characters[start..<position])
        guard let number = DecimalNumber(written) else {
            throw ExpressionFailure(
                range: start..<position,
                sentence: "\(written.quoted) has too many digits",
                help: nil
            )
        }
        return .number(number)
    }

    private mutating func symbol(_ first: Character) throws(ExpressionFailure) -> String {
        if let second = peek(1), Self.twoCharacterSymbols.contains("\(first)\(second)") {
            position += 2
            return "\(first)\(second)"
        }
        guard Self.symbols.contains(first) else {
            let help: String? =
                switch first {
                case "=": "did you mean `==`?"
                case "&": "did you mean `&&`?"
                case "|": "did you mean `||`?"
                case "„", "“", "”", "«", "»", "‘", "’": "a text stands in straight quotes"
                default: nil
                }
            throw ExpressionFailure(
                range: position..<position + 1,
                sentence: "\(String(first).quoted) has no meaning in an expression",
                help: help
            )
        }
        position += 1
        return String(first)
    }

    private static func isLetter(_ character: Character) -> Bool {
        character.isASCII && character.isLetter || character == "_"
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }
}

// Texts in quotes.
extension ExpressionLexer {
    private mutating func text(until quote: Character) throws(ExpressionFailure) -> String {
        let start = position
        position += 1
        var text = ""
        while let character = peek() {
            switch character {
            case quote:
                position += 1
                return text
            case "\\": text.append(try escape())
            default:
                text.append(character)
                position += 1
            }
        }
        throw ExpressionFailure(
            range: start..<start + 1,
            sentence: "this quote is never closed",
            help: nil
        )
    }

    private mutating func escape() throws(ExpressionFailure) -> Character {
        let start = position
        position += 2
        switch peek(-1) {
        case "\"": return "\""
        case "'": return "'"
        case "\\": return "\\"
        case "n": return "\n"
        case "u":
            if let scalar = unicodeEscape() { return Character(scalar) }
        default: break
        }
        throw ExpressionFailure(
            range: start..<min(position, characters.count),
            sentence: "this text has an unknown escape",
            help: "known are `\\\"`, `\\'`, `\\\\`, `\\n` and `\\u{…}`"
        )
    }

    /// `{…}` with one to six hexadecimal digits.
    private mutating func unicodeEscape() -> Unicode.Scalar? {
        guard peek() == "{" else { return nil }
        let digits = characters[(position + 1)...].prefix { $0.isHexDigit && $0.isASCII }
        guard (1...6).contains(digits.count), peek(digits.count + 1) == "}" else { return nil }
        position += digits.count + 2
        return UInt32(String(digits), radix: 16).flatMap { Unicode.Scalar($0) }
    }
}
