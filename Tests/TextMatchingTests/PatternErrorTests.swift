import Testing
import TextMatching

/// Every refusal with its place, counted in UTF-8 bytes, and its sentence in full.
struct PatternErrorTests {
    @Test(arguments: [
        ("", 0, "an empty pattern takes no reply: write the form a reply has, or `.*` for any"),
        ("a|*b", 2, #"nothing stands before `*` to repeat: write `\*` for the character itself"#),
        ("{name}", 0, #"nothing stands before `{` to repeat: write `\{` for the character itself"#),
        ("ä**", 3, "`*` follows another repetition: put the part before it in `(…)`"),
        ("a{1,100}{1,20}", 8, "`{` follows another repetition: put the part before it in `(…)`"),
        ("a*?+", 3, "`+` follows another repetition: put the part before it in `(…)`"),
        (
            "a{,3}", 1,
            #"a repetition is `{2}`, `{2,}` or `{2,5}`: write `\{` for the character itself"#
        ),
        (
            "a{2,101}", 1,
            "`{2,101}` repeats more than 100 times: use a smaller bound, or `*` and `+`"
        ),
        (
            "a{99999999999999999999}", 1,
            "`{99999999999999999999}` repeats more than 100 times: "
                + "use a smaller bound, or `*` and `+`"
        ),
        ("a{5,2}", 1, "`{5,2}` has its larger number first: write `{2,5}`"),
        (
            "(?:a{100}){100}", 0,
            "the repetitions multiply to more than 2000 states: "
                + "use smaller bounds, or `*` and `+`"
        ),
    ])
    func `sizes and repetitions are refused with a way out`(
        _ source: String,
        _ offset: Int,
        _ message: String
    ) {
        expect(source, isRefusedAt: offset, with: message)
    }

    @Test(arguments: [
        ("ä(b", 2, #"this `(` is never closed: add `)`, or write `\(` for the character itself"#),
        ("(?", 0, #"this `(` is never closed: add `)`, or write `\(` for the character itself"#),
        ("a)b", 1, #"this `)` closes nothing: remove it, or write `\)` for the character itself"#),
        ("(?i)a", 0, "`(?i` opens no known group: use `(…)`, `(?:…)` or `(?<name>…)`"),
        ("(?P<n>a)", 0, "`(?P` opens no known group: use `(…)`, `(?:…)` or `(?<name>…)`"),
        (
            "a(?=b)", 1,
            "`(?=` looks around, which cannot be matched in one pass over the text: "
                + "write out what the whole reply may be"
        ),
        (
            "(?<!b)a", 0,
            "`(?<!` looks around, which cannot be matched in one pass over the text: "
                + "write out what the whole reply may be"
        ),
        (
            #"(a)\1"#, 3,
            #"`\1` refers back to a group, which cannot be matched in one pass over the text: "#
                + "give each part its own name and compare the slots"
        ),
        (
            "(?<Name>a)", 3,
            "`Name` cannot name a group: use lowercase letters, digits and `-`, "
                + "starting with a letter"
        ),
        (
            "(?<n", 3,
            "`n` cannot name a group: use lowercase letters, digits and `-`, "
                + "starting with a letter"
        ),
        (
            "(?<n>a)(?<n>b)", 10,
            "`n` already names a group: give this one another name"
        ),
    ])
    func `groups are refused with a way out`(
        _ source: String,
        _ offset: Int,
        _ message: String
    ) {
        expect(source, isRefusedAt: offset, with: message)
    }

    @Test(arguments: [
        ("a[b", 1, #"this `[` is never closed: add `]`, or write `\[` for the character itself"#),
        ("[a-", 0, #"this `[` is never closed: add `]`, or write `\[` for the character itself"#),
        ("[]a]", 0, #"`[` and `]` have nothing between them: write `\]` for the character itself"#),
        ("[a[b]]", 2, #"`[` cannot stand inside `[…]`: write `\[` for the character itself"#),
        ("[az-a]", 2, "`z-a` ends before it starts: swap its two ends"),
        (
            #"[\w-z]"#, 1,
            #"`\w-z` is more than one character and cannot end a range: "#
                + #"write `\-` for the hyphen itself"#
        ),
        ("a$", 1, "patterns always take the whole text, so `$` is not needed: remove it"),
        ("^a", 0, "patterns always take the whole text, so `^` is not needed: remove it"),
        (
            #"\ba"#, 0,
            #"`\b` looks around, which cannot be matched in one pass over the text: "#
                + #"write the separator itself, such as `\s`"#
        ),
        ("a]", 1, #"`]` has no partner: write `\]` for the character itself"#),
        (
            #"ä\q"#, 2,
            #"`\q` has no meaning: `\` goes before punctuation or one of "#
                + "`d D w W s S p P n r t u`"
        ),
        (#"a\"#, 1, #"the pattern ends after `\`: write `\\` for the character itself"#),
        (
            #"\u{D800}"#, 0,
            #"a character by its number is `\u{1F600}`: one to six hexadecimal digits, "#
                + "at most 10FFFF and no surrogate"
        ),
        (
            #"a\u{-0}"#, 1,
            #"a character by its number is `\u{1F600}`: one to six hexadecimal digits, "#
                + "at most 10FFFF and no surrogate"
        ),
        (#"\pL"#, 0, #"a category is written in braces: use `\p{L}` or `\P{Lu}`"#),
        (
            #"[\p{Greek}]"#, 1,
            "`Greek` is not a Unicode general category: use one such as `L`, `Lu` or `Nd`"
        ),
    ])
    func `brackets and escapes are refused with a way out`(
        _ source: String,
        _ offset: Int,
        _ message: String
    ) {
        expect(source, isRefusedAt: offset, with: message)
    }

    @Test func `a source over the limit of bytes is refused`() throws {
        _ = try Pattern(String(repeating: "ä", count: 256))
        expect(
            String(repeating: "ä", count: 257),
            isRefusedAt: 512,
            with: "a pattern of 514 bytes is over the limit of 512: split it into several"
        )
    }

    @Test func `groups nest to the limit`() throws {
        let (open, close) = (String(repeating: "(", count: 20), String(repeating: ")", count: 20))
        _ = try Pattern("\(open)a\(close)(b)")
        expect(
            "\(open)(a)\(close)",
            isRefusedAt: 20,
            with: "groups are nested deeper than 20: write the pattern flatter"
        )
    }

    @Test func `named groups are counted`() throws {
        let sixteen = (0..<16).map { "(?<n\($0)>a)" }.joined()
        #expect(try Pattern(sixteen).captureNames.count == 16)
        expect(
            "\(sixteen)(?<more>a)",
            isRefusedAt: sixteen.utf8.count,
            with: "more than 16 groups have names: drop those no slot needs"
        )
    }

    private func expect(_ source: String, isRefusedAt offset: Int, with message: String) {
        let error = #expect(throws: PatternError.self) { try Pattern(source) }
        #expect(error?.message == message)
        #expect(error?.offset == offset)
    }
}
