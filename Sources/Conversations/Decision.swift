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
    /// Whether the session's own words answered; they are what evidence quotes.
    private let wordsAnswered: String?

    /// One turn of a contact fires at most this many overdue deadlines; the rest follow at once in
    /// turns of their own.
    static let deadlinesPerTurn = 16

    init(
        _ decider: TurnDecider, _ input: TurnInput, _ state: ContactState, subject: [UInt8],
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
            decider.program, subject: subject, after: state.sequence, at: input.now,
            actor: input.turn.actor)
        if isNew { trail.add(.contactCreated) }
    }

    private var program: Program { decider.program }
    private var interpreter: Interpreter { Interpreter(program: program) }
    private var context: TurnContext {
        TurnContext(now: input.now, turn: state.turn, locale: locale, kept: state.kept)
    }

    // MARK: Time

    mutating func letTimeAct() throws(Stop) {
        forgetKeptValues()
        let circumstances = ActContext(
            now: input.now, turn: state.turn, locale: program[locale].text,
            certainty: .noReply, origin: .controller)
        let expired = state.ledger.expire(program.laws, in: circumstances)
        record(expired.map { .consentChanged($0) })
        for _ in 0..<Self.deadlinesPerTurn {
            guard let session = state.session,
                session.nextDue(idle: program.sessionIdle) <= input.now
            else { return }
            try run { interpreter, decision throws(RunError) in
                try interpreter.timePassed(
                    session, ledger: decision.state.ledger, in: decision.context)
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
            .messageReceived, session: state.session?.id, cause: message.content.kindName,
            payload: message.content.committed)
        let command = decider.command(in: message.content.readable, from: state)
        // INVARIANT: STOP first. Nothing above this line looks at a flow.
        switch (command.command, command.certainty) {
        case (.stop, .definite): return try stop()
        case (.stop, .probable): return try maybeStop(message, command)
        case (.start, .definite) where state.session == nil && program.commands.start != nil:
            return try begin(program.commands.start, as: CommandStart(.start, command))
        case (.help, .definite) where program.commands.help != nil:
            return try detour(program.commands.help, as: CommandStart(.help, command))
        default: return try converse(message)
        }
    }

    private mutating func stop() throws(Stop) {
        guard !state.ledger.isOptedOut else {
            state.session = nil
            endings.append(.silence)
            return
        }
        let circumstances = ActContext(
            now: input.now, turn: state.turn, locale: program[locale].text,
            certainty: .exactWord, origin: .contact)
        if let session = state.session {
            record(session.abandoned)
            state.session = nil
        }
        let changes = state.ledger.withdrawAll(program.laws, in: circumstances)
        record(changes.map { .consentChanged($0) } + [.optedOut])
        state.confirmationsSent = 0
        try begin(
            program.commands.stop,
            as: CommandStart(name: "stop", certainty: Certainty.definite.rawValue))
    }

    /// A text that is probably STOP: marketing waits at once, and the contact is asked, once.
    private mutating func maybeStop(
        _ message: InboundMessage, _ command: CommandDecision
    ) throws(Stop) {
        if state.ledger.isOptedOut {
            endings.append(.silence)
            return
        }
        // Said twice, it is no longer a guess.
        if state.ledger.isOptOutPending { return try stop() }
        state.ledger.isOptOutPending = true
        try detour(program.commands.stop, as: CommandStart(.stop, command))
    }

    private mutating func detour(_ flow: FlowIndex?, as command: CommandStart) throws(Stop) {
        guard let flow else { return }
        guard let session = state.session else { return try begin(flow, as: command) }
        try run { interpreter, decision throws(RunError) in
            try interpreter.interrupt(
                session, with: flow, command: command, ledger: decision.state.ledger,
                in: decision.context)
        }
    }

    private mutating func begin(
        _ flow: FlowIndex?, as command: CommandStart? = nil
    ) throws(Stop) {
        guard let flow else { return }
        try run { interpreter, decision throws(RunError) in
            try interpreter.start(
                flow, id: decision.input.sessionID, seed: decision.input.seed, command: command,
                ledger: decision.state.ledger, in: decision.context)
        }
    }

    private mutating func converse(_ message: InboundMessage) throws(Stop) {
        if let session = state.session {
            return try run { interpreter, decision throws(RunError) in
                try interpreter.resume(
                    session, with: message.content.input, ledger: decision.state.ledger,
                    in: decision.context)
            }
        }
        // INVARIANT: no message lifts an opt-out; only START reaches a flow, and only to ask.
        guard !state.ledger.isOptedOut else {
            endings.append(.silence)
            return
        }
        let selection = FlowSelection(program: program, locale: locale)
        let flow = selection.flow(
            for: message.content, on: message.address.channel, preferred: input.preferredFlow)
        guard let flow else {
            endings.append(.unanswered)
            return
        }
        try begin(flow)
    }

    mutating func setLocale(_ tag: LocaleTag) {
        state.locale = tag.text
        trail.add(.configChanged, to: tag.text, cause: "locale")
    }

    // MARK: Running

    private mutating func run(
        _ body: (Interpreter, Decision) throws(RunError) -> TurnResult
    ) throws(Stop) {
        let result: TurnResult
        do {
            result = try body(interpreter, self)
        } catch {
            throw Stop(refusal: .run(error))
        }
        let id = state.session?.id ?? result.session?.id ?? input.sessionID
        state.session = result.session
        state.ledger = result.ledger
        settleProbableStop()
        keep(result.kept)
        record(result.effects, session: id)
    }

    /// The question whether STOP was meant is answered once its flow is over.
    private mutating func settleProbableStop() {
        let isOpen = state.session?.frames.contains { $0.flow == program.commands.stop } ?? false
        if !isOpen { state.ledger.isOptOutPending = false }
    }

    private mutating func keep(_ values: [KeptValue]) {
        for value in values {
            state.kept.removeAll { $0.flow == value.flow && $0.slot == value.slot }
            state.kept.append(value)
        }
        let surplus = state.kept.count - ContactState.keptLimit
        if surplus > 0 { state.kept.removeFirst(surplus) }
    }

    private mutating func record(_ more: [Effect], session: [UInt8]? = nil) {
        let id = session ?? state.session?.id
        for effect in more { trail.add(effect, session: id) }
        effects += more
    }
}

