/// A file of the workspace as text, with the places of its lines.
package struct SourceFile: Sendable, Hashable {
    /// Relative to the workspace root, with forward slashes (`flows/help.yaml`).
    package let path: String
    package let text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    /// The text of line `number` (from 1) without its line break; empty past the end.
    package func line(_ number: Int) -> Substring {
        var current = 1
        var rest = Substring(text)
        while current < number {
            guard let next = rest.firstIndex(where: \.isNewline) else { return "" }
            rest = rest[rest.index(after: next)...]
            current += 1
        }
        return rest.prefix { !$0.isNewline }
    }
}

/// A stretch of one line in a file: where a diagnostic points.
package struct SourceSpan: Sendable, Hashable, Comparable {
    package let path: String
    /// From 1.
    package let line: Int
    /// In characters, from 1.
    package let column: Int
    /// In characters; at least 1.
    package let length: Int

    package init(path: String, line: Int, column: Int, length: Int) {
        self.path = path
        self.line = line
        self.column = column
        self.length = max(1, length)
    }

    package static func < (left: SourceSpan, right: SourceSpan) -> Bool {
        (left.path, left.line, left.column, left.length)
            < (right.path, right.line, right.column, right.length)
    }
}

/// A value with the place it was written at.
package struct Located<Value: Sendable>: Sendable {
    package let value: Value
    package let span: SourceSpan

    package init(_ value: Value, _ span: SourceSpan) {
        self.value = value
        self.span = span
    }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
