/// Every type that other modules see says what it is.
///
/// A type inside another is said by its owner.
enum DocumentationRule {
    static func violations(in file: SourceFile) -> [Violation] {
        let kinds = ["struct", "enum", "protocol", "class", "actor"]
        let modifiers = ["final", "indirect", "nonisolated"]
        let words = file.words
        return words.indices.compactMap { index -> Violation? in
            guard !file.isTest, words[index].text == "package",
                file.lines[words[index].line - 1].first != " ",
                let kind = words[(index + 1)...].first(where: { !modifiers.contains($0.text) }),
                kinds.contains(kind.text), !isDocumented(words[index].line, in: file)
            else { return nil }
            let name = words.first { $0.start > kind.start }?.text ?? ""
            return file.violation(words[index].line, "\(kind.text) `\(name)` has no doc comment")
        }
    }

    /// Whether `///` stands directly above a line, attributes aside.
    private static func isDocumented(_ line: Int, in file: SourceFile) -> Bool {
        let above = file.lines[..<(line - 1)].reversed().map { line in
            line.drop { $0 == " " }
        }
        return above.first { !$0.hasPrefix("@") }?.hasPrefix("///") == true
    }
}
