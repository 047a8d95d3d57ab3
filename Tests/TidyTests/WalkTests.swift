import Testing

/// The walk of one message in README.md is a set of breakpoints: each function must be where the
/// page says it is.
@Suite struct WalkTests {
    @Test func `every function of the walk stands in the file it names`() throws {
        let texts = try Repository.texts()
        let rows = WalkRule.rows(in: try #require(texts["README.md"]))
        #expect(rows.count >= 10, "the walk has \(rows.count) rows")
        let missing = rows.filter { row in
            !WalkRule.declares(row.function, in: texts["Sources/\(row.file)"] ?? "")
        }
        #expect(missing.map { "\($0.file): \($0.function)" } == [])
    }

    @Test func `a function that is not there is found missing`() {
        let page = "| load | `A/B.swift` | `B.load` | `C` |"
        #expect(WalkRule.rows(in: page) == [WalkRule.Row(file: "A/B.swift", function: "B.load")])
        #expect(WalkRule.declares("B.load", in: "struct B {\n    func load() {}\n}"))
        #expect(!WalkRule.declares("B.load", in: "struct B {\n    func loaded() {}\n}"))
        #expect(!WalkRule.declares("B.load", in: "struct A {\n    func load() {}\n}"))
    }
}
