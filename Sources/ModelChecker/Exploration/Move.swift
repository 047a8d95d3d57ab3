package import Clocks
package import Consent

/// One thing that may happen in a conversation: what a contact does, or time that passes.
package enum Move: Hashable, Sendable {
    case say(String)
    /// The text of a built-in command.
    case command(String)
    /// A message that nobody can read, to the flow of this name: one that no word starts, but
    /// perhaps a program.
    case open(String)
    /// A tapped button, by the choice's name.
    case tap(String)
    /// Something no flow can read: every question's unclear answer.
    case photo
    case wait(until: Timestamp)
    /// Consent that was given before this conversation ends at this moment of it.
    case lapse(PurposeID)
    /// The rest after a refusal from before this conversation ends at this moment of it.
    case coolOff(PurposeID)

    /// Whether the contact acts.
    package var isContact: Bool {
        switch self {
        case .say, .command, .open, .tap, .photo: true
        case .wait, .lapse, .coolOff: false
        }
    }
}
