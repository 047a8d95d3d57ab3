import Testing

/// Code that the package does not build, and test targets that test nothing.
struct TargetRuleTests {
    @Test func `every folder of code is a target of the package`() throws {
        let stray = SourceFile(path: "Sources/Stray/A.swift", text: "")
        let known = SourceFile(path: "Sources/Known/A.swift", text: "")
        #expect(TargetRules.unlisted([stray, known], manifest: "\"Known\"") == ["Stray"])

        let manifest = try #require(try Repository.texts()["Package.swift"])
        #expect(TargetRules.unlisted(try Repository.swiftFiles(), manifest: manifest) == [])
    }

    @Test func `every test target has a test`() throws {
        let none = SourceFile(path: "Tests/NoneTests/A.swift", text: "// @Test\nstruct A {}")
        let one = SourceFile(path: "Tests/OneTests/A.swift", text: "@Test func a() {}")
        #expect(TargetRules.empty([none, one]) == ["NoneTests"])
        #expect(TargetRules.empty(try Repository.swiftFiles()) == [])
    }
}
