import Testing
import TextMatching

/// What each piece of the syntax takes and leaves, one line each.
struct PatternTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let pattern: String
        let taken: [String]
        let left: [String]

        init(_ pattern: String, takes taken: [String], leaves left: [String]) {
            self.pattern = pattern
            self.taken = taken
            self.left = left
        }

        var testDescription: String { pattern }
    }

    static let syntax: [Case] = [
        Case("yes", takes: ["yes", "YES", "yEs"], leaves: ["", "ye", "yess", " yes", "no"]),
        Case("a.c", takes: ["abc", "a\nc", "a😀c"], leaves: ["ac", "abbc"]),
        Case(".*", takes: ["", "anything\r\nat all"], leaves: []),
        Case("[a-c1_-]", takes: ["b", "B", "1", "_", "-"], leaves: ["d", "0", "ab", ""]),
        Case("[-a]", takes: ["-", "a"], leaves: ["b"]),
        Case("[^a-c]", takes: ["d", "ä", "\n"], leaves: ["a", "A", "", "dd"]),
        Case(#"[\]\\^]"#, takes: ["]", "\\", "^"], leaves: ["["]),
        Case(#"[\d\s]+"#, takes: ["1 2", "٣"], leaves: ["a", ""]),
        Case(#"[^\d]"#, takes: ["a"], leaves: ["1", "٣"]),
        Case(#"\d{3}"#, takes: ["123", "१२३"], leaves: ["12", "1234", "½23", "Ⅷ23"]),
        Case(#"\w+"#, takes: ["straße_1", "नमस्ते", "مرحبا"], leaves: ["a b", "a-b", "½"]),
        Case(#"\s"#, takes: [" ", "\t", "\u{A0}", "\u{2003}"], leaves: ["\u{200B}", "a"]),
        Case(#"\D\W\S"#, takes: ["a-a", "- b"], leaves: ["1-a", "aaa", "a- "]),
        Case(#"\p{L}+"#, takes: ["abcÄж漢"], leaves: ["a1", "a "]),
        Case(#"\p{Nd}\P{Nd}"#, takes: ["1a"], leaves: ["11", "aa"]),
        Case(#"[^\p{P}]"#, takes: ["a", "+"], leaves: ["!", "-"]),
        Case(#"[\P{L}]"#, takes: ["1"], leaves: ["a", "A"]),
        Case(#"\.\*\(\)\{\}\/"#, takes: [".*(){}/"], leaves: ["abc"]),
        Case(#"a\tb\nc\rd"#, takes: ["a\tb\nc\rd"], leaves: ["atbncrd"]),
        Case(#"\u{1F600}"#, takes: ["😀"], leaves: ["😁"]),
        Case("[😀-😃]", takes: ["😁"], leaves: ["😄"]),
        Case("ab|cd|", takes: ["ab", "cd", ""], leaves: ["abcd", "a"]),
        Case("(?:ab)+", takes: ["ab", "abab"], leaves: ["", "aba"]),
        Case("(a|b)?c", takes: ["c", "ac", "bc"], leaves: ["abc", "a"]),
        Case("a{2}", takes: ["aa"], leaves: ["a", "aaa"]),
        Case("a{2,}", takes: ["aa", "aaaaa"], leaves: ["a"]),
        Case("a{1,3}?", takes: ["a", "aaa"], leaves: ["", "aaaa"]),
        Case("a{0}b", takes: ["b"], leaves: ["ab"]),
        Case("(a*)*", takes: ["", "aaa"], leaves: ["b"]),
        Case("(a*)+b", takes: ["b", "aab"], leaves: ["a"]),
        Case("(a?){3}", takes: ["", "a", "aaa"], leaves: ["aaaa"]),
        Case("(){50}a", takes: ["a"], leaves: [""]),
        Case(#"[^\s\S]"#, takes: [], leaves: ["", "a", " "]),
    ]

    @Test(arguments: syntax)
    func `a pattern takes the whole text or nothing`(_ example: Case) throws {
        let pattern = try Pattern(example.pattern)
        for text in example.taken {
            #expect(pattern.matches(text), "`\(example.pattern)` takes `\(text)`")
        }
        for text in example.left {
            #expect(!pattern.matches(text), "`\(example.pattern)` leaves `\(text)`")
        }
    }

    @Test(arguments: [
        ("straße", "STRAßE"), ("straße", "STRAẞE"), ("ärger", "ÄRGER"), ("σοφός", "ΣΟΦΌΣ"),
        ("привет", "ПРИВЕТ"), ("k", "\u{212A}"), ("s", "ſ"), ("[à-ö]", "Ä"), ("[^ä]ä", "öÄ"),
        (#"\p{Lu}"#, "a"), ("ǆ", "ǅ"),
    ])
    func `case does not count unless asked for`(_ source: String, _ text: String) throws {
        #expect(try Pattern(source).matches(text))
        #expect(try !Pattern(source, caseSensitive: true).matches(text))
    }

    @Test(arguments: [
        ("straße", "STRASSE"), ("i", "ı"), ("i", "İ"), ("I", "ı"), ("a", "ä"), ("[^a]", "A"),
        (#"\P{Lu}"#, "a"), ("ä", "a\u{308}"),
    ])
    func `simple case folding joins no more than case`(_ source: String, _ text: String) throws {
        #expect(try !Pattern(source).matches(text))
    }

    @Test func `categories are those of the standard library`() throws {
        var patterns: [Unicode.GeneralCategory: Pattern] = [:]
        for value in stride(from: UInt32(0), through: 0x10FFFF, by: 97) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let category = scalar.properties.generalCategory
            let code = try #require(Self.codes[category])
            let pattern =
                try patterns[category] ?? Pattern("\\p{\(code)}", caseSensitive: true)
            patterns[category] = pattern
            #expect(pattern.matches(String(Character(scalar))), "U+\(value) is \(code)")
        }
        for (category, pattern) in patterns {
            for (other, second) in patterns where other != category {
                #expect(pattern.intersection(with: second) == .disjoint)
            }
        }
    }

    @Test func `white space is that of the standard library`() throws {
        let pattern = try Pattern(#"\s"#)
        for value: UInt32 in 0...0x3100 {
            let scalar = try #require(Unicode.Scalar(value))
            #expect(
                pattern.matches(String(Character(scalar))) == scalar.properties.isWhitespace
            )
        }
    }

    @Test func `two patterns are equal when source and options are`() throws {
        #expect(try Pattern("a") == Pattern("a"))
        #expect(try Pattern("a") != Pattern("a", caseSensitive: true))
        #expect(try Pattern("\u{E4}") != Pattern("a\u{308}"))
        #expect(try Set([Pattern("a"), Pattern("a"), Pattern("b")]).count == 2)
    }

    private static let codes: [Unicode.GeneralCategory: String] = [
        .uppercaseLetter: "Lu", .lowercaseLetter: "Ll", .titlecaseLetter: "Lt",
        .modifierLetter: "Lm", .otherLetter: "Lo", .nonspacingMark: "Mn", .spacingMark: "Mc",
        .enclosingMark: "Me", .decimalNumber: "Nd", .letterNumber: "Nl", .otherNumber: "No",
        .connectorPunctuation: "Pc", .dashPunctuation: "Pd", .openPunctuation: "Ps",
        .closePunctuation: "Pe", .initialPunctuation: "Pi", .finalPunctuation: "Pf",
        .otherPunctuation: "Po", .mathSymbol: "Sm", .currencySymbol: "Sc",
        .modifierSymbol: "Sk", .otherSymbol: "So", .spaceSeparator: "Zs",
        .lineSeparator: "Zl", .paragraphSeparator: "Zp", .control: "Cc", .format: "Cf",
        .privateUse: "Co", .unassigned: "Cn",
    ]
}
