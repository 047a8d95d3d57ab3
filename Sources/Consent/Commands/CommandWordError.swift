/// A line of the word list that cannot be read.
package struct CommandWordError: Error, Hashable, CustomStringConvertible {
    package enum Fault: Hashable, Sendable {
        case noLanguage
        case unclosedLanguage
        case repeatedLanguage(String)
        case tooManyLanguages
        case noRole
        case unknownRole(String)
        case emptyWord
    }

    /// Counted from 1.
    package let line: Int
    package let fault: Fault

    package var description: String {
        let what =
            switch fault {
            case .noLanguage: "words before the first [language]"
            case .unclosedLanguage: "a language must read [tag]"
            case .repeatedLanguage(let tag): "[\(tag)] was opened before"
            case .tooManyLanguages: "more than \(UInt64.bitWidth) languages"
            case .noRole: "a line must read role: word | word"
            case .unknownRole(let name): "there is no role \"\(name)\""
            case .emptyWord: "a word without letters or digits"
            }
        return "line \(line): \(what)"
    }
}
