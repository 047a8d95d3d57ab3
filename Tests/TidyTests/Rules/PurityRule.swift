/// The pure ring asks neither the clock nor chance nor the world: all of it arrives as arguments.
enum PurityRule {
    /// Pure modules that may draw random bytes, each for a reason.
    static let mayDrawRandomness: [Substring: String] = [
        "Encryption": "keys and nonces must not be chosen by a caller"
    ]

    static func violations(in file: SourceFile) -> [Violation] {
        guard !file.isTest, let module = file.module,
            let entry = ModuleTable.entry(module), entry.ring == .pure
        else { return [] }
        let words = file.words
        return words.indices.compactMap { index -> Violation? in
            guard let what = impurity(at: index, in: file, module) else { return nil }
            return file.violation(words[index].line, "\(what) in the pure module \(module)")
        }
    }

    private static func impurity(
        at index: Int,
        in file: SourceFile,
        _ module: Substring
    ) -> String? {
        let word = file.words[index]
        let isMember = word.before == UInt8(ascii: ".")
        switch word.text {
        case "async", "await", "TaskGroup", "FileManager", "FileHandle", "ProcessInfo":
            return isMember ? nil : "`\(word.text)`"
        case "Task":
            let isUse = [".", "{", "(", "<"].contains { file.code(from: word.end, reads: $0) }
            return isUse && !isMember && !file.isDeclared(index) ? "`Task`" : nil
        case "getenv", "print", "debugPrint", "readLine":
            let isCall = !isMember && file.code(from: word.end, reads: "(")
            return isCall && !file.isDeclared(index) ? "`\(word.text)(`" : nil
        case "Date", "UUID":
            return file.code(from: word.end, reads: "()") ? "`\(word.text)()`" : nil
        case "now":
            return isMember && isClock(before: index, in: file) ? "a clock's `.now`" : nil
        default:
            return mayDrawRandomness[module] == nil ? chance(at: index, in: file) : nil
        }
    }

    private static func chance(at index: Int, in file: SourceFile) -> String? {
        let word = file.words[index]
        switch word.text {
        case "SystemRandomNumberGenerator": return "`\(word.text)`"
        case "random", "randomElement", "shuffled", "shuffle":
            let isCall =
                word.before == UInt8(ascii: ".") && file.code(from: word.end, reads: "(")
            // `.random(…)` alone may also be a case of an enumeration of ours.
            let isCase =
                word.text == "random" && !file.code(from: word.end, reads: "(in:")
                && owner(of: index, in: file)?.first?.isUppercase != true
            guard isCall, !isCase, !hasGenerator(after: word, in: file) else { return nil }
            return "`.\(word.text)(` without a generator"
        default: return nil
        }
    }

    /// `Date.now`, `ContinuousClock().now` and a bare `.now` ask a clock; `context.now` does not.
    private static func isClock(before index: Int, in file: SourceFile) -> Bool {
        if let owner = owner(of: index, in: file) { return owner.first?.isUppercase == true }
        let dot = file.words[index].start - 1
        return dot == 0 || !"]?!".utf8.contains(file.code[dot - 1])
    }

    /// The word whose member another is: `a` for `b` in `a.b`.
    private static func owner(of index: Int, in file: SourceFile) -> String? {
        guard index > 0, file.words[index - 1].end == file.words[index].start - 1 else {
            return nil
        }
        return file.words[index - 1].text
    }

    private static func hasGenerator(after word: Word, in file: SourceFile) -> Bool {
        let end = Braces.end(of: word.end, open: "(", close: ")", in: file.code)
        return file.words.contains {
            $0.text == "using" && $0.start > word.end && $0.start < end
        }
    }
}
