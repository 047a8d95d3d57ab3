package import Conversations
package import Storage

/// A call that comes to a turn, which is taken once however often it is repeated.
package struct TurnRequest: Hashable, Sendable {
    package let call: APICall
    /// What the program drew for this request; without it each call is a request of its own.
    package let repetition: String?

    package init(_ call: APICall, repetition: String?) {
        self.call = call
        self.repetition = repetition
    }
}

/// What came of beginning a conversation, or of saying something.
package enum RequestOutcome: Sendable {
    case done(TurnReport)
    /// The same request was done before.
    case repeated(ContactID?)
    case obstacle(BeginObstacle)
    case unknownFlow
    case unknownChannel
    case unknownContact
}
