/// What can stop a turn; the session stays as it was.
package enum RunError: Error, Hashable, Sendable {
    case tooManySteps(limit: Int)
    case tooManyMessages(limit: Int)
    case callTooDeep(limit: Int)
    case numberTooLarge
    /// The session does not fit the program it is run with.
    case foreignSession

    /// A sentence for people; it never holds what a contact wrote.
    package var sentence: String {
        switch self {
        case .tooManySteps(let limit):
            "the turn took more than \(limit) steps without waiting (steps-per-turn)"
        case .tooManyMessages(let limit):
            "the turn said more than \(limit) messages (messages-per-turn)"
        case .callTooDeep(let limit):
            "flows called each other more than \(limit) deep (call-depth)"
        case .numberTooLarge: "a number left the range of 18 digits"
        case .foreignSession: "the session belongs to another edition of the program"
        }
    }
}