// MARK: - The outcome

extension Decision {
    consuming func outcome() throws(Stop) -> TurnOutcome {
        var notes: [TurnNote] = []
        var evidence: [ConsentEvidence] = []
        var place: (flow: FlowIndex, step: StepIndex, cause: String)?
        for effect in effects {
            if case .moved(let move) = effect { place = (move.flow, move.to, move.cause.text) }
            guard let note = try note(effect) else { continue }
            if case .consent(let change) = note { evidence.append(proof(of: change, place)) }
            notes.append(note)
        }
        notes += endings
        state.sequence = trail.sequence
        return TurnOutcome(
            state: state, notes: notes, drafts: trail.drafts, evidence: evidence,
            cancellation: cancellation,
            nextDue: state.nextDue(sessionIdle: decider.program.sessionIdle))
    }

    /// The record of a turn that could not be: the event and the reason, and nothing else changed.
    consuming func refusing(_ refusal: TurnRefusal) -> TurnOutcome {
        if case .message(let message) = input.turn {
            trail.add(
                .messageReceived, session: state.session?.id, cause: message.content.kindName,
                payload: message.content.committed)
        }
        trail.add(.turnRefused, session: state.session?.id, cause: refusal.code)
        state.sequence = trail.sequence
        return TurnOutcome(
            state: state, notes: [.refused(refusal)], drafts: trail.drafts, evidence: [],
            cancellation: .none,
            nextDue: input.turn == .time
                ? input.now.adding(.hours(1))
                : state.nextDue(sessionIdle: decider.program.sessionIdle))
    }

    private mutating func note(_ effect: Effect) throws(Stop) -> TurnNote? {
        switch effect {
        case .said(let utterance): return try pass(utterance)
        case .noticeShown(let index): return .noticeShown(decider.program[index].version)
        case .consentChanged(let change): return .consent(change)
        case .consentRefused(let refused): return .consentRefused(refused)
        case .optedOut: return .optedOut
        case .optedIn: return .optedIn
        case .ended(let flow, let outcome, let cause):
            let ended = decider.program[flow]
            return .ended(
                flow: ended.name, outcome: outcome.map { ended.outcomes[$0] }, cause: cause.text)
        case .started, .moved, .slotExpired, .timersSet, .timersCancelled, .timerFired:
            return nil
        }
    }

    private mutating func pass(_ utterance: Utterance) throws(Stop) -> TurnNote {
        let messageClass = self.messageClass(of: utterance)
        let session = state.session?.id
        let verdict = SendGate.verdict(
            for: messageClass, ledger: state.ledger, at: input.now,
            confirmationsSent: state.confirmationsSent)
        let step = decider.program[utterance.flow][step: utterance.step].name
        switch verdict {
        case .withheld(let reason):
            trail.add(
                .messageWithheld, session: session, flow: utterance.flow, from: step,
                cause: reason.rawValue, purpose: messageClass.purpose)
            return .withheld(
                messageClass, reason, key: decider.program.catalog[utterance.message].key)
        case .allowed: break
        }
        if messageClass == .optOutConfirmation { state.confirmationsSent += 1 }
        do {
            let rendering = MessageRendering(program: decider.program, locale: locale)
            let message = try rendering.render(utterance, as: messageClass)
            trail.add(
                .messageEnqueued, session: session, flow: utterance.flow, from: step,
                cause: messageClass.name, purpose: messageClass.purpose,
                payload: [UInt8](message.wordsShown.utf8))
            if !message.buttons.isEmpty || state.session != nil {
                state.lastWordsShown = message.wordsShown
            }
            return .said(message)
        } catch {
            throw Stop(refusal: .unrenderable(key: error.key))
        }
    }

    private func messageClass(of utterance: Utterance) -> MessageClass {
        if let purpose = utterance.purpose { return .purpose(decider.program[purpose].id) }
        guard utterance.isAnswer else { return .followUp }
        switch utterance.command {
        case CommandKind.stop.rawValue?:
            return state.ledger.isOptedOut ? .optOutConfirmation : .reply
        case nil: return .reply
        case .some: return .commandAnswer
        }
    }

    private func proof(
        of change: ConsentChange, _ place: (flow: FlowIndex, step: StepIndex, cause: String)?
    ) -> ConsentEvidence {
        var providerID: String?
        if case .message(let message) = input.turn { providerID = message.providerID }
        return ConsentEvidence(
            change: change, at: input.now, turn: state.turn, channel: state.address.channel,
            locale: decider.program[locale].text,
            flow: place.map { decider.program[$0.flow].reference } ?? "",
            step: place.map { decider.program[$0.flow][step: $0.step].name } ?? "",
            cause: place?.cause ?? "opt-out", wordsShown: wordsAnswered, providerID: providerID)
    }

    /// What is queued for a purpose dies with its consent.
    private var cancellation: QueueCancellation {
        if effects.contains(.optedOut) { return .all }
        let lost = effects.compactMap { effect -> PurposeID? in
            guard case .consentChanged(let change) = effect, change.from.isValid,
                !change.to.isValid
            else { return nil }
            return change.purpose
        }
        return lost.isEmpty ? .none : .purposes(lost)
    }
}
