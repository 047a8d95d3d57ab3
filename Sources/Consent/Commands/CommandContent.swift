/// What a contact sent, as the words in it that may be a command.
///
/// Contents without words (a photo without a caption, a location, a call) are no command.
package enum CommandContent: Hashable, Sendable {
    /// Written words: a message, also an edited one.
    case text(String)
    /// The words under a photo, film, recording or document.
    case caption(String)
    /// A tapped button or list row that the waiting flow did not offer.
    ///
    /// The payload is what the sender of the template hid in it, the title what the contact read.
    case choice(payload: String, title: String)
    /// The sign or words put to a message; an empty text takes a reaction back.
    case reaction(String)
}

extension CommandMatcher {
    /// The command a content is; a reaction is never more than probable.
    package func decide(
        _ content: CommandContent,
        context: CommandContext = CommandContext()
    ) -> CommandDecision {
        switch content {
        case .text(let text), .caption(let text):
            return decide(text, context: context)
        case .choice(let payload, let title):
            let byTitle = decide(title, context: context)
            if byTitle.command == .stop, byTitle.certainty == .definite { return byTitle }
            return stopPayload(payload, context) ?? byTitle
        case .reaction(let text):
            var context = context
            context.isReaction = true
            return decide(text, context: context)
        }
    }

    /// A payload is a name that a program chose, so only a word that can mean nothing but STOP
    /// counts: `STOP`, `opt_out`, but not `cancel`, which may well be an appointment.
    private func stopPayload(_ payload: String, _ context: CommandContext) -> CommandDecision? {
        let decision = decide(payload, context: context)
        guard decision.command == .stop, decision.isFromStrongWord else { return nil }
        return decision
    }
}
