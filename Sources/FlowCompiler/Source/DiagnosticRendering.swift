/// Diagnostics as people read them in a terminal, and as editors read them.
package enum DiagnosticRenderer {
    /// Columns of a source line that are shown around the place.
    private static let excerptColumns = 120
    private static let tab = "    "

    /// The place, the sentence, the source line and a caret below it; no line break at the end.
    ///
    /// Without the file among `sources` only the first line and the help are given.
    package static func text(
        _ diagnostic: Diagnostic,
        sources: [SourceFile],
        color: Bool
    ) -> String {
        let paint = Paint(isOn: color, severity: diagnostic.severity)
        let span = diagnostic.span
        let place = "\(DisplayWidth.printable(span.path)):\(span.line):\(span.column):"
        let sentence = DisplayWidth.printable(diagnostic.sentence)
        let severity = paint.severity("\(diagnostic.severity.rawValue):")
        let head =
            paint.bold(place) + " " + severity + " " + paint.bold(sentence)
            + " [\(diagnostic.code.rawValue)]"
        let help = diagnostic.help.map { DisplayWidth.printable($0) }
        guard let file = sources.first(where: { $0.path == span.path }) else {
            return help.map { "\(head)\n  \($0)" } ?? head
        }
        let excerpt = excerpt(of: file.line(span.line), around: span)
        let number = String(span.line)
        let margin = String(repeating: " ", count: number.count)
        let source = excerpt.text.isEmpty ? "\(number) |" : "\(number) | \(excerpt.text)"
        let indent = String(repeating: " ", count: excerpt.before)
        let carets = String(repeating: "^", count: excerpt.width)
        var pointer = "\(margin) | \(indent)" + paint.severity(carets)
        if let help { pointer += " " + paint.help(help) }
        return "\(head)\n\(source)\n\(pointer)"
    }

    /// What is shown of a line, and where in it the place is, in columns.
    private struct Excerpt {
        var text: String
        var before: Int
        var width: Int
    }

    private static func excerpt(of line: Substring, around span: SourceSpan) -> Excerpt {
        let cells = line.map { character -> (text: String, width: Int) in
            if character == "\t" { return (tab, tab.count) }
            if DisplayWidth.isUnprintable(character) {
                return (String(DisplayWidth.replacement), 1)
            }
            return (String(character), DisplayWidth.of(character))
        }
        let start = min(span.column - 1, cells.count)
        let end = min(start + span.length, cells.count)
        var first = 0
        var last = cells.count
        var columns = cells.reduce(0) { $0 + $1.width }
        // One column is kept for each ellipsis. What follows the place goes first, then what
        // stands before it, then the rest of the place itself.
        if columns > excerptColumns {
            let context = excerptColumns / 3
            while last > end, columns > excerptColumns - 2, last - end > context || first >= start {
                last -= 1
                columns -= cells[last].width
            }
            while first < start, columns > excerptColumns - 2 {
                columns -= cells[first].width
                first += 1
            }
            while last > first, columns > excerptColumns - 2 {
                last -= 1
                columns -= cells[last].width
            }
        }
        let shown = cells[first..<last]
        let opening = first > 0 ? "…" : ""
        let closing = last < cells.count ? "…" : ""
        let before = cells[first..<max(first, start)].reduce(opening.count) { $0 + $1.width }
        let visibleEnd = max(start, min(end, last))
        let width = cells[start..<visibleEnd].reduce(0) { $0 + $1.width }
        return Excerpt(
            text: opening + shown.map(\.text).joined() + closing,
            before: before,
            width: max(1, width)
        )
    }
}

/// Terminal colours, or none.
private struct Paint {
    let isOn: Bool
    let severity: Diagnostic.Severity

    private func wrap(_ text: String, _ code: String) -> String {
        isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    func bold(_ text: String) -> String { wrap(text, "1") }
    func help(_ text: String) -> String { wrap(text, "36") }

    func severity(_ text: String) -> String {
        switch severity {
        case .error: wrap(text, "1;31")
        case .warning: wrap(text, "1;33")
        }
    }
}
