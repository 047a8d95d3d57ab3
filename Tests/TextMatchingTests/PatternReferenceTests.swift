import Testing
import TextMatching

/// Compares the engine with another one, which backtracks and shares no idea with it.
struct PatternReferenceTests {
    @Test func `the engine agrees with fullmatch of CPython`() throws {
        let lines = PatternReferenceCases.table.split(separator: "\n")
        #expect(lines.count == 200)
        for line in lines {
            let fields = line.split(separator: "⇥", omittingEmptySubsequences: false)
            try #require(fields.count == 3, "a line is pattern, text and answer")
            let pattern = try Pattern(String(fields[0]))
            let text = String(fields[1])
            #expect(pattern.matches(text) == (fields[2] == "1"), "\(line)")
            #expect((pattern.wholeMatch(text) != nil) == (fields[2] == "1"), "\(line)")
        }
    }
}
