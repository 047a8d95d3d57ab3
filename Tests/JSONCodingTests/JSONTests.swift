import JSONCoding
import Testing

/// JSON written in one way and read strictly.
struct JSONTests {
    private func read(_ text: String) -> JSONValue? { JSONReader.read([UInt8](text.utf8)) }

    @Test func `members keep their order`() {
        let value: JSONValue = [
            "b": .integer(1), "a": ["x", .null, .boolean(true)], "": .object([]),
        ]
        #expect(value.compact == #"{"b":1,"a":["x",null,true],"":{}}"#)
        #expect(read(value.compact) == value)
        #expect(read(value.pretty) == value)
    }

    @Test func `texts are escaped, and come back as they were`() {
        let text = "\u{0}\u{1F}\u{7F}\"\\/\n\r\t é 😀 \u{2028} </script>"
        let written = JSONValue.text(text).compact
        #expect(written.hasPrefix(#""\u0000\u001f\u007f\"\\/\n\r\t é 😀"#))
        #expect(read(written) == .text(text))
    }

    @Test(arguments: [
        (#""\u00e9\uD83D\uDE00\/""#, "é😀/"), (#""\b\f""#, "\u{8}\u{C}"), (#""""#, ""),
    ])
    func `every escape of RFC 8259 is read`(text: String, wanted: String) {
        #expect(read(text) == .text(wanted))
    }

    @Test(arguments: ["0", "-0", "10", "1.5", "-1e5", "1E+05", "12345678901234567890"])
    func `numbers stay as they are written`(text: String) {
        #expect(read(text) == .number(text))
    }

    @Test(arguments: [
        "", " ", "{", "}", "[1,]", "[,1]", "{\"a\":1,}", "{a:1}", "{'a':1}", "nul", "nulll",
        "truefalse", "1 2", "01", "+1", "1.", ".5", "1e", "-", "\"", "\"\n\"", "\"\\x\"",
        "\"\\u12\"", "\"\\u+123\"", "\"\\uD800\"", "\"\\uDC00\"", "\"\\uD800\\u0041\"",
        "{\"a\":1,\"a\":1}", "[1]]", "// x", "\u{FEFF}1",
    ])
    func `everything else is no JSON`(text: String) {
        #expect(read(text) == nil)
    }

    @Test(arguments: [
        (#""\ud83d""#, "\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"), (#""\udc00\u0041""#, "\u{FFFD}A"),
        (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    ])
    func `half a character costs no more than itself where strangers write`(
        text: String,
        wanted: String
    ) {
        #expect(JSONReader.read([UInt8](text.utf8), .tolerant) == .text(wanted))
    }

    @Test func `where strangers write, the last of two members counts`() {
        let read = JSONReader.read([UInt8](#"{"a":1,"b":2,"a":3}"#.utf8), .tolerant)
        #expect(read == ["a": .integer(3), "b": .integer(2)])
        #expect(JSONReader.read([0x22, 0xFF, 0x41, 0x22], .tolerant) == "\u{FFFD}A")
        #expect(JSONReader.read([UInt8]("[1] x".utf8), .tolerant) == nil)
    }

    @Test func `whole numbers are read from digits`() {
        #expect(JSONValue.number("12").integer == 12)
        #expect(JSONValue.text("12").integer == 12)
        let others: [JSONValue] = [
            .number("1.5"), .text("12a"), .null, .number("9223372036854775808"), .text(""),
        ]
        for other in others { #expect(other.integer == nil) }
    }

    @Test func `bytes that are not UTF-8 are no JSON`() {
        #expect(JSONReader.read([0x22, 0xFF, 0x22]) == nil)
        #expect(JSONReader.read([0x22, 0xED, 0xA0, 0x80, 0x22]) == nil)
        #expect(JSONReader.read([0x22, 0xC0, 0x80, 0x22]) == nil)
    }

    @Test func `depth is bounded`() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(read(nested(32)) != nil)
        #expect(read(nested(34)) == nil)
        #expect(read(nested(100_000)) == nil)
    }
}
