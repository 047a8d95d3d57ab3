import Testing
import TextMatching

/// Whether two patterns can take the same reply, which makes a flow ambiguous.
struct PatternIntersectionTests {
    @Test(arguments: [
        ("[0-9]{6,8}", "[0-9]{5,6}", "000000"),
        ("a+b?", "a?b+", "ab"),
        (".*x", "y.*", "yx"),
        (#"\d+"#, #"\w+"#, "0"),
        ("yes", "YES", "yes"),
        ("a*", "b*", ""),
        ("(aa)+", "(aaa)+", "aaaaaa"),
        (#"\p{Lu}"#, "[à-ö]", "à"),
        (#"[^\p{L}]"#, #"[^\d]"#, "!"),
        ("(?<n>a|b)c", ".c", "ac"),
    ])
    func `an overlap comes with a shortest text both take`(
        _ left: String,
        _ right: String,
        _ example: String
    ) throws {
        let (first, second) = (try Pattern(left), try Pattern(right))
        #expect(first.intersection(with: second) == .both(example: example))
        #expect(first.matches(example) && second.matches(example))
        guard case .both(let mirrored) = second.intersection(with: first) else {
            Issue.record("the overlap holds in one direction only")
            return
        }
        #expect(mirrored.unicodeScalars.count == example.unicodeScalars.count)
    }

    @Test(arguments: [
        ("[0-9]{6}", "[0-9]{7,8}"), ("a.*", "b.*"), (#"\d+"#, #"\D.*"#), ("(aa)+", "a(aa)*"),
        ("[^a]", "a"), (#"[^\s\S]"#, ".*"), (#"\w"#, #"\W"#),
    ])
    func `patterns that share no text are disjoint`(_ left: String, _ right: String) throws {
        #expect(try Pattern(left).intersection(with: Pattern(right)) == .disjoint)
        #expect(try Pattern(right).intersection(with: Pattern(left)) == .disjoint)
    }

    @Test func `case counts where one of two patterns says so`() throws {
        let exact = try Pattern("Yes", caseSensitive: true)
        let lower = try Pattern("yes", caseSensitive: true)
        #expect(exact.intersection(with: lower) == .disjoint)
        #expect(exact.intersection(with: try Pattern("yes")) == .both(example: "Yes"))
    }

    @Test func `a comparison stops at its limit of pairs`() throws {
        let first = try Pattern("(?:a{0,9}){0,9}b")
        let second = try Pattern("(?:a{0,9}){0,9}c")
        #expect(first.intersection(with: second, pairLimit: 1_000) == .unknown)
        #expect(first.intersection(with: second) == .disjoint)
    }

    @Test func `an overlap longer than any text is none`() throws {
        // The lengths are multiples of 71 and of 73, so the shortest common one is 5183.
        let first = try Pattern("(?:a{71})+")
        let second = try Pattern("(?:a{73})+")
        #expect(first.intersection(with: second) == .disjoint)
        let third = try Pattern("(?:a{8})+")
        #expect(
            first.intersection(with: third)
                == .both(example: String(repeating: "a", count: 568))
        )
    }

    @Test(arguments: [
        ("yes|no", "no"), ("[0-9]{6,8}", "000000"), (".*", ""), ("a+?b", "ab"),
        (#"\s"#, " "), (#"\p{Lo}"#, "ª"), (#"\u{1F600}+"#, "😀"),
    ])
    func `an example is a shortest text`(_ source: String, _ example: String) throws {
        #expect(try Pattern(source).example() == example)
    }

    @Test(arguments: [#"[^\s\S]"#, #"a[^\w\W]"#, #"[^\s\S]+b"#])
    func `a pattern that takes nothing has no example`(_ source: String) throws {
        #expect(try Pattern(source).example() == nil)
    }
}
