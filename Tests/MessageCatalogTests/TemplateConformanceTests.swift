import MessageCatalog
import Testing

/// Behaviour agreed with the `messageformat` package's own test cases (MIT,
/// github.com/messageformat/messageformat, test/fixtures/messageformat.ts at 05d0546).
///
/// Where it lets an argument be missing or a counted one be no number, these messages fail.
@Suite struct TemplateConformanceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let template: String
        var values: [String: ArgumentValue] = [:]
        let text: String
        var locale = "en"

        var testDescription: String { "\(template) → \(text)" }
    }

    @Test(arguments: plain + escapes + choices + formats)
    func `a message renders as agreed`(_ item: Case) throws {
        #expect(try render(item.template, item.values, in: item.locale) == item.text)
    }

    private static let plain: [Case] = [
        Case(template: "This is a string.", text: "This is a string."),
        Case(template: "{foo}", values: ["foo": .text("FOO")], text: "FOO"),
        Case(template: "{foo}", values: ["foo": .text("")], text: ""),
        Case(template: "She said \"Hello\"", text: "She said \"Hello\""),
        Case(template: "The var is {0}.", values: ["0": .number(5)], text: "The var is 5."),
        Case(
            template: "The vars are {0} and {01}.",
            values: ["0": .number(5), "01": .number(-3)],
            text: "The vars are 5 and -3."
        ),
        Case(template: "中{test}中国话不用彁字。", values: ["test": .text("☺")], text: "中☺中国话不用彁字。"),
        Case(template: "This is an octothorpe: #", text: "This is an octothorpe: #"),
    ]

    private static let escapes: [Case] = [
        Case(template: "I see '{many}'", text: "I see {many}"),
        Case(template: "I said '{''Wow!''}'", text: "I said {'Wow!'}"),
        Case(template: "I don't know", text: "I don't know"),
        Case(template: "I don''t know", text: "I don't know"),
        Case(template: "'{'", text: "{"),
        Case(template: "'}}}'", text: "}}}"),
        Case(template: "'{{{'{test}'}}}'", values: ["test": .number(4)], text: "{{{4}}}"),
        Case(
            template: "'{{{'{test, plural, other{#}}'}}}'",
            values: ["test": .number(4)],
            text: "{{{4}}}"
        ),
        Case(
            template: "{X, plural, other{# is a '#'}}",
            values: ["X": .number(3)],
            text: "3 is a #"
        ),
        Case(
            template: "{X, plural, one{#} other{{Y, select, other{'#'}}}}",
            values: ["X": .number(3), "Y": .number(5)],
            text: "#"
        ),
        Case(template: "'#' 'x' '", text: "'#' 'x' '"),
        Case(template: "{a}''s", values: ["a": .text("Ann")], text: "Ann's"),
    ]

    private static let floors = "{F, selectordinal, one{#st} two{#nd} few{#rd} other{#th}} floor"
    private static let friends = "I have {N, plural, one{one friend} other{# friends}}."
    private static let welsh =
        "{N, plural, zero{a} one{b} two{c} few{d} many{e} other{f} =42{omg42}}"
    private static let offset = "{N, plural, offset:1 =0{a} one{b} other{c #}}"
    private static let enemies =
        "{F, plural, one{one friend} other{# friends but {E, plural, offset:1 =0{no enemies} "
        + "=1{one nemesis} one{two enemies} other{one nemesis and # enemies}}}}"

    private static let choices: [Case] = [
        Case(template: welsh, values: ["N": .number(0)], text: "a", locale: "cy"),
        Case(template: welsh, values: ["N": .number(3)], text: "d", locale: "cy"),
        Case(template: welsh, values: ["N": .number(15)], text: "f", locale: "cy"),
        Case(template: welsh, values: ["N": .number(42)], text: "omg42", locale: "cy"),
        Case(
            template: "{n, selectordinal, zero{0,7} one{1} two{2} few{3,4} many{5,6} other{+}}",
            values: ["n": .number(5)],
            text: "5,6",
            locale: "cy"
        ),
        Case(template: friends, values: ["N": .number(0)], text: "I have 0 friends."),
        Case(template: friends, values: ["N": .number(1)], text: "I have one friend."),
        Case(template: friends, values: ["N": .text("1")], text: "I have one friend."),
        Case(template: friends, values: ["N": .text("1.0")], text: "I have 1.0 friends."),
        Case(template: floors, values: ["F": .number(1)], text: "1st floor"),
        Case(template: floors, values: ["F": .number(13)], text: "13th floor"),
        Case(template: offset, values: ["N": .number(0)], text: "a"),
        Case(template: offset, values: ["N": .number(1)], text: "c 0"),
        Case(template: offset, values: ["N": .number(2)], text: "b"),
        Case(
            template: enemies,
            values: ["F": .number(0), "E": .number(0)],
            text: "0 friends but no enemies"
        ),
        Case(
            template: enemies,
            values: ["F": .number(0), "E": .number(3)],
            text: "0 friends but one nemesis and 2 enemies"
        ),
        Case(
            template: "{X, plural, other{{Y, select, other{The var is #.}}}}",
            values: ["X": .number(5), "Y": .text("key")],
            text: "The var is 5."
        ),
        Case(
            template: "I am {F, select, a{happy} hasOwnProperty{evil} other{indifferent}}.",
            values: ["F": .text("toString")],
            text: "I am indifferent."
        ),
        Case(
            template: "{G, select,   male {his} female {her}  other {their}} group",
            values: ["G": .text("female")],
            text: "her group"
        ),
    ]

    private static let formats: [Case] = [
        Case(
            template: "{N} is {N, number}",
            values: ["N": .number(123_456)],
            text: "123456 is 123,456"
        ),
        Case(
            template: "{N} is almost {N, number, integer}",
            values: ["N": .text("3.14")],
            text: "3.14 is almost 3"
        ),
        Case(template: "{D, duration}", values: ["D": .number(12)], text: "0:12"),
        Case(template: "{D, duration}", values: ["D": .text("123")], text: "2:03"),
        Case(template: "{D, duration}", values: ["D": .text("-151200.42")], text: "-42:00:00.420"),
        Case(template: "{D, duration}", values: ["D": .text("59.9999")], text: "1:00"),
    ]
}

extension ArgumentValue {
    static func number(_ integer: Int64) -> ArgumentValue { .number(DecimalNumber(integer)) }
}
