/// The commands a contact can give at any moment, whatever a flow is waiting for.
package enum CommandKind: String, CaseIterable, Hashable, Sendable {
    /// Withdraws and silences.
    case stop
    /// Asks to be written to again; never grants consent by itself.
    case start
    case help
}

/// How sure the matcher is that a text is a command.
package enum Certainty: String, CaseIterable, Hashable, Sendable {
    /// Acted on at once.
    case definite
    /// Suppresses marketing at once and asks one clarifying question.
    case probable
    /// An ordinary message.
    case none
}
