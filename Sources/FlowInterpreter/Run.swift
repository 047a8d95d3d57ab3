import Clocks
import Consent
import FlowProgram
import MessageCatalog

/// What set a turn off.
enum Trigger {
    case contact, time
}

/// One turn while it runs: the session being changed, and the effects so far.
struct Run {
    let program: Program
    let context: TurnContext
    let trigger: Trigger
    var session: Session
    var ledger: ConsentLedger
    var effects: [Effect] = []
    var kept: [KeptValue] = []
    private var stepCount = 0
    private var messageCount = 0

    init(
        _ program: Program,
        _ session: Session,
        _ ledger: ConsentLedger,
        _ context: TurnContext,
        trigger: Trigger
    ) {
        self.program = program
        self.session = session
        self.ledger = ledger
        self.context = context
        self.trigger = trigger
        effects.reserveCapacity(8)
    }

    var topIndex: Int { session.frames.count - 1 }
    var top: Frame { session.top }
    var flow: Flow { program[top.flow] }
    var evaluator: Evaluator {
        Evaluator(
            program: program,
            frame: top,
            ledger: ledger,
            now: context.now,
            channel: context.channel
        )
    }

    func finish() throws(RunError) -> TurnResult {
        TurnResult(
            session: session.frames.isEmpty ? nil : session,
            ledger: ledger,
            effects: effects,
            kept: kept
        )
    }

    // MARK: Moving

    mutating func go(to step: StepIndex, cause: Cause) throws(RunError) {
        move(to: step, cause: cause)
        try settle()
    }

    /// Runs from the current step on until one waits or the conversation ends.
    mutating func settle() throws(RunError) {
        while let (target, cause) = try enter() { move(to: target, cause: cause) }
    }

    private mutating func move(to target: StepIndex, cause: Cause) {
        let from = session.frames[topIndex].step
        session.frames[topIndex].step = target
        effects.append(
            .moved(Transition(flow: top.flow, from: from, to: target, cause: cause))
        )
    }

    /// Runs the current step's entry and says where to go from it; `nil` rests or ended.
    private mutating func enter() throws(RunError) -> (StepIndex, Cause)? {
        stepCount += 1
        guard stepCount <= Limits.stepsPerTurn else {
            throw .tooManySteps(limit: Limits.stepsPerTurn)
        }
        let step = flow[step: top.step]
        for (place, action) in step.entry.enumerated() {
            guard try perform(action, asking: place == step.question ? step : nil) else {
                end(outcome: nil, cause: .coolingDown, unwinding: true)
                return nil
            }
        }
        switch step.exit {
        case .go(let target): return (target, .then)
        case .end(let outcome): return try end(outcome)
        case .reply, .ask, .wait:
            rest(at: step)
            return nil
        case .branch(let branches, let otherwise):
            for (index, branch) in branches.enumerated()
            where try evaluator.truth(branch.condition) {
                return (branch.target, .branch(index))
            }
            return (otherwise, .otherwise)
        case .call(let call):
            try push(call)
            return nil
        case .random(let targets): return (draw(targets), .drawn)
        }
    }

    private mutating func draw(_ targets: [WeightedTarget]) -> StepIndex {
        var random = RandomState(session.randomState)
        var ticket = random.next(below: targets.reduce(0) { $0 + $1.weight })
        session.randomState = random.state
        for target in targets {
            ticket -= target.weight
            if ticket < 0 { return target.target }
        }
        preconditionFailure("a ticket is below the sum of the weights")
    }

    /// Waits at `step`.
    ///
    /// Coming back to a question that is still open keeps its deadlines.
    private mutating func rest(at step: Step) {
        let index = topIndex
        guard session.frames[index].heldStep != session.frames[index].step else { return }
        cancelTimers()
        session.frames[index].heldStep = session.frames[index].step
        session.frames[index].heldTurn = context.turn
        session.frames[index].unclearCount = 0
        var pending = step.deadlines.enumerated().map { place, deadline in
            PendingDeadline(due: context.now.adding(deadline.period), edge: .after(place))
        }
        if case .wait(let period, _) = step.exit {
            pending.append(PendingDeadline(due: context.now.adding(period), edge: .waitOver))
        }
        session.frames[index].deadlines = pending
        if !pending.isEmpty { effects.append(.timersSet(top.flow, top.step, pending)) }
    }

