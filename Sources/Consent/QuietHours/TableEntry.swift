/// An entry of a table of law, which may run over several lines of its text.
struct TableEntry {
    /// Counted from 1.
    let line: Int
    /// What stands before the colon; a whole `[heading]`.
    let key: Substring
    /// Empty for a heading, and where there is no colon.
    let value: String

    var isHeading: Bool { key.hasPrefix("[") }

    /// The words between the brackets of a heading.
    var headingWords: [String] {
        key.dropFirst().prefix { $0 != "]" }.split(separator: " ").map(String.init)
    }

    static func read(_ text: String) -> [TableEntry] {
        var joined: [(line: Int, text: String)] = []
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let trimmed = trim(line)
            if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
            if line.hasPrefix(" "), !joined.isEmpty {
                joined[joined.count - 1].text += " \(trimmed)"
            } else {
                joined.append((index + 1, String(trimmed)))
            }
        }
        return joined.map { line, text in
            let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let isWhole = text.hasPrefix("[") || parts.count < 2
            return TableEntry(
                line: line,
                key: isWhole ? text[...] : trim(parts[0]),
                value: isWhole ? "" : String(trim(parts[1]))
            )
        }
    }

    /// The parts between commas.
    static func list(_ text: some StringProtocol) -> [Substring] {
        Substring(text).split(separator: ",", omittingEmptySubsequences: false).map(trim)
    }

    /// `00:00` to `24:00`, in milliseconds.
    static func timeOfDay(_ text: Substring) -> Int64? {
        let fields = text.split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 2, fields.allSatisfy({ $0.utf8.count == 2 && isDigits($0) }),
            let hours = Int64(fields[0]), let minutes = Int64(fields[1]), minutes < 60,
            hours < 24 || hours == 24 && minutes == 0
        else { return nil }
        return hours * LocalClock.hour + minutes * LocalClock.minute
    }

    static func isDigits(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    static func trim(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}

extension TableEntry {
    func fault(_ fault: QuietHoursError.Fault) -> QuietHoursError {
        QuietHoursError(line: line, fault: fault)
    }
}
