/// A listed word or phrase found in a message, or a stretch no list knows.
struct MessagePiece: Sendable {
    /// Without roles for a stretch no list knows.
    let entry: CommandLexicon.Entry
    /// Index of its first token.
    let token: Int
    /// How many tokens it covers; for an unknown stretch of Han, kana or hangul, its characters.
    let size: Int
    /// Spelt letter by letter (`S T O P`).
    var isLetterSpaced = false

    var roles: WordRoles { entry.roles }
    var isStop: Bool { !roles.isDisjoint(with: .anyStop) && !roles.contains(.harmless) }
    var isStrong: Bool { roles.contains(.stop) }
    var isRequest: Bool { !roles.isDisjoint(with: .anyRequest) }
}
