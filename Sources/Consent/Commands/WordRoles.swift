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
    /// Everyday speech in this language, whatever another one makes of it.
    static let everyday = WordRoles(rawValue: 1 << 18)
    static let delete = WordRoles(rawValue: 1 << 19)
    static let receipt = WordRoles(rawValue: 1 << 20)
    /// Beside a STOP word: everything is meant.
    static let all = WordRoles(rawValue: 1 << 21)

    // Parts of a request in the contact's own words; they change nothing else about a word.
    /// Such as "remove" and "strike".
    static let removal = WordRoles(rawValue: 1 << 22)
    /// Such as "me" and "my number".
    static let itself = WordRoles(rawValue: 1 << 23)
    /// Such as "list" and "database".
    static let list = WordRoles(rawValue: 1 << 24)
    /// Such as "want" and "wish".
    static let wish = WordRoles(rawValue: 1 << 25)
    /// Such as "messages" and "texts".
    static let message = WordRoles(rawValue: 1 << 26)
    /// "miss", "lose": what is not wanted is to go without.
    static let losing = WordRoles(rawValue: 1 << 27)
    /// "and": what follows may be a request of its own.
    static let joining = WordRoles(rawValue: 1 << 28)

    static let anyPart: WordRoles = [.removal, .itself, .list, .wish, .message, .losing]
    static let anyStop: WordRoles = [.stop, .ordinary, .probable]
    /// Requests that go with a STOP and leave it one.
    static let anyRequest: WordRoles = [.delete, .receipt]
    static let anyCommand: WordRoles = [
        .stop, .ordinary, .probable, .start, .yes, .help, .delete, .receipt,
    ]

    /// Names accepted before the colon of a line, in the order the reference lists them.
    static let names: [(name: String, roles: WordRoles)] = [
        ("stop", .stop), ("explicit", [.stop, .explicit]), ("ordinary", .ordinary),
        ("probable", .probable), ("protected", .protected), ("start", .start), ("yes", .yes),
        ("help", .help), ("delete", .delete), ("receipt", .receipt), ("all", .all),
        ("everyday", .everyday), ("courtesy", .courtesy), ("intent", .intent), ("lead-in", .leadIn),
        ("negation", .negation), ("interjection", [.negation, .interjection]),
        ("article", .article), ("noun-before", .nounBefore), ("question", .question),
        ("harmless", .harmless), ("not-a-typo", .notATypo), ("removal", .removal),
        ("self", .itself), ("list", .list), ("wish", .wish), ("message", .message),
        ("losing", .losing), ("joining", .joining),
    ]
}
