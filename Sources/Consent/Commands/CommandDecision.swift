/// What a text asks for, how surely, and why.
package struct CommandDecision: Hashable, Sendable {
    /// `nil` exactly when the certainty is `none`.
    package let command: CommandKind?
    package let certainty: Certainty
    /// Strongest reason first; never empty.
    package let because: [CommandReason]
    /// A definite STOP that says in words that everything is meant ("stop all").
    package let namesAll: Bool
    /// Whether a word that can mean nothing but STOP was the whole of the text.
    let isFromStrongWord: Bool

    private init(
        _ command: CommandKind?,
        _ certainty: Certainty,
        _ because: [CommandReason],
        namesAll: Bool = false,
        isFromStrongWord: Bool = false
    ) {
        self.command = command
        self.certainty = certainty
        self.because = because
        self.namesAll = namesAll
        self.isFromStrongWord = isFromStrongWord
    }

    static func definite(_ command: CommandKind, _ because: [CommandReason]) -> CommandDecision {
        CommandDecision(command, .definite, because)
    }

    /// A definite STOP.
    static func stop(
        _ because: [CommandReason],
        namesAll: Bool,
        isFromStrongWord: Bool
    ) -> CommandDecision {
        CommandDecision(
            .stop,
            .definite,
            namesAll ? because + [.namesEverything] : because,
            namesAll: namesAll,
            isFromStrongWord: isFromStrongWord
        )
    }

    /// What a provider has read in a text, and answered by itself.
    ///
    /// Its STOP bars everything it carries for this sender, so everything is meant.
    package static func answered(_ command: CommandKind) -> CommandDecision {
        CommandDecision(
            command,
            .definite,
            [.readByProvider],
            namesAll: command == .stop,
            isFromStrongWord: true
        )
    }

    static func probable(_ command: CommandKind, _ because: [CommandReason]) -> CommandDecision {
        CommandDecision(command, .probable, because)
    }

    static func none(_ reason: CommandReason) -> CommandDecision {
        CommandDecision(nil, .none, [reason])
    }

    /// The same, never more than probable, and why.
    func capped(_ reason: CommandReason) -> CommandDecision {
        switch certainty {
        case .definite: CommandDecision(command, .probable, because + [reason])
        case .probable, .none: self
        }
    }
}
