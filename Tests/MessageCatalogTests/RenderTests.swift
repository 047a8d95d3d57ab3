import Clocks
import MessageCatalog
import Testing

@Suite struct RenderTests {
    @Test func `a missing argument is an error that names it`() {
        #expect(throws: RenderError.missingArgument("a")) { try render("{a}") }
        #expect(throws: RenderError.missingArgument("a")) { try render("{a, select, other{x}}") }
        #expect(throws: RenderError.missingArgument("b")) {
            try render("{a, select, a{{b}} other{}}", ["a": .text("a")])
        }
    }

    @Test func `an argument of the wrong kind is an error without its value`() {
        let number = RenderError.wrongKind(argument: "a", expected: .number)
        for value: ArgumentValue in [.text("secret"), .truth(true), .text("1,5")] {
            #expect(throws: number) { try render("{a, number}", ["a": value]) }
            #expect(throws: number) { try render("{a, plural, other{x}}", ["a": value]) }
            #expect(throws: number) { try render("{a, duration}", ["a": value]) }
        }
        #expect(throws: RenderError.wrongKind(argument: "a", expected: .date)) {
            try render("{a, date}", ["a": .text("1 May 2026")])
        }
        #expect(!number.message.contains("secret"))
    }

    @Test func `the empty text is no value, and shows nothing in any format`() throws {
        let empty: [String: ArgumentValue] = ["a": .text("")]
        for text in ["{a}", "{a, number}", "{a, date, short}", "{a, duration}"] {
            #expect(try render("<\(text)>", empty) == "<>")
        }
        #expect(try render("{a, plural, one{one} other{# days}}", empty) == " days")
        #expect(try render("{a, select, x{X} other{O}}", empty) == "O")
    }

    @Test func `values are data and never syntax`() throws {
        let hostile = "{b} '{' # }} ''"
        #expect(try render("{a}", ["a": .text(hostile), "b": .text("no")]) == hostile)
    }

    @Test func `values print plainly unless a format is asked for`() throws {
        let values: [String: ArgumentValue] = [
            "d": .date(try day("2026-03-01")), "n": .number(try decimal("1234.50")),
            "t": .truth(true),
        ]
        #expect(try render("{d} {n} {t}", values, in: "de") == "2026-03-01 1234.50 true")
        #expect(
            try render("{d, date, long} {n, number}", values, in: "de")
                == "1. März 2026 1.234,50"
        )
        #expect(try render("{d, date}", ["d": .text("2026-03-01")]) == "Mar 1, 2026")
        #expect(try render("{t, select, true{yes} other{no}}", values) == "yes")
        #expect(try render("{n, plural, other{#}}", values) == "1,234.50")
    }

    @Test func `control characters of a value are left out`() throws {
        let value = "a\u{0}b\u{7}\tc\nd\u{202E}e\u{2066}f\u{2069}\u{85}\u{7F}\r"
        #expect(try render("{a}", ["a": .text(value)]) == "abc\ndef")
        #expect(try render("[{a}]", ["a": .text("\u{202E}")], in: "he") == "[]")
    }

    @Test(arguments: [
        ("en", "bob", "[bob]"), ("en", "é 東京 😀", "[é 東京 😀]"),
        ("en", "שלום", "[\u{2068}שלום\u{2069}]"), ("en", "a ب", "[\u{2068}a ب\u{2069}]"),
        ("de", "\u{1E900}", "[\u{2068}\u{1E900}\u{2069}]"), ("he", "bob", "[\u{2068}bob\u{2069}]"),
        ("ar", "بوب", "[\u{2068}بوب\u{2069}]"), ("he", "", "[]"), ("en", "٤٢", "[٤٢]"),
    ])
    func `a value whose direction could spread is isolated`(
        tag: String,
        value: String,
        text: String
    ) throws {
        #expect(try render("[{a}]", ["a": .text(value)], in: tag) == text)
    }

    @Test func `numbers and dates are isolated in right-to-left messages`() throws {
        let values: [String: ArgumentValue] = ["n": .number(-5), "d": .date(try day("2026-03-01"))]
        #expect(try render("{n}", values, in: "he") == "\u{2068}-5\u{2069}")
        #expect(try render("{n, number}", values, in: "he") == "\u{2068}\u{200E}-5\u{2069}")
        #expect(
            try render("{n, plural, other{#}}", values, in: "ar") == "\u{2068}\u{61C}-٥\u{2069}"
        )
        #expect(try render("{d, date, short}", values, in: "he") == "\u{2068}1.3.2026\u{2069}")
    }

    @Test func `a text over the output limit is an error`() throws {
        let limit = RenderLimits.outputBytes
        let full = String(repeating: "x", count: limit)
        #expect(try render("{a}", ["a": .text(full)]).utf8.count == limit)
        #expect(throws: RenderError.tooLong) { try render("{a}y", ["a": .text(full)]) }
        #expect(throws: RenderError.tooLong) { try render("{a}", ["a": .text(full + "x")]) }
        #expect(throws: RenderError.tooLong) { try render("{a}{a}", ["a": .text(full)]) }
    }

    @Test func `an offset that leaves the range of numbers is an error`() {
        #expect(throws: RenderError.numberOutOfRange(argument: "n")) {
            try render("{n, plural, offset:1 other{#}}", ["n": .number(.min)])
        }
    }

    @Test(arguments: [
        ("en", "{n, number} {t}"), ("ar", "{n, number} {t}"), ("hi", "{n, plural, other{#}}"),
        ("pl", "{n, plural, offset:5 one{x} few{#} many{#} other{#}}"), ("fa", "{n, duration}"),
        ("de", "{n, number, percent}"), ("he", "{n, number, percent}{n, duration}"),
        ("en", "{d, date, long}"), ("he", "{d, date, short}"), ("ru", "{d, date, medium}"),
        ("en", "{t, select, a{x} other{longer}}"), ("en", "{n}{d}"),
    ])
    func `no text is longer than the worst case`(tag: String, source: String) throws {
        let tag = try locale(tag)
        let template = try TemplateParser.parse(source)
        for text in ["0", "-5", "0.5", "999999", "59.5", "-999999.99", "123456789012345678"] {
            let number = try decimal(text)
            let values: [String: ArgumentValue] = [
                "n": .number(number), "t": .text("שלום"), "d": .date(try day("2026-09-28")),
            ]
            let lengths = ["n": text.count, "t": 4, "d": 10]
            let rendered = try template.render(locale: tag) { values[$0] }
            let worst = template.worstCaseLength(locale: tag) { lengths[$0] ?? 0 }
            #expect(rendered.unicodeScalars.count <= worst, "\(rendered)")
        }
    }

    @Test func `the worst case is not far off`() throws {
        let template = try TemplateParser.parse("{n, plural, one{# day} other{# days}}")
        #expect(try template.worstCaseLength(locale: locale("en")) { _ in 3 } == 8)
        #expect(try template.worstCaseLength(locale: locale("en")) { _ in 4 } == 10)
    }
}
