import Audit
import Clocks
import Consent
import FlowInterpreter
import FlowProgram
import MessageCatalog

/// One turn being decided.
struct Decision {
    struct Stop: Error {
        let refusal: TurnRefusal
    }

    let decider: TurnDecider
    let input: TurnInput
    let locale: LocaleIndex
    var state: ContactState
    var effects: [Effect] = []
    var endings: [TurnNote] = []
    var trail: AuditTrail
    /// Deadlines are firing; nothing of this is the contact's doing.
    var isTimeActing = false
    /// The question that a reply in this turn answers: the words that evidence quotes.
    let wordsAnswered: String?

    /// One turn of a contact fires at most this many overdue deadlines; the rest follow at once in
    /// turns of their own.
    static let deadlinesPerTurn = 16

    init(
        _ decider: TurnDecider,
        _ input: TurnInput,
        _ state: ContactState,
        subject: [UInt8],
        isNew: Bool
    ) {
        self.decider = decider
        self.input = input
        self.state = state
        self.state.turn += 1
        wordsAnswered = state.lastWordsShown
        let tag = LocaleTag(state.locale) ?? decider.program[.source]
        locale = decider.program.locale(for: tag)
        trail = AuditTrail(
            decider.program,
            subject: subject,
            after: state.sequence,
            at: input.now,
            actor: input.turn.actor
        )
        if isNew { trail.add(.contactCreated) }
    }

    var program: Program { decider.program }
    var interpreter: Interpreter { Interpreter(program: program) }
    var context: TurnContext {
        TurnContext(now: input.now, turn: state.turn, locale: locale, kept: state.kept)
    }

    // MARK: Time

    mutating func letTimeAct() throws(Stop) {
        forgetKeptValues()
        let circumstances = ActContext(
            now: input.now,
            turn: state.turn,
            locale: program[locale].text,
            certainty: .noReply,
            origin: .controller
        )
        let expired = state.ledger.expire(program.laws, in: circumstances)
        record(expired.map { .consentChanged($0, nil) })
        isTimeActing = true
        defer { isTimeActing = false }
        for _ in 0..<Self.deadlinesPerTurn {
            guard let session = state.session,
                session.nextDue(idle: program.sessionIdle) <= input.now
            else { return }
            try run { interpreter, decision throws(RunError) in
                try interpreter.timePassed(
                    session,
                    ledger: decision.state.ledger,
                    in: decision.context
                )
            }
        }
    }

    private mutating func forgetKeptValues() {
        let now = input.now
        let over = state.kept.filter { ($0.value.expiresAt ?? now) <= now }
        guard !over.isEmpty else { return }
        state.kept.removeAll { ($0.value.expiresAt ?? now) <= now }
        for value in over { trail.add(.slotExpired, from: value.slot) }
    }

    // MARK: Messages

    mutating func answer(_ message: InboundMessage) throws(Stop) {
        trail.add(
            .messageReceived,
            session: state.session?.id,
            cause: message.content.kindName,
            payload: message.content.committed
        )
        state.followUpsSent = 0
        let command = decider.command(in: message.content.readable, from: state)
        // INVARIANT: STOP first. Nothing above this line looks at a flow.
        switch (command.command, command.certainty) {
        case (.stop, .definite): return try stop()
        case (.stop, .probable): return try maybeStop(message, command)
        case (.start, .definite) where program.commands.start != nil:
            return try start(command)
        case (.help, .definite) where program.commands.help != nil:
            return try detour(program.commands.help, as: CommandStart(.help, command))
        // Words for START and HELP count only when they are certain and somebody answers them.
        case (.start, _), (.help, _), (.stop, .none), (nil, _): return try converse(message)
        }
    }

    mutating func setLocale(_ tag: LocaleTag) {
        state.locale = tag.text
        trail.add(.configChanged, to: tag.text, cause: "locale")
    }
}
