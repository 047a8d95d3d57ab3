/// What a text asks for, how surely, and why.
package struct CommandDecision: Hashable, Sendable {
    /// `nil` exactly when the certainty is `none`.
    package let command: CommandKind?
    package let certainty: Certainty
    /// Strongest reason first; never empty.
    package let because: [CommandReason]

    static func definite(_ command: CommandKind, _ because: [CommandReason]) -> CommandDecision {
        CommandDecision(command: command, certainty: .definite, because: because)
    }

    static func probable(_ command: CommandKind, _ because: [CommandReason]) -> CommandDecision {
        CommandDecision(command: command, certainty: .probable, because: because)
    }

    static func none(_ reason: CommandReason) -> CommandDecision {
        CommandDecision(command: nil, certainty: .none, because: [reason])
    }

    /// The same, capped as reactions are.
    var asReaction: CommandDecision {
        switch certainty {
        case .definite: CommandDecision.probableCopy(of: self)
        case .probable, .none: self
        }
    }

    private static func probableCopy(of decision: CommandDecision) -> CommandDecision {
        CommandDecision(
            command: decision.command,
            certainty: .probable,
            because: decision.because + [.reaction]
        )
    }
}
