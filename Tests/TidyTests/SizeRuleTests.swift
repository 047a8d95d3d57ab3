import Testing

/// What must be read at once is small; generated tables are exempt, since nobody reads them.
struct SizeRuleTests {
    @Test func `files are short`() throws {
        let rule = SizeRules.longFiles
        let limit = SizeRules.maximumFileLines
        expectCaught(String(repeating: "//\n", count: limit + 1), by: rule)
        expectAllowed(String(repeating: "//\n", count: limit), by: rule)
        expectAllowed(
            String(repeating: "//\n", count: limit + 1),
            in: "Sources/X/Generated/Y.swift",
            by: rule
        )
        expectNone(try Repository.swiftFiles().flatMap(rule))
    }

    @Test func `functions are short`() throws {
        let rule = SizeRules.longFunctions
        let limit = SizeRules.maximumFunctionLines
        func body(_ lines: Int) -> String { String(repeating: "    work()\n", count: lines) }
        expectCaught("func long() {\n\(body(limit))}", by: rule)
        expectCaught("init(\n    a: Int\n) throws\nwhere A: B {\n\(body(limit - 4))}", by: rule)
        expectAllowed("func long() {\n\(body(limit - 2))}", by: rule)
        expectAllowed("protocol P {\n    func a()\n}\nenum E {\n\(body(limit))}", by: rule)
        expectAllowed("func text() {\n    use(\"{\")\n}\n\(body(limit))}", by: rule)
        expectNone(try Repository.swiftFiles().flatMap(rule))
    }

    @Test func `lines are short`() throws {
        let rule = SizeRules.longLines
        let limit = SizeRules.maximumColumns
        expectCaught(String(repeating: "x", count: limit + 1), by: rule)
        expectAllowed(String(repeating: "é", count: limit), by: rule)
        expectNone(try Repository.swiftFiles().flatMap(rule))
    }
}
