/// A Swift file with its code told apart from its comments and strings.
struct SourceFile: Sendable {
    /// From the repository's root.
    let path: String
    let lines: [Substring]
    /// The text with comments, string contents and quoted identifiers blanked; same offsets.
    let code: [UInt8]
    /// Keywords and identifiers of the code, in order.
    let words: [Word]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        code = CodeMask.code(of: text)
        words = Word.words(in: code)
    }

    var isGenerated: Bool { path.contains("/Generated/") }

    /// The folder below `Sources` or `Tests`, which is the target's name.
    var module: Substring? {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? parts[1] : nil
    }

    var isTest: Bool { path.hasPrefix("Tests/") }

    func violation(_ line: Int, _ message: String) -> Violation {
        Violation(path: path, line: line, message: message)
    }

    /// Whether the word at an index is a name being declared, and so not a use of it.
    func isDeclared(_ index: Int) -> Bool {
        let declaring = ["func", "enum", "struct", "class", "case", "typealias"]
        return index > 0 && declaring.contains(words[index - 1].text)
    }

    /// Whether the code at an offset starts with a text, white space aside.
    func code(from offset: Int, reads text: String) -> Bool {
        var offset = offset
        for byte in text.utf8 {
            while offset < code.count, code[offset] <= UInt8(ascii: " ") { offset += 1 }
            guard offset < code.count, code[offset] == byte else { return false }
            offset += 1
        }
        return true
    }
}

/// A keyword or identifier, and where it stands.
struct Word: Sendable {
    let text: String
    let line: Int
    let start: Int
    let end: Int
    /// The byte directly before it; a line feed at the start.
    let before: UInt8

    static func words(in code: [UInt8]) -> [Word] {
        var words: [Word] = []
        var line = 1
        var offset = 0
        while offset < code.count {
            if code[offset] == UInt8(ascii: "\n") { line += 1 }
            let start = offset
            while offset < code.count, isPart(code[offset]) { offset += 1 }
            guard offset > start else {
                offset += 1
                continue
            }
            let before = start > 0 ? code[start - 1] : UInt8(ascii: "\n")
            let text = String(decoding: code[start..<offset], as: UTF8.self)
            words.append(
                Word(text: text, line: line, start: start, end: offset, before: before)
            )
        }
        return words
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}

/// A place that breaks a rule.
struct Violation: Sendable, CustomStringConvertible {
    let path: String
    let line: Int
    let message: String

    var description: String { "\(path):\(line): \(message)" }
}
