/// What a listed word or phrase can be in a message; the names are those of the word list.
struct WordRoles: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    /// STOP, with courtesy of any language around it.
    static let stop = WordRoles(rawValue: 1 << 0)
    /// A STOP phrase that is unmistakable at the head of a clause, even in a long text.
    static let explicit = WordRoles(rawValue: 1 << 1)
    /// STOP when it is the message; everyday speech elsewhere.
    static let ordinary = WordRoles(rawValue: 1 << 2)
    /// Never more than probable.
    static let probable = WordRoles(rawValue: 1 << 3)
    static let start = WordRoles(rawValue: 1 << 4)
    static let yes = WordRoles(rawValue: 1 << 5)
    static let help = WordRoles(rawValue: 1 << 6)
    static let courtesy = WordRoles(rawValue: 1 << 7)
    /// "I want to": keeps a STOP word definite, leaves an ordinary one in doubt.
    static let intent = WordRoles(rawValue: 1 << 8)
    /// "ok", "how do I": known, but leaves doubt.
    static let leadIn = WordRoles(rawValue: 1 << 9)
    static let negation = WordRoles(rawValue: 1 << 10)
    /// A negation that is an answer of its own when a comma follows.
    static let interjection = WordRoles(rawValue: 1 << 11)
    static let article = WordRoles(rawValue: 1 << 12)
    static let nounBefore = WordRoles(rawValue: 1 << 13)
    static let question = WordRoles(rawValue: 1 << 14)
    /// A phrase in which the listed word means something else.
    static let harmless = WordRoles(rawValue: 1 << 15)
    static let notATypo = WordRoles(rawValue: 1 << 16)
    /// Listed by a regulator or carrier: no flow may claim it.
    static let protected = WordRoles(rawValue: 1 << 17)

    static let anyStop: WordRoles = [.stop, .ordinary, .probable]
    static let anyCommand: WordRoles = [.stop, .ordinary, .probable, .start, .yes, .help]

    /// Names accepted before the colon of a line, in the order the reference lists them.
    static let names: [(name: String, roles: WordRoles)] = [
        ("stop", .stop), ("explicit", [.stop, .explicit]), ("ordinary", .ordinary),
        ("probable", .probable), ("protected", .protected), ("start", .start), ("yes", .yes),
        ("help", .help), ("courtesy", .courtesy), ("intent", .intent), ("lead-in", .leadIn),
        ("negation", .negation), ("interjection", [.negation, .interjection]),
        ("article", .article), ("noun-before", .nounBefore), ("question", .question),
        ("harmless", .harmless), ("not-a-typo", .notATypo),
    ]
}
