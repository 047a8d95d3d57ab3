import FlowProgram
import MessageCatalog

/// Reads expressions with the precedence of CEL: `? :`, `||`, `&&`, comparisons, `+ -`, `*`, then
/// `! -` before a value, then member calls.
///
/// Comparisons do not chain, and the only members are the functions of texts.
package enum ExpressionParser {
    package static let depthLimit = 30
    /// Functions that may follow a dot.
    package static let members: [String] = ["contains", "startsWith", "endsWith", "size"]

    /// Nil after a report; at most one problem is reported for an expression.
    ///
    /// Places inside the expression are exact if it was written on one line without escapes;
    /// otherwise every place is that of the whole.
    package static func parse(
        _ source: Located<String>,
        into diagnostics: inout Diagnostics
    ) -> ExpressionSyntax? {
        let places = ExpressionPlaces(source)
        do throws(ExpressionFailure) {
            let tokens = try ExpressionLexer.tokens(source.value)
            var parsing = ExpressionParsing(tokens: tokens, places: places)
            return try parsing.whole()
        } catch {
            diagnostics.report(
                error.code,
                at: places.span(error.range),
                error.sentence,
                help: error.help
            )
            return nil
        }
    }
}

/// Turns places in an expression into places in the file.
struct ExpressionPlaces {
    private let whole: SourceSpan
    private let count: Int
    /// Characters of the file before the expression's first, or nil if they do not correspond.
    private let offset: Int?

    init(_ source: Located<String>) {
        whole = source.span
        count = source.value.count
        switch source.span.length - count {
        case 0: offset = 0
        case 2: offset = 1
        default: offset = nil
        }
    }

    func span(_ range: Range<Int>) -> SourceSpan {
        guard let offset, count > 0 else { return whole }
        let start = min(range.lowerBound, count)
        return SourceSpan(
            path: whole.path,
            line: whole.line,
            column: whole.column + offset + start,
            length: max(1, min(range.upperBound, count) - start)
        )
    }
}

/// The state of reading one expression: recursive descent, one function for each precedence.
private struct ExpressionParsing {
    let tokens: [ExpressionToken]
    let places: ExpressionPlaces
    private var position = 0
    private var nodes = 0
    private var depth = 0

    private typealias Reading = (syntax: ExpressionSyntax, range: Range<Int>)

    init(tokens: [ExpressionToken], places: ExpressionPlaces) {
        self.tokens = tokens
        self.places = places
    }

    mutating func whole() throws(ExpressionFailure) -> ExpressionSyntax {
        if tokens.count == 1 {
            throw ExpressionFailure(range: 0..<1, sentence: "an expression is missing", help: nil)
        }
        let result = try conditional()
        guard current.kind == .end else { throw unexpected() }
        return result.syntax
    }

    private var current: ExpressionToken { tokens[min(position, tokens.count - 1)] }

    private func isSymbol(_ symbol: String) -> Bool { current.kind == .symbol(symbol) }

    private mutating func take(_ symbol: String) -> Bool {
        guard isSymbol(symbol) else { return false }
        position += 1
        return true
    }

    private mutating func expect(
        _ symbol: String,
        _ help: String? = nil
    ) throws(ExpressionFailure) -> Int {
        let end = current.range.upperBound
        guard take(symbol) else {
            throw ExpressionFailure(
                range: current.range,
                sentence: "expected \(symbol.quoted) here",
                help: help
            )
        }
        return end
    }

    private mutating func count(_ range: Range<Int>) throws(ExpressionFailure) {
        nodes += 1
        guard nodes <= Limits.expressionNodes else {
            throw ExpressionFailure(
                range: range,
                sentence: "the expression has more than \(Limits.expressionNodes) parts",
                help: "set parts of it into slots first",
                code: .limitExceeded
            )
        }
    }

    private mutating func deepen() throws(ExpressionFailure) {
        depth += 1
        guard depth <= ExpressionParser.depthLimit else {
            throw ExpressionFailure(
                range: current.range,
                sentence: "nested deeper than \(ExpressionParser.depthLimit) levels",
                help: "set parts of it into slots first",
                code: .tooDeep
            )
        }
    }

    private mutating func conditional() throws(ExpressionFailure) -> Reading {
        try deepen()
        defer { depth -= 1 }
        let condition = try binary(.disjunction)
        guard take("?") else { return condition }
        let first = try conditional()
        _ = try expect(":", "write `condition ? value : other value`")
        let second = try conditional()
        let range = condition.range.lowerBound..<second.range.upperBound
        try count(range)
        let syntax = ExpressionSyntax.conditional(
            condition.syntax,
            first.syntax,
            second.syntax,
            places.span(range)
        )
        return (syntax, range)
    }

    private enum Level: Int {
        case disjunction, conjunction, relation, sum, product

        var operators: [BinaryOperator] {
            switch self {
            case .disjunction: [.or]
            case .conjunction: [.and]
            case .relation: [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]
            case .sum: [.add, .subtract]
            case .product: [.multiply]
            }
        }
    }

