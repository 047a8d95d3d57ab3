/// Puts the lines of a file back together in the canonical layout.
struct LayoutWriter {
    private var lines: [String] = []

    /// The text of a file that was read to its end.
    static func text(of reader: LayoutReader) -> String {
        var writer = LayoutWriter()
        for line in reader.lines { writer.write(line) }
        var rest = reader.trivia
        while case .blank? = rest.last { rest.removeLast() }
        writer.write(rest, below: reader.levels.reversed(), before: (column: 0, indent: 0))
        guard !writer.lines.isEmpty else { return "" }
        var isOpenEnded = false
        if case .block(let block)? = reader.lines.last?.value { isOpenEnded = block.isOpenEnded }
        return writer.lines.joined(separator: "\n") + (isOpenEnded ? "" : "\n")
    }

    static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    /// A line with the comment at its end.
    static func line(_ text: String, _ comment: LayoutComment?) -> String {
        comment.map { "\(text)  \($0.text)" } ?? text
    }

    private mutating func write(_ line: LayoutLine) {
        write(line.before, below: line.ended, before: (line.column, line.indent))
        if let marker = line.marker {
            lines.append(Self.line(marker, line.comment))
            return
        }
        let inner = line.indent + CanonicalLayout.step * line.dashes
        let head =
            Self.spaces(line.indent) + String(repeating: "- ", count: line.dashes)
            + (line.key.map { "\($0): " } ?? "")
        switch line.value {
        case nil:
            // Without the space that a value would have had before it.
            lines.append(Self.line(String(head.dropLast()), line.comment))
        case .text(let written):
            write(written, after: head, at: below(line, inner), line.comment)
        case .block(let block):
            lines.append(Self.line(head + block.header, line.comment))
            let step = CanonicalLayout.step
            let indent = below(line, inner) - step + (block.indentation ?? step)
            for text in block.lines { lines.append(text.isEmpty ? "" : Self.spaces(indent) + text) }
        case .flow(let tokens):
            var flow = FlowWriter(after: head, indent: inner)
            for token in tokens { flow.write(token) }
            lines += flow.lines(endingWith: line.comment)
        }
    }

    /// Where a value goes on, on the lines below that of its beginning.
    private func below(_ line: LayoutLine, _ inner: Int) -> Int {
        if line.key != nil { return inner + CanonicalLayout.step }
        return line.dashes > 0 ? inner : max(line.indent, CanonicalLayout.step)
    }

    private mutating func write(
        _ written: [String],
        after head: String,
        at indent: Int,
        _ comment: LayoutComment?
    ) {
        for (index, text) in written.enumerated() {
            let start = index == 0 ? head : text.isEmpty ? "" : Self.spaces(indent)
            let isLast = index == written.count - 1
            lines.append(Self.line(start + text, isLast ? comment : nil))
        }
    }

    /// Writes comments and single empty lines.
    ///
    /// A comment goes with the line below it. One that stands further in, where a mapping or list
    /// above has its entries, still speaks of those.
    private mutating func write(
        _ trivia: [LayoutTrivia],
        below ended: [LayoutLevel],
        before next: (column: Int, indent: Int)
    ) {
        var deepest = Int.max
        var isAfterBlank = lines.isEmpty
        for piece in trivia {
            switch piece {
            case .blank:
                if !isAfterBlank { lines.append("") }
                isAfterBlank = true
            case .comment(let comment):
                let level = ended.last {
                    comment.column > next.column && $0.column == comment.column
                }
                // What follows a comment further out cannot be further in again.
                deepest = min(deepest, level?.indent ?? next.indent)
                lines.append(Self.spaces(deepest) + comment.text)
                isAfterBlank = false
            }
        }
    }
}
