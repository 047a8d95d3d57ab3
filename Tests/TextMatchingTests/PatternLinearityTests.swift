import Testing
import TextMatching

/// Counts states entered, never time: patterns that stop a backtracking engine for years must
/// stay within states times length here.
struct PatternLinearityTests {
    @Test(arguments: [
        "(a+)+b", "(a|a)*b", "(a|b|ab)*c", "(.*)*x", "(a?){100}a{100}b",
        "((a{0,9}){0,9}){0,9}b", "(?<x>(?<y>a*)*)*b", "(a*?)*?b", "(?:a|aa|aaa)+?b",
        "(?:.*.*.*=.*)x",
    ])
    func `work is at most states times length`(_ source: String) throws {
        let pattern = try Pattern(source)
        let text = String(repeating: "a", count: PatternLimits.textScalars)
        let bound = pattern.stateCount * (PatternLimits.textScalars + 1)
        #expect(!pattern.matches(text))
        #expect(pattern.stepCount(for: text) <= bound)
        #expect(pattern.stepCount(for: text, capturing: true) <= bound)
    }

    @Test(arguments: ["(a+)+b", "(a|a)*b", "(.*)*x"])
    func `twice the text is twice the work`(_ source: String) throws {
        let pattern = try Pattern(source)
        let short = pattern.stepCount(for: String(repeating: "a", count: 1_000))
        let long = pattern.stepCount(for: String(repeating: "a", count: 2_000))
        #expect(short >= 1_000)
        #expect(long <= 2 * short)
    }

    @Test func `a text that fails at once costs almost nothing`() throws {
        let pattern = try Pattern("[0-9]{6,8}")
        #expect(pattern.stepCount(for: String(repeating: "a", count: 4_000)) <= 3)
    }

    @Test func `a text over the limit is not taken`() throws {
        let pattern = try Pattern("(?<all>.*)")
        let longest = String(repeating: "ä", count: PatternLimits.textScalars)
        #expect(pattern.matches(longest))
        #expect(pattern.wholeMatch(longest)?["all"] == longest)
        #expect(!pattern.matches("\(longest)a"))
        #expect(pattern.wholeMatch("\(longest)a") == nil)
        #expect(pattern.stepCount(for: "\(longest)a") == 0)
    }

    @Test(arguments: [
        "(?:a{1,100}){1,20}", "((((a{100}){100}){100}){100}){100}", "(?:a{0,100}b){20}",
        "((((()|){100}){100}){100}){100}", "(?<x>){100}(?:(?<y>){100}){100}",
    ])
    func `repetitions cannot multiply past the limit of states`(_ source: String) {
        let error = #expect(throws: PatternError.self) { try Pattern(source) }
        #expect(error?.reason == .size(.tooManyStates))
    }

    @Test func `a compiled pattern keeps the limit of states`() throws {
        let pattern = try Pattern("(?:a{100}){19}a{99}")
        #expect(pattern.stateCount == 2_000)
        #expect(pattern.matches(String(repeating: "a", count: 1_999)))
        #expect(!pattern.matches(String(repeating: "a", count: 1_998)))
        #expect(throws: PatternError.self) { try Pattern("(?:a{100}){20}") }
    }
}
