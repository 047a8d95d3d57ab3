import Clocks
import FlowInterpreter
import FlowProgram
import MessageCatalog
import Testing

struct SlotReadingTests {
    private static func read(_ text: String, as type: String, locale: Int) throws -> String? {
        var talk = try Talk(
            main: """
                slots: { x: { \(type) } }
                steps:
                  ask: { ask: x, say: { en: "?", de: "?", ar: "?" }, then: rest }
                  rest: { say: { en: "{x}", de: "{x}", ar: "{x}" }, match: { "again": ask } }
                """,
            settings: FlowFixture.threeLocales,
            locale: locale
        )
        try talk.write(text)
        guard talk.place == "main.rest" else { return nil }
        return switch talk.value("x") {
        case .text(let text): text
        case .number(let number): number.text
        case .date(let date): date.text
        case .truth(let truth): "\(truth)"
        case .purpose, .notice, nil: "nothing"
        }
    }

    @Test(arguments: [
        ("type: number", 0, "1,234.5", "1234.5"), ("type: number", 1, "1.234,5", "1234.5"),
        ("type: number", 2, "١٢٣", "123"), ("type: number", 1, " 7 ", "7"),
        ("type: number, min: 1, max: 9", 0, "9", "9"), ("type: number", 0, "-0.5", "-0.5"),
        ("type: date", 0, "2026-04-03", "2026-04-03"), ("type: date", 1, "3.4.2026", "2026-04-03"),
        ("type: date", 0, "April 3, 2026", "2026-04-03"),
        ("type: date, min: 2026-01-01", 1, "1.1.2026", "2026-01-01"),
        ("type: email", 0, " Ann@Example.COM ", "Ann@example.com"),
        ("type: email", 2, "a.b+c@mail.example.org", "a.b+c@mail.example.org"),
        ("type: phone", 0, "+49 (151) 123-45.67", "+491511234567"),
        ("type: phone", 1, "0049151 1234567", "+491511234567"),
        ("type: phone", 2, "+٩٦٦٥٠١٢٣٤٥٦٧", "+966501234567"),
        ("type: yes-no", 0, "YES!", "true"), ("type: yes-no", 1, "Nein.", "false"),
        ("type: yes-no", 2, "نعم", "true"), ("type: yes-no", 1, "yep", "true"),
        ("type: choice, options: [small, large]", 0, "little one", "small"),
        ("type: choice, options: [small, large]", 1, "riesig", "large"),
        ("type: choice, options: [small, large]", 1, "gigantik", "large"),
        ("type: choice, options: [small, large]", 2, "صغير", "small"),
        ("type: text", 0, "  Ann\u{0}a \u{7}", "Anna"),
        ("type: text, max: 3", 2, "👩‍👩‍👧‍👦é1", "👩‍👩‍👧‍👦é1"),
        ("type: text", 0, "{n, plural}", "{n, plural}"), ("type: text", 1, "a\nb", "a\nb"),
    ])
    func `a value is read in the contact's locale`(
        type: String,
        locale: Int,
        text: String,
        value: String
    ) throws {
        #expect(try Self.read(text, as: type, locale: locale) == value)
    }

    @Test(arguments: [
        ("type: number", 0, "1,5"), ("type: number", 1, "1.5"), ("type: number", 0, "ten"),
        ("type: number", 0, "1e3"), ("type: number", 0, "9999999999999999999"),
        ("type: number, min: 1, max: 9", 0, "10"), ("type: number, min: 1, max: 9", 0, "0"),
        ("type: number", 0, ""), ("type: number", 0, "\u{202E}"), ("type: number", 0, "½"),
        ("type: date", 1, "31.4.2026"), ("type: date", 0, "2026-02-29"), ("type: date", 0, "today"),
        ("type: date, min: 2026-01-01", 0, "2025-12-31"), ("type: date", 0, "1.1"),
        ("type: email", 0, "ann"), ("type: email", 0, "a@b"), ("type: email", 0, "a@b@c.example"),
        ("type: email", 0, "a b@c.example"), ("type: email", 0, ".a@b.example"),
        ("type: email", 0, "a@-b.example"), ("type: email", 0, "a@b..example"),
        ("type: email", 0, "\"a\"@b.example"), ("type: email", 0, "a@[127.0.0.1]"),
        ("type: email", 0, "<a@b.example>"), ("type: email", 0, "a@b.example\u{0}"),
        ("type: phone", 0, "0151 1234567"), ("type: phone", 0, "+49"),
        ("type: phone", 0, "++491511234567"),
        ("type: phone", 0, "+49151123456789012"), ("type: phone", 0, "+0491511234567"),
        ("type: phone", 0, "+49 151 CALL"), ("type: phone", 0, "tel:+491511234567"),
        ("type: yes-no", 0, "ja"), ("type: yes-no", 2, "ja"), ("type: yes-no", 0, "maybe"),
        ("type: choice, options: [small, large]", 0, "medium"),
        ("type: choice, options: [small, large]", 0, "riesig"),
        ("type: text, max: 3", 0, "four"), ("type: text", 0, " \u{0} \u{3000}"),
        ("type: text", 0, ""),
    ])
    func `what is no such value is unclear`(type: String, locale: Int, text: String) throws {
        #expect(try Self.read(text, as: type, locale: locale) == nil)
    }

    @Test func `a choice slot is offered as buttons and taken by them`() throws {
        var talk = try Talk(
            main: """
                slots: { size: { type: choice, options: [small, large] } }
                steps:
                  ask: { ask: size, say: { en: Size? }, then: rest }
                  rest: { say: { en: "{size}" }, end: done }
                """
        )
        #expect(talk.said == ["Size? [Small] [Large]"])
        try talk.tap("medium")
        #expect(talk.said == ["Size? [Small] [Large]"])
        try talk.tap("large")
        #expect(talk.said == ["large"])
    }

    @Test func `a button is no text for a slot`() throws {
        var talk = try Talk(
            main: """
                slots: { name: { type: text } }
                steps:
                  ask: { ask: name, say: { en: Name? }, then: rest }
                  rest: { say: { en: "{name}" }, end: done }
                """
        )
        try talk.tap("agree")
        #expect(talk.said == ["Name?"])
    }
}
