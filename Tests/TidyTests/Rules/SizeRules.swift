/// Files, functions and lines stay small enough to be read at once.
enum SizeRules {
    static let maximumFileLines = 400
    static let maximumFunctionLines = 70
    static let maximumColumns = 100

    static func longFiles(_ file: SourceFile) -> [Violation] {
        let count = file.lines.last?.isEmpty == true ? file.lines.count - 1 : file.lines.count
        guard !file.isGenerated, count > maximumFileLines else { return [] }
        return [file.violation(1, "\(count) lines; at most \(maximumFileLines)")]
    }

    static func longLines(_ file: SourceFile) -> [Violation] {
        guard !file.isGenerated else { return [] }
        return file.lines.indices.compactMap { index -> Violation? in
            let line = file.lines[index]
            guard line.utf8.count > maximumColumns, line.count > maximumColumns else { return nil }
            return file.violation(index + 1, "\(line.count) columns; at most \(maximumColumns)")
        }
    }

    static func longFunctions(_ file: SourceFile) -> [Violation] {
        guard !file.isGenerated else { return [] }
        return file.words.compactMap { word -> Violation? in
            guard ["func", "init", "deinit", "subscript"].contains(word.text),
                word.before != UInt8(ascii: "."),
                let body = Braces.bodyStart(after: word.end, in: file.code)
            else { return nil }
            let end = Braces.end(of: body, open: "{", close: "}", in: file.code)
            let lines = 1 + file.code[word.start..<end].count { $0 == UInt8(ascii: "\n") }
            guard lines > maximumFunctionLines else { return nil }
            return file.violation(
                word.line,
                "\(word.text) of \(lines) lines; at most \(maximumFunctionLines)"
            )
        }
    }
}
