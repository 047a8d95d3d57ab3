import Testing

/// The shape of the program: who may use whom, read from the imports of every source file.
struct ImportRuleTests {
    @Test func `a module imports only what its entry in the table allows`() throws {
        let rule = ImportRule.violations
        expectCaught("import Foundation", by: rule)
        expectCaught("internal import struct Foundation.Date", by: rule)
        expectCaught("@preconcurrency package import Consent", by: rule)
        expectCaught("let x = 1", in: "Sources/Unheard/Sample.swift", by: rule)
        expectCaught("import Foundation", in: "Sources/TextMatching/Other.swift", by: rule)
        expectAllowed("import Synchronization", by: rule)
        expectAllowed("// import Foundation", by: rule)
        expectAllowed("import Foundation", in: "Tests/ClocksTests/Sample.swift", by: rule)
        expectNone(try Repository.swiftFiles().flatMap(rule))
    }

    @Test func `the table has no circles and no module uses a higher one`() {
        let low = ModuleEntry(name: "Low", level: 0, ring: .pure, uses: ["High"])
        let high = ModuleEntry(name: "High", level: 1, ring: .pure, uses: ["Low"])
        let upsideDown = ModuleEntry(name: "Low", level: 0, ring: .pure, uses: [])
        #expect(ImportRule.faults(of: [low, high]).count == 1)
        #expect(ImportRule.faults(of: [high, upsideDown]).count == 1)
        #expect(ImportRule.faults(of: ModuleTable.entries) == [])
    }
}