    private func `operator`(of level: Level) -> BinaryOperator? {
        guard case .symbol(let symbol) = current.kind else { return nil }
        return level.operators.first { $0.rawValue == symbol }
    }

    private mutating func operand(of level: Level) throws(ExpressionFailure) -> Reading {
        guard let next = Level(rawValue: level.rawValue + 1) else { return try unary() }
        return try binary(next)
    }

    private mutating func binary(_ level: Level) throws(ExpressionFailure) -> Reading {
        var left = try operand(of: level)
        var isFirst = true
        while let found = self.operator(of: level) {
            if level == .relation, !isFirst {
                throw ExpressionFailure(
                    range: current.range,
                    sentence: "comparisons cannot be chained",
                    help: "join them with `&&`"
                )
            }
            isFirst = false
            position += 1
            // A chain leans to the left, a level deeper for each operator: the node limit is its
            // bound, since nothing here calls itself for it.
            let right = try operand(of: level)
            let range = left.range.lowerBound..<right.range.upperBound
            try count(range)
            let syntax = ExpressionSyntax.binary(
                found,
                left.syntax,
                right.syntax,
                places.span(range)
            )
            left = (syntax, range)
        }
        return left
    }

    private mutating func unary() throws(ExpressionFailure) -> Reading {
        let start = current.range.lowerBound
        let isNot = isSymbol("!")
        guard isNot || isSymbol("-") else { return try member() }
        position += 1
        try deepen()
        defer { depth -= 1 }
        let operand = try unary()
        let range = start..<operand.range.upperBound
        try count(range)
        let span = places.span(range)
        return (isNot ? .not(operand.syntax, span) : .negate(operand.syntax, span), range)
    }

    private mutating func member() throws(ExpressionFailure) -> Reading {
        var receiver = try primary()
        while take(".") {
            guard case .name(let name) = current.kind else {
                throw ExpressionFailure(
                    range: current.range,
                    sentence: "expected the name of a function here",
                    help: "known after a dot: \(ExpressionParser.members.quotedList("and"))"
                )
            }
            let nameRange = current.range
            guard ExpressionParser.members.contains(name) else {
                throw ExpressionFailure(
                    range: nameRange,
                    sentence: "unknown function \(name.quoted) after a dot",
                    help: Suggestion.help(for: name, among: ExpressionParser.members)
                        ?? "known after a dot: \(ExpressionParser.members.quotedList("and"))",
                    code: .unknownFunction
                )
            }
            position += 1
            let arguments = try arguments()
            let range = receiver.range.lowerBound..<arguments.end
            try count(range)
            let syntax = ExpressionSyntax.call(
                Located(name, places.span(nameRange)),
                [receiver.syntax] + arguments.list,
                places.span(range)
            )
            receiver = (syntax, range)
        }
        return receiver
    }

    private mutating func arguments() throws(ExpressionFailure) -> (
        list: [ExpressionSyntax], end: Int
    ) {
        _ = try expect("(")
        var list: [ExpressionSyntax] = []
        if isSymbol(")") { return (list, try expect(")")) }
        repeat { list.append(try conditional().syntax) } while take(",")
        return (list, try expect(")", "every `(` needs its `)`"))
    }

    private mutating func primary() throws(ExpressionFailure) -> Reading {
        let token = current
        let range = token.range
        let span = places.span(range)
        switch token.kind {
        case .number(let number):
            position += 1
            try count(range)
            return (.number(number, span), range)
        case .text(let text):
            position += 1
            try count(range)
            return (.text(text, span), range)
        case .name(let name):
            position += 1
            try count(range)
            if name == "true" || name == "false" { return (.truth(name == "true", span), range) }
            guard isSymbol("(") else { return (.name(Located(name, span)), range) }
            let arguments = try arguments()
            let all = range.lowerBound..<arguments.end
            return (.call(Located(name, span), arguments.list, places.span(all)), all)
        case .symbol("("):
            position += 1
            let inner = try conditional()
            let end = try expect(")", "every `(` needs its `)`")
            return (inner.syntax, range.lowerBound..<end)
        case .symbol, .end: throw unexpected()
        }
    }

    private func unexpected() -> ExpressionFailure {
        let words: [String: String] = ["and": "&&", "or": "||", "not": "!", "is": "=="]
        switch current.kind {
        case .end:
            return ExpressionFailure(
                range: current.range,
                sentence: "the expression ends too early",
                help: nil
            )
        case .name(let name):
            return ExpressionFailure(
                range: current.range,
                sentence: "\(name.quoted) cannot stand here",
                help: words[name].map { "did you mean \($0.quoted)?" }
            )
        case .symbol(let symbol):
            return ExpressionFailure(
                range: current.range,
                sentence: "\(symbol.quoted) cannot stand here",
                help: nil
            )
        case .number, .text:
            return ExpressionFailure(
                range: current.range,
                sentence: "an operator is missing before this",
                help: nil
            )
        }
    }
}
