import FlowCompiler
import Testing

@Suite struct SuggestionTests {
    @Test(
        arguments: [
            ("confrim", ["confirm", "confide"], "confirm"),
            ("confrim", ["withdraw"], nil),
            ("conform", ["confirm"], "confirm"),
            ("cnfirmm", ["confirm"], "confirm"),
            ("ask", ["as", "task", "act"], "as"),
            ("say", ["asy", "sya"], "asy"),
            ("end", ["den", "extra"], nil),
            ("abcd", ["abdcx"], nil),
            ("abcde", ["abdcex"], "abdcex"),
            ("", ["a"], nil),
            ("same", ["same"], nil),
        ] as [(String, [String], String?)]
    )
    func `the nearest name within the allowed distance is meant`(
        name: String,
        candidates: [String],
        expected: String?
    ) {
        #expect(Suggestion.nearest(to: name, among: candidates) == expected)
        #expect(Suggestion.nearest(to: name, among: candidates.reversed()) == expected)
    }

    @Test func `the help asks`() {
        #expect(
            Suggestion.help(for: "confrim", among: ["confirm"]) == "did you mean `confirm`?"
        )
        #expect(Suggestion.help(for: "confrim", among: []) == nil)
    }

    @Test func `a list names eight and counts the rest`() {
        #expect(Suggestion.list(["a", "b"]) == "`a` and `b`")
        let names = (1...8).map { "s\($0)" }
        let seven = "`s1`, `s2`, `s3`, `s4`, `s5`, `s6`, `s7`"
        #expect(Suggestion.list(names) == "\(seven) and `s8`")
        #expect(Suggestion.list(names + ["x", "y"]) == "\(seven), `s8` and 2 more")
    }
}
