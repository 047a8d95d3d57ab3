import TextMatching

/// A text a flow claims for itself although a listed word is in it, such as `STOP 12345`.
///
/// A claim silences doubt; it never takes away a definite STOP, unless the word is ordinary
/// dialogue (`red`, `fine`) that no regulation lists.
package struct DeclaredCommand: Hashable, Sendable {
    private let words: String
    private let takesMore: Bool

    /// The whole message, compared after folding.
    package static func exactly(_ text: String) -> DeclaredCommand {
        DeclaredCommand(words: TextFolding.key(text), takesMore: false)
    }

    /// Any message of these words and at least one more.
    package static func beginning(with text: String) -> DeclaredCommand {
        DeclaredCommand(words: TextFolding.key(text), takesMore: true)
    }

    /// A claim as flows write it: `stop *` is `stop` and at least one more word, anything else is
    /// the whole message; `nil` when there is no word in it.
    package static func claim(_ text: String) -> DeclaredCommand? {
        let takesMore = text.hasSuffix(" *")
        let words = TextFolding.key(takesMore ? String(text.dropLast(2)) : text)
        return words.isEmpty ? nil : DeclaredCommand(words: words, takesMore: takesMore)
    }

    func claims(_ key: String) -> Bool {
        takesMore ? key.hasPrefix(words + " ") : key == words
    }
}
