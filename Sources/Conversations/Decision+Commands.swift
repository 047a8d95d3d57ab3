import Clocks
import MessageCatalog
import Consent
import FlowInterpreter
import FlowProgram

// What each command does, and what happens when there is none.
extension Decision {
    /// The circumstances of an act that the engine performs for the contact.
    var ownAct: ActContext {
        ActContext(
            now: input.now,
            turn: state.turn,
            channel: state.address.channel,
            locale: program[locale].text,
            certainty: .exactWord,
            origin: .contact
        )
    }

    /// Withdraws, and gives up the conversation; then the stop flow words it, once.
    mutating func stop(_ command: CommandDecision) throws(Stop) {
        let wasOptedOut = state.ledger.isOptedOut
        withdraw(named: command)
        // Said again after an opt-out it changes what is open since, and is not answered again.
        guard !wasOptedOut else {
            endings.append(.silence)
            return
        }
        try begin(
            program.commands.stop,
            as: CommandStart(name: "stop", certainty: Certainty.definite.rawValue)
        )
    }

    /// The part of STOP that nothing may keep from happening.
    // LAW: 47 CFR 64.1200(a)(10): a STOP ends everything; that it does so for messages of another
    // kind is waived until 2027-01-31 (DA 26-12), so the scope is a policy with dates.
    mutating func withdraw(named command: CommandDecision) {
        let scope = program.optOut.scope(on: input.now.date)
        let answered = state.writtenAbout
        guard scope == .answered, !command.namesAll, !answered.isEmpty,
            !state.ledger.isOptedOut, !state.ledger.isOptOutPending
        else { return withdrawEverything() }
        giveUpSession()
        let changes = state.ledger.withdraw(answered, program.laws, in: ownAct)
        record(changes.map { .consentChanged($0, nil) })
        lapseRequests()
        state.writtenAbout = []
        state.confirmationsSent = 0
        confirmsWithdrawal = true
    }

    /// Nobody is left to answer what was asked: the conversation that asked is over.
    private mutating func lapseRequests() {
        for law in program.laws {
            guard case .success(let changes) = state.ledger.perform(.lapse, for: law, in: ownAct)
            else { continue }
            record(changes.map { .consentChanged($0, nil) })
        }
    }

    mutating func withdrawEverything() {
        let isFirst = !state.ledger.isOptedOut
        cancelsQueue = true
        giveUpSession()
        let changes = state.ledger.withdrawAll(program.laws, in: ownAct)
        record(changes.map { .consentChanged($0, nil) } + (isFirst ? [.optedOut] : []))
        state.writtenAbout = []
        forgetEverythingKept()
    }

    mutating func giveUpSession(because cause: Cause = .command("stop")) {
        guard let session = state.session else { return }
        record(session.abandoned(because: cause))
        state.session = nil
    }

    /// START begins anew, and never lifts an opt-out by itself.
    ///
    /// What went on is over: its question may be about what the contact decides here. What was
    /// requested there lapses with it, so that the window of a new request is whole.
    mutating func start(_ command: CommandDecision) throws(Stop) {
        giveUpSession(because: .command("start"))
        lapseRequests()
        try begin(program.commands.start, as: CommandStart(.start, command))
    }

    /// A text that is probably STOP: marketing waits at once, and the contact is asked, once.
    mutating func maybeStop(_ command: CommandDecision) throws(Stop) {
        if state.ledger.isOptedOut {
            endings.append(.silence)
            return
        }
        // Said twice, it is no longer a guess.
        if state.ledger.isOptOutPending { return try stop(command) }
        let before = self
        state.ledger.isOptOutPending = true
        try detour(program.commands.stop, as: CommandStart(.stop, command))
        guard !isAskingWhetherToStop else { return }
        // The flow asked nothing. Then nothing is in doubt, and what it says must be true.
        self = before
        try stop(command)
    }

    mutating func detour(_ flow: FlowIndex?, as command: CommandStart) throws(Stop) {
        guard let flow else { return }
        guard let session = state.session else { return try begin(flow, as: command) }
        try run { interpreter, decision throws(RunError) in
            try interpreter.interrupt(
                session,
                with: flow,
                command: command,
                ledger: decision.state.ledger,
                in: decision.context
            )
        }
    }

    mutating func begin(
        _ flow: FlowIndex?,
        as command: CommandStart? = nil
    ) throws(Stop) {
        guard let flow else { return }
        try run { interpreter, decision throws(RunError) in
            try interpreter.start(
                flow,
                id: decision.input.sessionID,
                seed: decision.input.seed,
                command: command,
                ledger: decision.state.ledger,
                in: decision.context
            )
        }
    }

    mutating func converse(_ message: InboundMessage) throws(Stop) {
        if case .reaction = message.content {
            // Nobody expects an answer to a thumb.
            endings.append(.unanswered)
            return
        }
        if state.isRestricted, !isAnsweringCommand {
            endings.append(.restricted)
            return
        }
        if let session = state.session {
            return try run { interpreter, decision throws(RunError) in
                try interpreter.resume(
                    session,
                    with: message.content.input,
                    ledger: decision.state.ledger,
                    in: decision.context
                )
            }
        }
        // INVARIANT: no message lifts an opt-out; only START reaches a flow, and only to ask.
        guard !state.ledger.isOptedOut else {
            endings.append(.silence)
            return
        }
        let selection = FlowSelection(program: program, locale: locale)
        let flow = selection.flow(
            for: message.content,
            on: message.address.channel,
            preferred: input.preferredFlow
        )
        guard let flow else {
            endings.append(.unanswered)
            return
        }
        try begin(flow)
    }

    /// Whether a command's flow waits, which is open also to who opted out or is restricted.
    private var isAnsweringCommand: Bool {
        state.session?.frames.contains { program[$0.flow].command != nil } ?? false
    }
}
