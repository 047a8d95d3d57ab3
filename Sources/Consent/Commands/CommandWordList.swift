import TextMatching

/// The words of one language, as read from the word list.
///
/// The list is lines of UTF-8 text: `[en] English` opens a language, `role: word | phrase | …`
/// adds to it, `#` opens a comment line. `emoji:` and `emoji-with-words:` take pictographs.
package struct CommandWordList: Sendable {
    /// A word or phrase, as written and folded.
    struct Phrase: Sendable {
        let spelling: String
        let tokens: [String]
        let roles: WordRoles
    }

    /// BCP 47 language, or `und` for what belongs to none.
    package let language: String
    private(set) var phrases: [Phrase] = []
    private(set) var emoji: [Unicode.Scalar] = []
    /// Those that still mean STOP next to a courtesy word; a raised hand would be a greeting.
    private(set) var emojiWithWords: [Unicode.Scalar] = []

    /// Reads every language of a list, in order.
    package static func parse(_ bytes: [UInt8]) throws(CommandWordError) -> [CommandWordList] {
        var lists: [CommandWordList] = []
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let line = trimmed(line)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("[") {
                lists.append(try opened(by: line, at: index + 1, after: lists))
            } else if lists.isEmpty {
                throw CommandWordError(line: index + 1, fault: .noLanguage)
            } else {
                try lists[lists.count - 1].add(line, at: index + 1)
            }
        }
        return lists
    }

    private static func opened(
        by line: Substring,
        at number: Int,
        after lists: [CommandWordList]
    ) throws(CommandWordError) -> CommandWordList {
        guard let end = line.firstIndex(of: "]"), end != line.index(after: line.startIndex) else {
            throw CommandWordError(line: number, fault: .unclosedLanguage)
        }
        let language = String(line[line.index(after: line.startIndex)..<end])
        if lists.contains(where: { $0.language == language }) {
            throw CommandWordError(line: number, fault: .repeatedLanguage(language))
        }
        if lists.count == UInt64.bitWidth {
            throw CommandWordError(line: number, fault: .tooManyLanguages)
        }
        return CommandWordList(language: language)
    }

    private mutating func add(_ line: Substring, at number: Int) throws(CommandWordError) {
        guard let colon = line.firstIndex(of: ":") else {
            throw CommandWordError(line: number, fault: .noRole)
        }
        let name = line[..<colon]
        let words = line[line.index(after: colon)...].split(separator: "|")
        if name == "emoji" || name == "emoji-with-words" {
            let signs = words.flatMap { TextFolding.fold(String($0)).emoji }
            emoji += signs
            if name != "emoji" { emojiWithWords += signs }
            return
        }
        guard let roles = WordRoles.names.first(where: { $0.name == name })?.roles else {
            throw CommandWordError(line: number, fault: .unknownRole(String(name)))
        }
        for word in words {
            let spelling = String(Self.trimmed(word))
            let tokens = TextFolding.words(spelling)
            if tokens.isEmpty { throw CommandWordError(line: number, fault: .emptyWord) }
            phrases.append(Phrase(spelling: spelling, tokens: tokens, roles: roles))
        }
    }

    private init(language: String) {
        self.language = language
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
