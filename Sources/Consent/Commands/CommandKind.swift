/// The commands a contact can give at any moment, whatever a flow is waiting for.
///
/// In the order in which they win when a text names several. Only STOP is also read out of slips
/// of the finger and doubtful texts: a STOP that is missed harms the contact, the others are
/// simply asked for again.
package enum CommandKind: String, CaseIterable, Hashable, Sendable {
    /// Withdraws and silences.
    case stop
    /// Asks to be written to again; never grants consent by itself.
    case start
    case help
    /// Asks for erasure of what is kept about the contact.
    case delete
    /// Asks what the contact agreed to.
    case receipt
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
