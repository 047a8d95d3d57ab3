package import Clocks
package import Consent
package import FlowProgram

/// Runs a program one turn at a time.
///
/// A pure function of its arguments: it returns effects and does not execute them. The REPL, the
/// tests and the daemon share it, and so will the model checker.
package struct Interpreter: Sendable {
    package let program: Program

    package init(program: Program) {
        self.program = program
    }

    /// Begins a conversation with `flow`, whose first wait or end ends the turn.
    ///
    /// Where the contact did not set it off, nothing in it is their act, and nothing an answer.
    package func start(
        _ flow: FlowIndex,
        id: [UInt8],
        seed: UInt64,
        command: CommandStart? = nil,
        isByContact: Bool = true,
        ledger: ConsentLedger,
        in context: TurnContext
    ) throws(RunError) -> TurnResult {
        let session = Session(
            program: program.digest,
            id: id,
            frames: [],
            randomState: seed,
            startedAt: context.now,
            lastTurnAt: context.now
        )
        let trigger: Trigger = isByContact ? .contact : .time
        var run = Run(program, session, ledger, context, trigger: trigger)
        try run.push(
            flow,
            kind: .root,
            slots: [:],
            cause: command.map { .command($0.name) } ?? .start,
            certainty: command?.certainty
        )
        return try run.finish()
    }

    /// Interrupts a waiting session with a flow that returns to it.
    package func interrupt(
        _ session: Session,
        with flow: FlowIndex,
        command: CommandStart,
        ledger: ConsentLedger,
        in context: TurnContext
    ) throws(RunError) -> TurnResult {
        try check(session)
        var run = Run(program, session, ledger, context, trigger: .contact)
        run.session.lastTurnAt = context.now
        // A detour never stacks on a detour of the same flow: asking for help twice is not deeper.
        run.dropDetour(flow)
        try run.push(
            flow,
            kind: .detour,
            slots: [:],
            cause: .command(command.name),
            certainty: command.certainty
        )
        return try run.finish()
    }

    /// Answers a waiting session.
    package func resume(
        _ session: Session,
        with input: Input,
        ledger: ConsentLedger,
        in context: TurnContext
    ) throws(RunError) -> TurnResult {
        try check(session)
        var run = Run(program, session, ledger, context, trigger: .contact)
        run.session.lastTurnAt = context.now
        try run.reply(input)
        return try run.finish()
    }

    /// Lets time act: expires slots, fires the first deadline that is due, or ends an idle
    /// conversation.
    ///
    /// With nothing due the session stays as it is.
    package func timePassed(
        _ session: Session,
        ledger: ConsentLedger,
        in context: TurnContext
    ) throws(RunError) -> TurnResult {
        try check(session)
        var run = Run(program, session, ledger, context, trigger: .time)
        run.expireSlots()
        try run.fireDeadline()
        return try run.finish()
    }

    /// What each matcher says of a reply to this session, for `/why`.
    package func explain(
        _ session: Session,
        _ input: Input,
        locale: LocaleIndex,
        at now: Timestamp
    ) -> [MatchAttempt] {
        guard session.program == program.digest, let frame = session.frames.last else { return [] }
        let flow = program[frame.flow]
        let matching = ReplyMatching(program: program, locale: locale, today: now.date)
        return matching.explain(input, at: flow[step: frame.step], of: flow)
    }

    private func check(_ session: Session) throws(RunError) {
        guard session.program == program.digest, !session.frames.isEmpty else {
            throw .foreignSession
        }
    }
}

/// The built-in command that starts a flow, and how certain it is.
package struct CommandStart: Hashable, Sendable {
    package let name: String
    package let certainty: String

    package init(name: String, certainty: String) {
        self.name = name
        self.certainty = certainty
    }
}
