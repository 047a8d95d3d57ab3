/// Why a text was or was not taken as a command.
///
/// Names only words of the lists, never the contact's own text.
package enum CommandReason: Hashable, Sendable {
    case listed(word: String, language: String)
    case courtesyAround
    case weaklyListed(word: String, language: String)
    case letterSpaced
    case explicitRequest(word: String)
    case ownSentence(word: String)
    case lastClause(word: String)
    case inOwnWords
    case beginsOrEndsShortMessage(word: String)
    case ordinaryWordAmongOthers(word: String)
    case oneEdit(from: String)
    case spaceInside(word: String)
    case repeatedLetters(of: String)
    case looksLike(word: String)
    case emojiOnly
    case yesWhileOptedOut
    case namesEverything
    case atAnEndOfLongText
    case onlyQuotedLines
    case reaction
    case readByProvider

    case negated(word: String)
    case noun(word: String)
    case quoted(word: String)
    case question(word: String)
    case insideSentence(word: String)
    case everydayWord(word: String, language: String)
    case declaredByFlow
    case tooLong(limit: Int)
    case noListedWord

    /// One English clause for `/why` and the review queue.
    package var sentence: String {
        switch self {
        case .listed(let word, let language): "\"\(word)\" is a listed word (\(language))"
        case .courtesyAround: "courtesy words around a listed word"
        case .weaklyListed(let word, let language):
            "\"\(word)\" is listed as a hint only (\(language))"
        case .letterSpaced: "a listed word spelt letter by letter"
        case .explicitRequest(let word): "\"\(word)\" is a request of its own in a longer text"
        case .ownSentence(let word): "\"\(word)\" is a sentence of its own in a longer text"
        case .lastClause(let word): "\"\(word)\" is the last thing said in a longer text"
        case .inOwnWords: "a request to be left out, in words of one's own"
        case .beginsOrEndsShortMessage(let word): "\"\(word)\" begins or ends a short message"
        case .ordinaryWordAmongOthers(let word):
            "\"\(word)\" is also ordinary dialogue and does not stand alone"
        case .oneEdit(let word): "one edit from \"\(word)\""
        case .spaceInside(let word): "\"\(word)\" with spaces inside"
        case .repeatedLetters(let word): "letters repeated in \"\(word)\""
        case .looksLike(let word): "looks like \"\(word)\" in Latin letters"
        case .emojiOnly: "emoji only"
        case .yesWhileOptedOut: "a yes while opted out or awaiting confirmation"
        case .namesEverything: "everything is meant"
        case .atAnEndOfLongText: "at the beginning or the end of a text too long to read whole"
        case .onlyQuotedLines: "all of it is quoted, which is never more than probable"
        case .reaction: "a reaction is never more than probable"
        case .readByProvider: "the provider took it for that, and has answered it"
        case .negated(let word): "\"\(word)\" is negated"
        case .noun(let word): "\"\(word)\" is used as a noun"
        case .quoted(let word): "\"\(word)\" is quoted"
        case .question(let word): "\"\(word)\" is part of a question"
        case .insideSentence(let word): "\"\(word)\" is inside a longer sentence"
        case .everydayWord(let word, let language):
            "\"\(word)\" is everyday speech in another language (\(language))"
        case .declaredByFlow: "the flow declares this text as its own command"
        case .tooLong(let limit): "longer than \(limit) characters"
        case .noListedWord: "no listed word"
        }
    }
}
