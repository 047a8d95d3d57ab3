import FlowCompiler
import FlowFormatter
import Testing

/// The files of this repository, which are examples of the layout too.
struct ShippedFileTests {
    @Test func `every shipped file is laid out`() throws {
        for file in try Sources.shipped() {
            let text = try CanonicalLayout.of(file)
            let difference = LineDifference.text(of: file.path, from: file.text, to: text)
            #expect(difference.isEmpty, "run `parley fmt \(file.path)`:\n\(difference)")
        }
    }

    @Test func `in any layout every shipped file comes back to its own`() throws {
        for file in try Sources.shipped() {
            let layout = try CanonicalLayout.of(file)
            let before = try #require(Sources.tree(file.text))
            #expect(Sources.tree(layout) == before, "\(file.path)")
            for (name, change) in Self.changes {
                let changed = change(layout)
                #expect(changed != layout, "\(file.path): \(name)")
                #expect(Sources.tree(changed) == before, "\(file.path): \(name)")
                let text = try Sources.laidOut(changed)
                #expect(text == layout, "\(file.path): \(name)")
            }
        }
    }

    /// Layouts that say the same as the canonical one.
    private static let changes: [(name: String, change: @Sendable (String) -> String)] = [
        ("CRLF", { $0.replacing("\n", with: "\r\n") }),
        ("CR", { $0.replacing("\n", with: "\r") }),
        ("twice as far in", { indented($0) { 2 * $0 } }),
        ("one space further in", { indented($0) { $0 + 1 } }),
        ("empty lines around", { "\n \n" + $0 + "\n\n" }),
        ("no line feed at the end", { String($0.dropLast()) }),
        ("wide braces", { changingLines($0, widened) + " \n" }),
    ]

    private static func changingLines(_ text: String, _ change: (Substring) -> String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(change)
            .joined(separator: "\n")
    }

    private static func indented(_ text: String, _ change: (Int) -> Int) -> String {
        changingLines(text) { line in
            let rest = line.drop { $0 == " " }
            guard !rest.isEmpty else { return String(line) }
            return String(repeating: " ", count: change(line.count - rest.count)) + rest
        }
    }

    /// `a: { b: 1, c: 2 }` as `a:   { b: 1  ,   c: 2}   `.
    private static func widened(_ line: Substring) -> String {
        guard line.hasSuffix(" }"), !line.contains("\""), !line.contains("'"),
            let start = line.firstIndex(of: "{"), line[..<start].hasSuffix(": ")
        else { return String(line) }
        let inside = line[start...].dropFirst().dropLast(2)
        return "\(line[..<start])  {\(inside.replacing(",", with: "  ,  "))}   "
    }
}
