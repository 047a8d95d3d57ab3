/// Writes a mapping in braces or a list in brackets, on the lines the author gave it.
///
/// One space inside the braces of a mapping and none inside the brackets of a list, one after `,`
/// and `:`, none before them. What goes over several lines is indented by its brackets.
struct FlowWriter {
    private var lines: [String] = []
    /// What the line that is being written holds; nil when nothing was written in it.
    private var current: String?
    private var previous: FlowToken?
    /// Spaces before the outermost bracket, were it to stand at the beginning of a line.
    private let indent: Int
    private var depth = 0

    init(after head: String, indent: Int) {
        current = head
        self.indent = indent
    }

    mutating func write(_ token: FlowToken) {
        switch token {
        case .lineBreak: endLine()
        case .emptyLine: lines.append("")
        case .comment(let comment):
            if let text = current {
                lines.append(LayoutWriter.line(text, comment))
                current = nil
            } else {
                lines.append(margin + comment.text)
            }
        case .text(let written): append(written, token)
        case .openMapping: append("{", token)
        case .closeMapping: append("}", token)
        case .openList: append("[", token)
        case .closeList: append("]", token)
        case .comma: append(",", token)
        case .colon: append(":", token)
        }
    }

    /// All lines, with a comment after the last bracket.
    func lines(endingWith comment: LayoutComment?) -> [String] {
        lines + [LayoutWriter.line(current ?? "", comment)]
    }

    private var margin: String { LayoutWriter.spaces(indent + CanonicalLayout.step * depth) }

    private mutating func endLine() {
        if let current { lines.append(current) }
        current = nil
    }

    private mutating func append(_ written: [String], _ token: FlowToken) {
        append(written.first ?? "", token)
        for text in written.dropFirst() {
            endLine()
            current = text.isEmpty ? "" : margin + text
        }
    }

    private mutating func append(_ text: String, _ token: FlowToken) {
        if token.isClosing { depth -= 1 }
        if current == nil {
            current = margin
        } else if hasSpace(before: token) {
            current?.append(" ")
        }
        // In place: copying the line for each token would take quadratic time.
        current?.append(text)
        if token.isOpening { depth += 1 }
        previous = token
    }

    private func hasSpace(before token: FlowToken) -> Bool {
        switch (previous, token) {
        case (nil, _): false
        case (.colon, _): true
        case (_, .comma), (_, .colon): false
        case (.comma, _): true
        case (.openMapping, .closeMapping): false
        case (.openMapping, _), (_, .closeMapping): true
        default: false
        }
    }
}
