/// Finds where a part of a text stands in its file.
///
/// A YAML text is not its source: quotes and escapes take characters, a block is indented. Where
/// the two cannot be laid side by side the whole text is pointed at.
struct TextPlace {
    let files: [String: SourceFile]

    /// The place of `length` characters that stand `offset` UTF-8 bytes into the text.
    func span(of offset: Int, length: Int, in text: Located<String>) -> SourceSpan {
        let start = text.span
        guard let file = files[start.path] else { return start }
        let before = String(decoding: text.value.utf8.prefix(offset), as: UTF8.self)
        let written = file.line(start.line).dropFirst(start.column - 1)
        switch written.first {
        case "|":
            return block(before, length, start, file) ?? start
        case "\"", "'":
            guard let column = quoted(before, in: written) else { return start }
            return moved(start, by: column, length)
        case .none, .some:
            guard written.hasPrefix(before) else { return start }
            return moved(start, by: before.count, length)
        }
    }

    private func moved(_ span: SourceSpan, by columns: Int, _ length: Int) -> SourceSpan {
        SourceSpan(
            path: span.path,
            line: span.line,
            column: span.column + columns,
            length: length
        )
    }

    /// How far into a quoted text `before` reaches; `nil` if it does not stand on this line.
    private func quoted(_ before: String, in written: Substring) -> Int? {
        let quote = written.first
        var rest = written.dropFirst()
        var columns = 1
        for character in before {
            guard let next = rest.first else { return nil }
            let isEscape =
                quote == "\"" ? next == "\\" : next == "'" && rest.dropFirst().first == "'"
            if isEscape {
                // Longer escapes (`\u00e4`) are rare enough to end the comparison.
                let escaped = rest.dropFirst().first
                guard let escaped, !["x", "u", "U"].contains(escaped) else { return nil }
                rest = rest.dropFirst(2)
                columns += 2
            } else {
                guard next == character else { return nil }
                rest = rest.dropFirst()
                columns += 1
            }
        }
        return columns
    }

    private func block(
        _ before: String,
        _ length: Int,
        _ start: SourceSpan,
        _ file: SourceFile
    ) -> SourceSpan? {
        let parts = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let content = file.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .dropFirst(start.line).first { !$0.allSatisfy(\.isWhitespace) }
        guard let content, let last = parts.last else { return nil }
        let indent = content.prefix { $0 == " " }.count
        return SourceSpan(
            path: start.path,
            line: start.line + parts.count,
            column: indent + last.count + 1,
            length: length
        )
    }
}
