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

    func claims(_ key: String) -> Bool {
        takesMore ? key.hasPrefix(words + " ") : key == words
    }
}
