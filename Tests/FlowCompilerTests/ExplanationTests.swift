import FlowCompiler
import Foundation
import Testing

/// Every code is explained, in the program and on the page made from it.
@Suite struct ExplanationTests {
    @Test(arguments: DiagnosticCode.allCases)
    func `every code has an entry on the page`(code: DiagnosticCode) {
        #expect(DiagnosticCode.reference.contains("\n### `\(code.rawValue)`\n"))
        #expect(code.explanation.meaning.hasSuffix("."))
        #expect(code.explanation.wayOut.hasSuffix("."))
    }

    @Test func `the page explains nothing else`() {
        let entries = DiagnosticCode.reference.split(separator: "\n").filter {
            $0.hasPrefix("### ")
        }
        #expect(entries.count == DiagnosticCode.allCases.count)
    }

    @Test func `docs diagnostics is the page`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(
            contentsOf: root.appending(path: "docs/diagnostics.md"),
            encoding: .utf8
        )
        #expect(page == DiagnosticCode.reference)
    }
}