    /// The contact answered: nothing of the question is pending any more.
    mutating func release() {
        cancelTimers()
        session.frames[topIndex].heldStep = nil
        session.frames[topIndex].heldTurn = 0
        session.frames[topIndex].deadlines = []
        session.frames[topIndex].unclearCount = 0
    }

    func cancelledTimers(of frame: Frame) -> Effect? {
        guard !frame.deadlines.isEmpty else { return nil }
        return .timersCancelled(frame.flow, frame.heldStep ?? frame.step, frame.deadlines)
    }

    private mutating func cancelTimers() {
        if let cancelled = cancelledTimers(of: top) { effects.append(cancelled) }
    }

    // MARK: Acting

    /// `false` when a step asked although a refusal still forbids it.
    private mutating func perform(
        _ action: Action,
        asking step: Step?
    ) throws(RunError) -> Bool {
        switch action {
        case .set(let slot, let expression): try assign(slot, expression)
        case .act(let act):
            return perform(
                act,
                certainty: .noReply,
                origin: .controller,
                cause: .entry
            )
        case .exercise(let right): exercise(right)
        case .notice(let reference): try show(reference, asking: step)
        case .say(let say): try self.say(say, asking: step)
        }
        return true
    }

    mutating func assign(_ slot: SlotIndex, _ expression: Expression) throws(RunError) {
        guard let value = try evaluator.value(expression) else {
            session.frames[topIndex].slots[slot.value] = nil
            return
        }
        store(value, in: slot)
    }

    mutating func store(_ value: Value, in slot: SlotIndex) {
        let declared = flow[slot: slot]
        let expiry = declared.keep.map { context.now.adding($0) }
        session.frames[topIndex].slots[slot.value] = SlotValue(value: value, expiresAt: expiry)
        guard declared.isBirthDate, case .date(let birth) = value else { return }
        let years = Evaluator.years(from: birth, to: context.now.date)
        let source = ActSource(flow: top.flow, step: top.step, cause: .slot)
        effects += ledger.recordAge(years: years, program.laws, at: context.now)
            .map { .consentChanged($0, source) }
    }

    /// A right is the contact's to exercise: a deadline that leads here does nothing.
    private mutating func exercise(_ right: Right) {
        guard trigger == .contact else { return }
        effects.append(.exercised(right, top.flow, top.step))
        // Whoever has everything deleted is not asked anything any more.
        if right == .erasure { abandonCallers(because: .command("delete")) }
    }

    /// Performs a consent act; `false` when it was refused and the way is barred.
    mutating func perform(
        _ act: Act,
        certainty: ActCertainty,
        origin: RequestOrigin,
        cause: Cause
    ) -> Bool {
        let source = ActSource(flow: top.flow, step: top.step, cause: cause)
        let circumstances = ActContext(
            now: context.now,
            turn: context.turn,
            channel: context.channel,
            locale: program[context.locale].text,
            certainty: certainty,
            origin: origin
        )
        let reference: PurposeReference
        switch act.scope {
        case .all:
            effects += ledger.withdrawAll(program.laws, in: circumstances)
                .map { .consentChanged($0, source) }
            effects.append(.optedOut)
            abandonCallers(because: .command("stop"))
            return true
        case .purpose(let named): reference = named
        }
        let wasOptedOut = ledger.isOptedOut
        let law = program[evaluator.index(of: reference)].purpose
        switch ledger.perform(act.kind.consentAct, for: law, in: circumstances) {
        case .success(let changes):
            effects += changes.map { .consentChanged($0, source) }
            if wasOptedOut, !ledger.isOptedOut { effects.append(.optedIn) }
            return true
        case .failure(let refused):
            return bears(refused)
        }
    }

