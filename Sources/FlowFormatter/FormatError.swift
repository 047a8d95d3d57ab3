package import FlowCompiler

/// Why a file keeps the layout it has; nothing was changed.
package enum FormatError: Error, Hashable, Sendable {
    /// Not YAML, or not the YAML that Parley reads: what `parley check` says of it.
    case unreadable([Diagnostic])
    /// Outside quotes stands a character that YAML takes for the end of a line and editors do not.
    case unusualLineBreak(LayoutPlace)
    /// Readable, but in a form that has no place in the layout, such as a value beside `---`.
    case unusualForm(LayoutPlace)
    case tooLarge(bytes: Int, limit: Int)
    /// The layout would have cost something: a mistake of this program and not of the author.
    case defect(Loss)
}

/// A line and a character in it, both from 1.
package struct LayoutPlace: Hashable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

extension FormatError {
    /// What is wrong and what to do next, each with `path:line:column: error:` before it.
    ///
    /// Of an unreadable file these are its diagnostics, with the line and a caret below it.
    package func reports(on file: SourceFile) -> [String] {
        switch self {
        case .unreadable(let diagnostics):
            diagnostics.map { DiagnosticRenderer.text($0, sources: [file], color: false) }
        case .unusualLineBreak(let place), .unusualForm(let place):
            ["\(file.path):\(place.line):\(place.column): error: \(text)"]
        case .tooLarge, .defect:
            ["\(file.path):1:1: error: \(text)"]
        }
    }

    /// One line for a person, without a place; of an unreadable file its first diagnostic.
    package var text: String {
        switch self {
        case .unreadable(let diagnostics):
            diagnostics.first?.sentence ?? "the file cannot be read"
        case .unusualLineBreak:
            "U+0085, U+2028 or U+2029 stands here, which ends a line in YAML and not on the "
                + "screen; delete it, or write it as an escape in double quotes"
        case .unusualForm:
            "`parley fmt` has no layout for this form; begin a new line after `---`, and put a "
                + "value beside its key"
        case .tooLarge(let bytes, let limit):
            "laid out, the file would have \(bytes) bytes, more than the \(limit) allowed; split "
                + "it into several files"
        case .defect(let loss):
            "\(loss.text), so the file was left as it is; this is a defect of `parley fmt`, "
                + "please report it with the file"
        }
    }
}
