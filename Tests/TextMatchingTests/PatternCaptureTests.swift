import Testing
import TextMatching

/// What named groups hold: greedy and lazy preferences decide, as in a backtracking engine.
struct PatternCaptureTests {
    @Test(arguments: [
        ("(?<order>[0-9]{6,8})", "1234567", "order=1234567"),
        (#"(?<first>\w+)\s+(?<last>\w+)"#, "Ana  López", "first=Ana last=López"),
        ("(?<a>a*)(?<b>a*)", "aaa", "a=aaa b="),
        ("(?<a>a*?)(?<b>a*)", "aaa", "a= b=aaa"),
        ("(?<a>a+?)(?<b>a??)(?<c>a*)", "aaa", "a=a b= c=aa"),
        ("(?<a>a{1,2})(?<b>a*)", "aaa", "a=aa b=a"),
        ("(?<a>a{1,2}?)(?<b>a*)", "aaa", "a=a b=aa"),
        ("(?<left>a)|(?<right>b)", "b", "right=b"),
        ("(?<short>a)(?<rest>b?)|(?<long>ab)", "ab", "short=a rest=b"),
        ("(?:(?<letter>[a-z])|,)+", "a,b,", "letter=b"),
        ("(?<outer>a(?<inner>b)?)+", "aba", "outer=a inner=b"),
        ("(?<word>x)?y", "y", ""),
        ("(?<word>x*)y", "y", "word="),
        ("(?<text-2>.*)", "Ä 😀", "text-2=Ä 😀"),
        ("(?<greedy>.*)(?<digits>[0-9]+)", "ab123", "greedy=ab12 digits=3"),
        ("(?<lazy>.*?)(?<digits>[0-9]+)", "ab123", "lazy=ab digits=123"),
    ])
    func `groups hold what the preferred way took`(
        _ source: String,
        _ text: String,
        _ expected: String
    ) throws {
        let match = try #require(try Pattern(source).wholeMatch(text))
        let captures = match.captures.map { "\($0.name)=\($0.text)" }
        #expect(captures.joined(separator: " ") == expected)
    }

    @Test func `a match without named groups has no captures`() throws {
        #expect(try Pattern("(a)(?:b)").wholeMatch("ab") == PatternMatch(captures: []))
        #expect(try Pattern("(?<x>a)").wholeMatch("b") == nil)
    }

    @Test func `a capture is found by its name`() throws {
        let pattern = try Pattern("(?<day>[0-9]+)/(?<month>[0-9]+)(?<year>/[0-9]+)?")
        let match = try #require(pattern.wholeMatch("24/12"))
        #expect(pattern.captureNames == ["day", "month", "year"])
        #expect(match["day"] == "24")
        #expect(match["month"] == "12")
        #expect(match["year"] == nil)
        #expect(match["hour"] == nil)
    }
}
