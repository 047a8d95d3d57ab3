import FlowCompiler
import MessageCatalog
import Testing

/// Shapes are compared in a bracketed form in which nothing is left to precedence.
@Suite struct ExpressionParserTests {
    private func parse(
        _ text: String,
        column: Int = 1,
        written: Int? = nil
    ) -> (syntax: ExpressionSyntax?, found: [Diagnostic]) {
        let span = SourceSpan(
            path: "a.yaml",
            line: 1,
            column: column,
            length: written ?? text.count
        )
        var diagnostics = Diagnostics()
        let syntax = ExpressionParser.parse(Located(text, span), into: &diagnostics)
        return (syntax, diagnostics.sorted)
    }

    private func shape(_ syntax: ExpressionSyntax) -> String {
        switch syntax {
        case .number(let number, _): number.text
        case .text(let text, _): text.debugDescription
        case .truth(let truth, _): truth ? "true" : "false"
        case .name(let name): name.value
        case .not(let operand, _): "(! \(shape(operand)))"
        case .negate(let operand, _): "(- \(shape(operand)))"
        case .binary(let kind, let left, let right, _):
            "(\(shape(left)) \(kind.rawValue) \(shape(right)))"
        case .conditional(let condition, let first, let second, _):
            "(\(shape(condition)) ? \(shape(first)) : \(shape(second)))"
        case .call(let name, let arguments, _):
            "\(name.value)(\(arguments.map(shape).joined(separator: ", ")))"
        }
    }

    @Test(
        arguments: [
            ("a || b && c", "(a || (b && c))"),
            ("a && b || c && d", "((a && b) || (c && d))"),
            ("a == 1 && !b", "((a == 1) && (! b))"),
            ("1 + 2 * 3 - 4", "((1 + (2 * 3)) - 4)"),
            ("(1 + 2) * 3", "((1 + 2) * 3)"),
            ("a < b + 1", "(a < (b + 1))"),
            ("a ? b : c ? d : e", "(a ? b : (c ? d : e))"),
            ("a || b ? c : d", "((a || b) ? c : d)"),
            ("!a == b", "((! a) == b)"),
            ("- a * b", "((- a) * b)"),
            ("--1", "(- (- 1))"),
            ("first-name", "first-name"),
            ("a - b", "(a - b)"),
            ("a -b", "(a - b)"),
            ("line-2 - 1", "(line-2 - 1)"),
            ("has(first-name)", "has(first-name)"),
            ("now()", "now()"),
            ("size(a) >= 3.50", "(size(a) >= 3.50)"),
            ("a.contains(\"x\")", "contains(a, \"x\")"),
            ("a.size() == 1", "(size(a) == 1)"),
            ("(a ? b : c).startsWith('x')", "startsWith((a ? b : c), \"x\")"),
            ("true && false", "(true && false)"),
            (#"'it\'s' == "\"\\\n\u{1F44D}""#, #"("it\'s" == "\"\\\n👍")"#),
            ("'' == \"'\"", "(\"\" == \"\\'\")"),
        ])
    func `operators bind as in CEL`(source: String, expected: String) {
        let (syntax, found) = parse(source)
        #expect(found.map(\.sentence).isEmpty)
        #expect(syntax.map(shape) == expected)
    }

    @Test(
        arguments: [
            ("", 1, "an expression is missing"),
            ("  ", 1, "an expression is missing"),
            ("a = 1", 3, "`=` has no meaning in an expression"),
            ("a & b", 3, "`&` has no meaning in an expression"),
            ("a < b < c", 7, "comparisons cannot be chained"),
            ("a == b != c", 8, "comparisons cannot be chained"),
            ("a b", 3, "`b` cannot stand here"),
            ("a and b", 3, "`and` cannot stand here"),
            ("a 1", 3, "an operator is missing before this"),
            ("(a", 3, "expected `)` here"),
            ("a)", 2, "`)` cannot stand here"),
            ("1 +", 4, "the expression ends too early"),
            ("a ? b", 6, "expected `:` here"),
            ("2x", 1, "`2x` is neither a number nor a name"),
            ("'open", 1, "this quote is never closed"),
            (#"'\q'"#, 2, "this text has an unknown escape"),
            (#"'\u{110000}'"#, 2, "this text has an unknown escape"),
            (#"'\"#, 2, "this text has an unknown escape"),
            ("f(a,)", 5, "`)` cannot stand here"),
            ("a.b", 3, "unknown function `b` after a dot"),
            ("a.size", 7, "expected `(` here"),
            ("1.", 3, "expected the name of a function here"),
            ("a # b", 3, "`#` has no meaning in an expression"),
        ])
    func `an error points at its place`(source: String, column: Int, sentence: String) {
        let (syntax, found) = parse(source)
        #expect(syntax == nil)
        #expect(found.map(\.sentence) == [sentence])
        #expect(found.map(\.span.column) == [column])
    }

    @Test func `errors say the way out`() {
        #expect(parse("a = 1").found.first?.help == "did you mean `==`?")
        #expect(parse("a or b").found.first?.help == "did you mean `||`?")
        #expect(parse("a.contain('x')").found.first?.help == "did you mean `contains`?")
        #expect(parse("a.contain('x')").found.first?.code == .unknownFunction)
    }

    @Test func `places fall inside plain and quoted texts and on the whole of others`() {
        guard case .binary(_, _, let right, let whole)? = parse("a == bc", column: 10).syntax else {
            Issue.record("not a comparison")
            return
        }
        #expect(right.span.column == 15)
        #expect(right.span.length == 2)
        #expect(whole.column == 10)
        #expect(whole.length == 7)
        let quoted = parse("a == bc", column: 10, written: 9).syntax
        #expect(quoted?.span.column == 11)
        let escaped = parse("a == bc", column: 10, written: 12).syntax
        #expect(escaped?.span.column == 10)
        #expect(escaped?.span.length == 12)
    }

    @Test func `parts and depth are bounded`() {
        let sum = { (count: Int) in Array(repeating: "1", count: count).joined(separator: "+") }
        #expect(parse(sum(100)).syntax != nil)
        #expect(parse(sum(101)).found.map(\.code) == [.limitExceeded])
        let brackets = { (count: Int) in
            String(repeating: "(", count: count) + "1" + String(repeating: ")", count: count)
        }
        #expect(parse(brackets(ExpressionParser.depthLimit - 1)).syntax != nil)
        #expect(parse(brackets(ExpressionParser.depthLimit)).found.map(\.code) == [.tooDeep])
        #expect(parse(brackets(10_000)).found.map(\.code) == [.tooDeep])
        #expect(parse(String(repeating: "!", count: 10_000) + "a").found.map(\.code) == [.tooDeep])
    }
}
