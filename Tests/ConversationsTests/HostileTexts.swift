/// Texts that break programs: scripts, directions, marks, syntax of other languages, sizes.
enum HostileTexts {
    static let all: [String] =
        spaces + directions + marks + scripts + emoji + syntax + numbers + dates + long

    private static let spaces: [String] = [
        "", " ", "\n", "\r\n", "\t\t", "\u{A0}", "\u{3000}", "\u{200B}", "\u{FEFF}", "\u{2028}",
        "\u{0}", "a\u{0}b", "\u{1}\u{2}\u{3}", "\u{1B}[31mred\u{1B}[0m", "\u{7F}", "\u{85}",
        "\u{AD}", "\u{180E}", "  yes  ", "\u{200D}", "\u{2060}no\u{2060}",
    ]

    private static let directions: [String] = [
        "\u{202E}txet desrever", "\u{202A}\u{202B}\u{202C}\u{202D}", "\u{2066}open for ever",
        "\u{2069}\u{2069}\u{2069}", "\u{200F}\u{200E}\u{61C}", "אבג \u{202D}123", "مرحبا 42 hello",
        "(\u{2067}a\u{2069})",
    ]

    private static let marks: [String] = [
        "Z\u{321}\u{334}a\u{31B}\u{338}l\u{337}g\u{335}o", "\u{301}\u{301}\u{301}", "e\u{301}",
        "é", "ﬁ", "ẞ", "İ", "ı", "ǰ", "ﷺ", "Ⅷ", "①", "ｆｕｌｌ", "𝔭𝔞𝔯𝔩𝔢𝔶", "\u{1F468}\u{200D}",
        "a" + String(repeating: "\u{300}", count: 3000),
    ]

    private static let scripts: [String] = [
        "ประชาชน", "한국어", "中文", "ひらがな", "தமிழ்", "ქართული", "ᚠᛇᚻ", "𓂀𓁹", "\u{10FFFF}",
        "\u{FFFD}\u{FFFD}", "\u{E000}", "\u{FFFE}", "\u{D7FF}", "\u{E0067}\u{E007F}",
        String(decoding: [0xED, 0xA0, 0x80, 0x61] as [UInt8], as: UTF8.self),
    ]

    private static let emoji: [String] = [
        "👍", "👍🏿", "👩‍👩‍👧‍👦", "🇩🇪", "🇩", "1️⃣", "❤️", "🏴\u{E0067}\u{E0062}\u{E007F}", "🤷🏽‍♀️🤷🏽‍♀️",
        String(repeating: "👩‍👩‍👧‍👦", count: 500),
    ]

    private static let syntax: [String] = [
        "'; DROP TABLE contacts;--", "\" OR 1=1 --", "<script>alert(1)</script>", "<b>yes</b>",
        "{name}", "{n, plural, other {#}}", "{{7*7}}", "${7*7}", "#{7*7}", "%s%n%x", "$(id)",
        "`id`",
        "|| true", "&& end", "../../etc/passwd", "C:\\CON", "\\u0000", "\\", "\"", "'", "{", "}",
        "null", "nil", "undefined", "NaN", "true", "false", "- yaml: [", "*alias", "&anchor",
        "!!str", "has(name)", "agree\u{0}", "[I agree]", "(a+)+$", ".*", "a@b@c.example",
        "=cmd|'/C calc'!A0", "{\"a\":[[[[[[", "]]>", "%00", "​yes​",
    ]

    private static let numbers: [String] = [
        "-0", "0", "1e999", "999999999999999999", "9999999999999999999", "-1", "1,5", "1.5",
        "1.234,5",
        "١٢٣", "٣٫٥", "½", "²", "Infinity", "0x1F", "1_000", "+49 151 1234567", "0049151123456",
        "--5", "+-1", "१२", "1 000 000",
    ]

    private static let dates: [String] = [
        "2026-02-30", "29.2.2023", "00.00.0000", "9999-12-31", "0001-01-01", "1/1/1", "31-31-31",
        "tomorrow", "٣/٤/٢٠٢٦", "2026-13-45T99:99",
    ]

    private static let long: [String] = [
        String(repeating: "a", count: 5000), String(repeating: "ja ", count: 5000),
        String(repeating: "9", count: 1000), String(repeating: "(", count: 10_000),
        String(repeating: "a\u{301}", count: 9000),
    ]
}
