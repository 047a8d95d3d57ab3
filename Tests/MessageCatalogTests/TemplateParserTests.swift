import MessageCatalog
import Testing

@Suite struct TemplateParserTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let template: String
        let problem: TemplateError.Problem
        let offset: Int

        var testDescription: String { "\(template.prefix(40)) at \(offset)" }

        init(_ template: String, _ problem: TemplateError.Problem, at offset: Int) {
            self.template = template
            self.problem = problem
            self.offset = offset
        }
    }

    @Test(arguments: arguments + choices + hostile)
    func `a mistake is named with its place`(_ item: Refusal) {
        #expect(throws: TemplateError(item.problem, offset: item.offset)) {
            try TemplateParser.parse(item.template)
        }
    }

    private static let arguments: [Refusal] = [
        Refusal("}", .loneBrace, at: 0),
        Refusal("é}", .loneBrace, at: 2),
        Refusal("{", .unclosedArgument(""), at: 0),
        Refusal("hi {a", .unclosedArgument("a"), at: 3),
        Refusal("{a, number", .unclosedArgument("a"), at: 0),
        Refusal("{}", .missingName, at: 1),
        Refusal("{ , number}", .missingName, at: 2),
        Refusal("{-a}", .badName("-a"), at: 1),
        Refusal("{a.}", .badName("a."), at: 1),
        Refusal("{a b}", .unexpected("b", afterArgument: "a"), at: 3),
        Refusal("{a,}", .unknownType("}"), at: 3),
        Refusal("{a, spellout}", .unknownType("spellout"), at: 4),
        Refusal("{a, number, currency}", .unknownStyle(type: "number", style: "currency"), at: 12),
        Refusal("{a, date, full}", .unknownStyle(type: "date", style: "full"), at: 10),
        Refusal("{a, duration, x}", .unknownStyle(type: "duration", style: "x"), at: 14),
        Refusal("ok '{abc", .unclosedQuote, at: 3),
    ]

    private static let choices: [Refusal] = [
        Refusal("{a, plural}", .missingCases(argument: "a"), at: 10),
        Refusal("{a, plural,}", .missingCases(argument: "a"), at: 0),
        Refusal("{a, plural, one{x}}", .missingOther(argument: "a"), at: 0),
        Refusal("{a, select, x{x}}", .missingOther(argument: "a"), at: 0),
        Refusal("{a, plural, 1{x} other{}}", .unknownCategory("1"), at: 12),
        Refusal("{a, plural, =x{} other{}}", .badKey("=x"), at: 12),
        Refusal("{a, plural, =1{} =1.0{} other{}}", .repeatedCase("=1.0"), at: 17),
        Refusal("{a, plural, one{} one{} other{}}", .repeatedCase("one"), at: 18),
        Refusal("{a, select, other{} other{}}", .repeatedCase("other"), at: 20),
        Refusal("{a, plural, offset:x other{}}", .badOffset("x"), at: 12),
        Refusal("{a, plural, offset:-1 other{}}", .badOffset("-1"), at: 12),
        Refusal("{a, plural, one other{x}}", .caseWithoutText("one"), at: 16),
        Refusal("{a, select, other {x}", .unclosedArgument("a"), at: 0),
        Refusal("{a, plural, other {{b}", .unclosedArgument("a"), at: 0),
        Refusal("{a, select, {x} other{}}", .badKey("{"), at: 12),
    ]

    private static let hostile: [Refusal] = [
        Refusal(String(repeating: "{", count: 10_000), .missingName, at: 1),
        Refusal(String(repeating: "}", count: 10_000), .loneBrace, at: 0),
        Refusal(String(repeating: "x", count: 10_001), .tooLong(bytes: 10_001), at: 0),
        Refusal("a\u{0}b", .controlCharacter("\u{0}"), at: 1),
        Refusal("é\u{1B}", .controlCharacter("\u{1B}"), at: 2),
        Refusal(nested(9), .tooDeep, at: 8 * "{a, select, other{".utf8.count),
        Refusal(String(repeating: "{a}", count: 101), .tooManyArguments, at: 300),
    ]

    private static func nested(_ depth: Int) -> String {
        String(repeating: "{a, select, other{", count: depth)
            + String(repeating: "}}", count: depth)
    }

    @Test func `a message may be as large as its limits`() throws {
        _ = try TemplateParser.parse(Self.nested(TemplateLimits.depth))
        _ = try TemplateParser.parse(
            String(repeating: "{a}", count: TemplateLimits.arguments)
        )
        _ = try TemplateParser.parse(String(repeating: "'", count: TemplateLimits.bytes))
    }

    @Test func `an error says what to write instead`() {
        let error = TemplateError(.missingOther(argument: "n"), offset: 0)
        #expect(error.message == "the choice on `n` has no `other` case; add `other {…}`")
        let style = TemplateError(.unknownStyle(type: "number", style: "currency"), offset: 0)
        #expect(
            style.message
                == "`currency` is not a style of `number`; use `integer` or `percent`, or nothing"
        )
    }

    @Test func `an error quotes little of a long word`() throws {
        let word = String(repeating: "x", count: 200)
        let shown = String(repeating: "x", count: 40) + "…"
        #expect(throws: TemplateError(.unknownType(shown), offset: 4)) {
            try TemplateParser.parse("{a, \(word)}")
        }
    }

    @Test func `arguments are listed in order with every use`() throws {
        let template = try TemplateParser.parse(
            """
            {first-name} {n, plural, =0{{who}} other{{d, date} {n, number}}} \
            {who, select, a{} b{{x.y, duration}} other{{first-name}}}
            """
        )
        #expect(template.argumentNames == ["first-name", "n", "who", "d", "x.y"])
        #expect(
            template.arguments.map(\.uses) == [
                [.text], [.number], [.text, .select(["a", "b"])], [.date], [.number],
            ]
        )
    }

    @Test func `white space around syntax means nothing`() throws {
        let tight = try TemplateParser.parse("{a,plural,offset:2 one{x}other{y}}")
        let loose = try TemplateParser.parse(
            "{ a , plural ,\n offset: 2\t one {x}\n other {y} }"
        )
        #expect(tight == loose)
    }
}
