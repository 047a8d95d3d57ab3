import FlowCompiler
import Testing

/// Golden texts: what a person sees, column by column.
@Suite struct RenderingTests {
    private func render(
        _ line: String,
        column: Int,
        length: Int,
        help: String? = "help",
        color: Bool = false
    ) -> String {
        let file = SourceFile(path: "a.yaml", text: line)
        let span = SourceSpan(path: "a.yaml", line: 1, column: column, length: length)
        let diagnostic = Diagnostic(.unknownStep, at: span, "sentence", help: help)
        return DiagnosticRenderer.text(diagnostic, sources: [file], color: color)
    }

    @Test func `a diagnostic shows its place, its line and a way out`() {
        let text = String(repeating: "\n", count: 13) + "    then: confrim\n"
        let file = SourceFile(path: "flows/double-opt-in.yaml", text: text)
        let span = SourceSpan(path: file.path, line: 14, column: 11, length: 7)
        let diagnostic = Diagnostic(
            .unknownStep,
            at: span,
            "unknown step `confrim`",
            help: "did you mean `confirm`?"
        )
        #expect(
            DiagnosticRenderer.text(diagnostic, sources: [file], color: false) == """
                flows/double-opt-in.yaml:14:11: error: unknown step `confrim` [unknown-step]
                14 |     then: confrim
                   |           ^^^^^^^ did you mean `confirm`?
                """
        )
        #expect(
            DiagnosticRenderer.text(diagnostic, sources: [], color: false) == """
                flows/double-opt-in.yaml:14:11: error: unknown step `confrim` [unknown-step]
                  did you mean `confirm`?
                """
        )
    }

    @Test func `wide characters take two columns and combining marks none`() {
        #expect(
            render("漢字: ab", column: 5, length: 2) == """
                a.yaml:1:5: error: sentence [unknown-step]
                1 | 漢字: ab
                  |       ^^ help
                """
        )
        #expect(
            render("e\u{301}: 漢b", column: 4, length: 2, help: nil) == """
                a.yaml:1:4: error: sentence [unknown-step]
                1 | e\u{301}: 漢b
                  |    ^^^
                """
        )
        #expect(
            render("👍🏽 한 x", column: 5, length: 1) == """
                a.yaml:1:5: error: sentence [unknown-step]
                1 | 👍🏽 한 x
                  |       ^ help
                """
        )
    }

    @Test func `tabs become spaces and control characters visible`() {
        #expect(
            render("\ta\u{1B}: b", column: 6, length: 1) == """
                a.yaml:1:6: error: sentence [unknown-step]
                1 |     a\u{FFFD}: b
                  |         ^ help
                """
        )
    }

    @Test func `a sentence cannot move the cursor`() {
        let span = SourceSpan(path: "a.yaml", line: 1, column: 1, length: 1)
        let diagnostic = Diagnostic(.unknownStep, at: span, "a\u{1B}[2J\nb\u{202E}c")
        #expect(
            DiagnosticRenderer.text(diagnostic, sources: [], color: false)
                == "a.yaml:1:1: error: a\u{FFFD}[2J\u{FFFD}b\u{FFFD}c [unknown-step]"
        )
    }

    @Test(arguments: [(1, 3), (150, 5), (298, 3), (100, 190), (1, 300), (301, 1)])
    func `a long line is cut around the place`(column: Int, length: Int) {
        let line = (0..<300).map { String($0 % 10) }.joined()
        let rows = render(line, column: column, length: length, help: nil).split(separator: "\n")
        #expect(rows.count == 3)
        let excerpt = Array(rows[1].dropFirst(4))
        let pointer = Array(rows[2].dropFirst(4))
        #expect(excerpt.count <= 120)
        #expect(pointer.count <= 121)
        let caret = pointer.firstIndex(of: "^") ?? 0
        if column <= 300 { #expect(excerpt[caret] == Character(String((column - 1) % 10))) }
    }

    @Test func `a place past the end of its line keeps a caret`() {
        #expect(
            render("a:", column: 3, length: 4) == """
                a.yaml:1:3: error: sentence [unknown-step]
                1 | a:
                  |   ^ help
                """
        )
        #expect(
            render("", column: 1, length: 1, help: nil) == """
                a.yaml:1:1: error: sentence [unknown-step]
                1 |
                  | ^
                """
        )
    }

    @Test func `colour wraps words and never changes them`() {
        let plain = render("ab", column: 1, length: 2)
        let colored = render("ab", column: 1, length: 2, color: true)
        #expect(colored != plain)
        #expect(colored.contains("\u{1B}[1;31m^^\u{1B}[0m"))
        var stripped = colored
        for code in ["0", "1", "36", "1;31"] {
            stripped = stripped.split(separator: "\u{1B}[\(code)m").joined()
        }
        #expect(stripped == plain)
    }

    @Test func `the JSON form is one line`() {
        let span = SourceSpan(path: "a \"b\".yaml", line: 2, column: 3, length: 4)
        let diagnostic = Diagnostic(.unusedSlot, at: span, "tab\tback\\slash\u{1}", help: "é\n")
        #expect(
            DiagnosticRenderer.json(diagnostic)
                == #"{"file":"a \"b\".yaml","line":2,"column":3,"endColumn":7,"#
                + #""severity":"warning","code":"unused-slot","#
                + #""message":"tab\tback\\slash\u0001","help":"é\n"}"#
        )
        let bare = Diagnostic(.unusedSlot, at: span, "x")
        #expect(DiagnosticRenderer.json(bare).hasSuffix(#""message":"x","help":null}"#))
    }
}