    /// Whether the flow may go on after a refused act: a repeated yes or no is harmless, a
    /// confirmation that does not count or a forbidden question is not.
    private mutating func bears(_ refused: RefusedAct) -> Bool {
        switch refused.reason {
        case .alreadyGiven, .nothingToDo: return true
        case .coolingDown, .notRequested, .windowClosed, .sameTurn, .notRequestedByContact,
            .noticeNotShown, .inexactReply, .ageNotShown, .tooYoung:
            effects.append(.consentRefused(refused))
            return false
        }
    }

    // MARK: Saying

    /// Says a message; one that asks carries the buttons of the step it asks for.
    mutating func say(
        _ say: Say,
        notice: NoticeIndex? = nil,
        asking step: Step?,
        isQuestion: Bool = true
    ) throws(RunError) {
        messageCount += 1
        guard messageCount <= Limits.messagesPerTurn else {
            throw .tooManyMessages(limit: Limits.messagesPerTurn)
        }
        let utterance = Utterance(
            message: say.message,
            values: values(of: say.message),
            buttons: step.map { buttons(of: $0) } ?? [],
            purpose: say.purpose.map { evaluator.index(of: $0) },
            notice: notice,
            command: runningCommand,
            isQuestion: isQuestion && step?.exit.waits == true,
            isAnswer: trigger == .contact,
            flow: top.flow,
            step: top.step
        )
        effects.append(.said(utterance))
    }

    /// Shows the current version of a notice.
    private mutating func show(
        _ reference: NoticeReference,
        asking step: Step?
    ) throws(RunError) {
        let index = evaluator.index(of: reference)
        let notice = program[index]
        try say(Say(message: notice.message, purpose: nil), notice: index, asking: step)
    }

    /// Says the pending question again, with its buttons; `withNotice` also a notice shown before
    /// it.
    mutating func repeatQuestion(withNotice: Bool = false) throws(RunError) {
        let step = flow[step: top.step]
        guard let place = step.question else { return }
        if withNotice {
            for case .notice(let reference) in step.entry[..<place] {
                try show(reference, asking: nil)
            }
        }
        _ = try perform(step.entry[place], asking: step)
    }

    /// The built-in command that the innermost command flow words, if one runs.
    private var runningCommand: String? {
        for frame in session.frames.reversed() {
            if let command = program[frame.flow].command { return command }
        }
        return nil
    }

    private func buttons(of step: Step) -> [Utterance.Button] {
        let choices: [Choice]
        switch step.exit {
        case .reply(let menu): choices = menu.choices
        case .ask(let slot, _):
            guard case .choice(let options) = flow[slot: slot].kind else { return [] }
            choices = options
        case .go, .end, .branch, .call, .random, .wait: return []
        }
        let wait = top.heldStep == top.step ? top.heldTurn : context.turn
        return choices.map { choice in
            Utterance.Button(
                choice: choice.name,
                wait: wait,
                label: choice.label,
                values: values(of: choice.label)
            )
        }
    }

    private func values(of message: MessageIndex) -> [ArgumentValue?] {
        program.catalog[message].arguments.map { argument in
            switch argument.source {
            case .slot(let slot): value(of: slot)
            case .controllerName: .text(program.controller.name)
            case .controllerAddress: .text(program.controller.address)
            case .controllerContact: .text(program.controller.contact)
            }
        }
    }

    private func value(of slot: SlotIndex) -> ArgumentValue? {
        switch top.slots[slot.value]?.value {
        case nil: nil
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .truth(let truth): .truth(truth)
        case .date(let date): .date(date)
        case .purpose(let purpose): .text(program[purpose].names[context.locale.value])
        case .notice(let notice): .text(program[notice].version.description)
        }
    }
}

extension Act.Kind {
    var consentAct: ConsentAct {
        switch self {
        case .request: .request
        case .confirm: .confirm
        case .decline: .decline
        case .withdraw: .withdraw
        case .lapse: .lapse
        }
    }
}
