import FlowCompiler
import FlowFormatter
import FlowProgram
import Testing

/// Files that must be refused with a place and a way out, or that are long and deep.
struct HostileFileTests {
    @Test(arguments: [
        ("a: &x 1\nb: 2\n", "anchors"), ("a: *x\n", "aliases"), ("a: !t 1\n", "tags"),
        ("? a\n: 1\n", "`?`"), ("a: 1\n---\nb: 2\n", "one document"), ("a: 1\na: 2\n", "twice"),
        ("a:\n\tb: 1\n", "a tab cannot indent YAML"), ("a: [1, 2\n", "never closed"),
        ("a: \"x\n", "never closed"), ("", "empty"), ("# only\n", "empty"),
        ("a: \u{0}\n", "control character"), ("a: 1\n b: 2\n", ""), ("[a]: 1\n", "must be a text"),
        ("@: 1\n", "cannot begin a text"),
    ])
    func `what the compiler does not read is refused in its words`(
        text: String,
        words: String
    ) throws {
        let refusal = try #require(Sources.refusal(of: text))
        guard case .unreadable(let diagnostics) = refusal else {
            Issue.record("\(refusal)")
            return
        }
        #expect(!diagnostics.isEmpty)
        let reports = refusal.reports(on: Sources.file(text: text))
        #expect(words.isEmpty || reports.contains { $0.contains(words) }, "\(reports)")
        for report in reports {
            #expect(report.hasPrefix("flows/sample.yaml:"))
            #expect(report.contains(": error: "))
        }
    }

    @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
    func `a line end that editors do not show is refused where it stands`(character: String) {
        #expect(
            Sources.refusal(of: "a: 1\nb: 2  # é\(character)c: 3\n")
                == .unusualLineBreak(LayoutPlace(line: 2, column: 10))
        )
        #expect(
            Sources.refusal(of: "a: |\n  x\(character)  y\n")
                == .unusualLineBreak(LayoutPlace(line: 2, column: 4))
        )
    }

    @Test func `a line end that editors do not show stays in quotes`() throws {
        let text = "a: \"x\u{2028}y\"\n"
        #expect(try Sources.laidOut(text.replacing(":", with: ":  ")) == text)
    }

    @Test func `a value beside a marker is refused where it stands`() {
        let refusal = Sources.refusal(of: "# c\n--- { a: 1 }\n")
        #expect(refusal == .unusualForm(LayoutPlace(line: 2, column: 5)))
        #expect(
            refusal?.reports(on: Sources.file(text: "")).first?
                .hasPrefix("flows/sample.yaml:2:5: error: ") == true
        )
    }

    @Test func `a file over the limit is refused, also when it only becomes so`() throws {
        let over = "a: \(String(repeating: "x", count: Limits.fileBytes))\n"
        guard case .unreadable? = Sources.refusal(of: over) else {
            Issue.record("a file that is too large was read")
            return
        }
        // Each line grows by a space.
        let lines = 300_000
        let grows = "a: |\n" + String(repeating: " x\n", count: lines)
        #expect(
            Sources.refusal(of: grows)
                == .tooLarge(bytes: 5 + 4 * lines, limit: Limits.fileBytes)
        )
    }

    @Test func `a line of a megabyte is laid out`() throws {
        let long = String(repeating: "word ", count: 200_000)
        #expect(try Sources.laidOut("a:   \"\(long)\"   # c\n") == "a: \"\(long)\"  # c\n")
    }

    @Test(arguments: [
        String(repeating: "[", count: 500_000), String(repeating: "{a: ", count: 100_000),
        String(repeating: "- ", count: 500_000),
        (0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        String(repeating: "\"", count: 500_001), String(repeating: "#", count: 500_000),
    ])
    func `endless nesting and endless quotes end with a refusal`(text: String) {
        guard case .unreadable? = Sources.refusal(of: text) else {
            Issue.record("\(text.prefix(10))… was read")
            return
        }
    }

    @Test func `nesting as deep as the compiler takes is laid out`() throws {
        let depth = YAMLReader.depthLimit - 1
        let lists = String(repeating: "[ ", count: depth) + String(repeating: " ]", count: depth)
        #expect(
            try Sources.laidOut(lists)
                == String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
                + "\n"
        )
        let deep = (0..<depth).map { String(repeating: "   ", count: $0) + "a:\n" }.joined()
        let flat = (0..<depth).map { String(repeating: "  ", count: $0) + "a:\n" }.joined()
        #expect(try Sources.laidOut(deep) == flat)
    }
}
