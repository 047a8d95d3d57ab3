import Audit
package import Clocks
package import Consent
package import FlowInterpreter
package import FlowProgram
import MessageCatalog

/// Decides one turn: opt-out first, then the other commands, then the flow, then the gate.
///
/// Pure: the same contact, event, time and seed give the same outcome on every machine. A turn
/// that breaks a limit changes nothing but the record that it was refused.
package struct TurnDecider: Sendable {
    package let program: Program
    let commands: CommandMatcher

    package init(program: Program, commands: CommandMatcher = .standard) {
        self.program = program
        self.commands = commands
    }

    /// `subject` is the contact's pseudonym in the audit log; `isNew` records that it was made now.
    package func decide(
        _ input: TurnInput,
        for state: ContactState,
        subject: [UInt8],
        isNew: Bool
    ) -> TurnOutcome {
        var decision = Decision(self, input, state, subject: subject, isNew: isNew)
        do throws(Decision.Stop) {
            try decision.letTimeAct()
            switch input.turn {
            case .message(let message): try decision.answer(message)
            case .time: break
            case .setLocale(let tag): decision.setLocale(tag)
            case .operation(let operation, let actor):
                try decision.operate(operation, by: actor)
            case .signal(let name, let operation):
                decision.trail.add(.providerSignalled, cause: name)
                try decision.operate(operation, by: .provider)
            case .request(let name, let caller, let operation):
                decision.trail.add(.apiCalled, cause: name, actor: caller)
                try decision.operate(operation, by: .operator)
            }
            return try decision.outcome()
        } catch {
            // A fresh decision: nothing of the failed one may leak into the record.
            let fresh = Decision(self, input, state, subject: subject, isNew: isNew)
            guard case .message(let message) = input.turn else {
                return fresh.refusing(error.refusal)
            }
            let command = command(in: message, from: state)
            return fresh.protecting(error.refusal, command)
        }
    }

    /// How the engine reads a message; what the provider has read in it goes first.
    // INVARIANT: STOP first. A provider's START or HELP never hides a STOP of ours.
    package func command(
        in message: InboundMessage,
        from state: ContactState
    ) -> CommandDecision {
        let own = command(in: message.content, from: state)
        guard let answered = message.answeredCommand, answered == .stop || own.command != .stop
        else { return own }
        return .answered(answered)
    }

    /// How the engine reads what this contact sent, before any flow sees it.
    package func command(
        in content: InboundMessage.Content,
        from state: ContactState
    ) -> CommandDecision {
        commands.decide(content.commandContent, context: commandContext(state))
    }

    private func commandContext(_ state: ContactState) -> CommandContext {
        // Where a flow waits, a yes answers its question.
        let isUnasked = state.session == nil
        return CommandContext(
            yesMeansStart: isUnasked
                && (state.ledger.isOptedOut || state.ledger.hasOpenRequest),
            language: state.locale,
            declared: state.session.map { claims(of: $0) } ?? []
        )
    }

    /// What the running flows claim for themselves.
    private func claims(of session: Session) -> [DeclaredCommand] {
        session.frames.flatMap { program[$0.flow].claims }
    }

    /// What each of the flow's matchers says of a reply.
    package func attempts(
        at content: InboundMessage.Content,
        _ session: Session,
        _ state: ContactState,
        _ now: Timestamp
    ) -> [MatchAttempt] {
        let tag = LocaleTag(state.locale) ?? program[.source]
        return Interpreter(program: program).explain(
            session,
            content.input,
            locale: program.locale(for: tag),
            at: now
        )
    }
}
