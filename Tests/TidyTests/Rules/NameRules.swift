/// Names that say nothing, and constructs that silence the compiler or leave work unowned.
enum NameRules {
    static let emptyWords: Set<String> = [
        "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Impl",
    ]
    /// Files whose own comment proves what the compiler cannot see.
    static let provedSendable: Set<String> = ["Sources/StorageSQLite/HotStatement.swift"]
    /// Where text goes to the terminal.
    static let mayPrint = [
        "Sources/parley/", "Sources/CommandLineSupport/Output.swift", "Sources/Simulator/REPL/",
    ]

    static func emptyNames(_ file: SourceFile) -> [Violation] {
        let kinds = ["struct", "class", "enum", "protocol", "actor", "typealias"]
        let words = file.words
        return words.indices.dropLast().compactMap { index -> Violation? in
            let name = words[index + 1]
            guard kinds.contains(words[index].text),
                let empty = parts(of: name.text).first(where: emptyWords.contains)
            else { return nil }
            return file.violation(name.line, "`\(name.text)`: \(empty) says nothing")
        }
    }

    static func bannedConstructs(_ file: SourceFile) -> [Violation] {
        file.words.indices.compactMap { index -> Violation? in
            banned(at: index, in: file).map {
                file.violation(file.words[index].line, "\($0) is banned")
            }
        }
    }

    static func openEnds(_ file: SourceFile) -> [Violation] {
        let marks = ["TO" + "DO", "FIX" + "ME"]
        return file.lines.indices.compactMap { index -> Violation? in
            marks.first { file.lines[index].contains($0) }.map {
                file.violation(index + 1, "`\($0)`: do it, or say it in an issue")
            }
        }
    }

    private static func banned(at index: Int, in file: SourceFile) -> String? {
        let word = file.words[index]
        let isMember = word.before == UInt8(ascii: ".")
        func reads(_ text: String) -> Bool { file.code(from: word.end, reads: text) }
        switch word.text {
        case "try", "as":
            let isForced = word.end < file.code.count && file.code[word.end] == UInt8(ascii: "!")
            return isForced ? "`\(word.text)!`" : nil
        case "testable" where word.before == UInt8(ascii: "@"): return "`@testable`"
        case "unchecked" where word.before == UInt8(ascii: "@"):
            return provedSendable.contains(file.path) ? nil : "`@unchecked`"
        case "nonisolated" where reads("(unsafe)"): return "`nonisolated(unsafe)`"
        case "fatalError" where reads("("): return "`fatalError(`"
        case "Task" where !isMember && (reads("{") || reads(".init") || reads("(")):
            return file.isDeclared(index) ? nil : "`Task {`"
        case "Task" where reads(".detached"): return "`Task.detached`"
        case "public" where !file.isTest: return "`public` (modules meet through `package`)"
        case "sleep" where file.isTest && reads("("): return "sleeping in a test"
        case "print", "debugPrint":
            let isExempt = file.isDeclared(index) || mayPrint.contains(where: file.path.hasPrefix)
            return isMember || isExempt || !reads("(") ? nil : "`\(word.text)(`"
        default: return nil
        }
    }

    /// `HTTPManagerPool` → `HTTP`, `Manager`, `Pool`, near enough: a part starts at each capital.
    private static func parts(of name: String) -> [String] {
        var parts: [String] = []
        for character in name {
            if character.isUppercase || parts.isEmpty { parts.append("") }
            parts[parts.count - 1].append(character)
        }
        return parts
    }
}
