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
    /// Some purposes were withdrawn by STOP, and what is said next confirms that.
    var confirmsWithdrawal = false
    /// Messages that no flow words.
    var answers: [OutboundMessage] = []
    var erasure: ErasureCause?
    /// What the contact did elsewhere, which a request in this turn rests on.
    var form: FormConsent?
    /// Nothing that is queued may leave any more: after a STOP, also a repeated one, and when the
    /// contact goes on as another.
    var cancelsQueue = false
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
        self.state.createdAt = state.createdAt ?? input.now
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
        if let lost = input.lostSession {
            trail.add(.flowEnded, session: lost, cause: "program-lost")
        }
        if isNew {
            trail.add(.contactCreated)
            // Known by the hash of the address: whoever said STOP stays stopped.
            if state.ledger.isOptedOut { trail.add(.contactSuppressed, cause: "suppression") }
        }
    }

    var program: Program { decider.program }
    var interpreter: Interpreter { Interpreter(program: program) }
    var context: TurnContext {
        TurnContext(
            now: input.now,
            turn: state.turn,
            locale: locale,
            channel: state.address.channel,
            kept: state.kept
        )
    }

    // MARK: Time

    mutating func letTimeAct() throws(Stop) {
        forgetKeptValues()
        if let held = state.heldUntil, held <= input.now { state.heldUntil = nil }
        let expired = state.ledger.expire(program.laws, at: input.now)
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
        hear(message)
        let command = decider.command(in: message, from: state)
        let isAnswered = message.answeredCommand != nil && command.because == [.readByProvider]
        // INVARIANT: STOP first. Nothing above this line looks at a flow.
        switch (command.command, command.certainty) {
        case (.stop, .definite) where isAnswered:
            withdraw(named: command)
            endings.append(.answeredByProvider)
        case (.help, .definite) where isAnswered: endings.append(.answeredByProvider)
        case (.stop, .definite): return try stop(command)
        case (.stop, .probable): return try maybeStop(command)
        case (.start, .definite) where program.commands.start != nil && !state.isRestricted:
            return try start(command)
        case (.help, .definite) where program.commands.help != nil:
            return try detour(program.commands.help, as: CommandStart(.help, command))
        // LAW: Art. 12(2) GDPR: exercising a right is made easy, also for who opted out.
        case (.delete, .definite) where program.commands.delete != nil:
            return try detour(program.commands.delete, as: CommandStart(.delete, command))
        case (.receipt, .definite) where program.commands.receipt != nil:
            return try detour(program.commands.receipt, as: CommandStart(.receipt, command))
        // Words for the other commands count only when they are certain and somebody answers them.
        case (.start, _), (.help, _), (.delete, _), (.receipt, _), (.stop, .none), (nil, _):
            return try converse(message)
        }
    }

    /// What a message changes before anybody reads it.
    mutating func hear(_ message: InboundMessage) {
        trail.add(
            .messageReceived,
            session: state.session?.id,
            cause: message.content.kindName,
            payload: message.content.committed
        )
        state.followUpsSent = 0
        state.lastHeardAt = input.now
        move(to: message.address)
    }

    /// The conversation goes on where the contact last wrote from, or asked to be written to.
    mutating func move(to address: ContactAddress) {
        guard address != state.address else { return }
        if address.channel != state.address.channel, let session = state.session {
            // A question asked on one channel is not answered on another.
            record(session.abandoned(because: .interrupted))
            state.session = nil
        }
        state.address = address
    }

    mutating func setLocale(_ tag: LocaleTag) {
        state.locale = tag.text
        trail.add(.configChanged, to: tag.text, cause: "locale")
    }
}
