import Clocks
import Consent
import Conversations
import FlowInterpreter
import FlowProgram
import TextMatching

/// What may happen in a situation.
///
/// Every button, one text for each other way a question can be answered, something unreadable, the
/// commands, and the instants at which time changes something. Between two such instants one
/// moment is as good as another, so what is tried is the first and the last of them.
struct MoveSource {
    private let program: Program
    private let lens: Lens
    private let samples: SlotSamples
    private let commands: CommandTexts
    private let waitingTimes: WaitingTimes
    private let starts: [String]
    private let hasChannelFlow: Bool
    /// The flows that nothing in the workspace starts.
    private let unstarted: [String]

    init(
        _ program: Program,
        _ lens: Lens,
        _ concerns: FlowConcerns,
        _ samples: SlotSamples,
        _ commands: CommandTexts,
        _ waitingTimes: WaitingTimes
    ) {
        self.program = program
        self.lens = lens
        self.samples = samples
        self.commands = commands
        self.waitingTimes = waitingTimes
        starts = program.flows.indices.compactMap { place -> String? in
            let index = FlowIndex(place)
            guard concerns.isInView(index, through: lens) else { return nil }
            return program[index].startWords[LocaleIndex.source.value].min()
        }
        unstarted = program.unstarted.filter { concerns.isInView($0, through: lens) }
            .map { program[$0].name }
        let flow = program.channel(named: lens.channel)?.flow
        hasChannelFlow = flow.map { concerns.isInView($0, through: lens) } ?? false
    }

    func moves(from situation: Situation) -> [Move] {
        // What is due is done before anybody can say anything.
        if let due = situation.contact.nextDue(in: program), due <= situation.now {
            return [.wait(until: situation.now)]
        }
        guard let session = situation.contact.session else { return beginnings(situation) }
        // After an unclear answer everything else is as it was before: the next one is tried only.
        if session.top.unclearCount > 0 {
            return [.photo] + (waitingTimes.outlastSilence ? waits(situation) : [])
        }
        let answers = answers(to: session, situation)
        if isLastMoment(situation) {
            // Whoever writes now keeps the conversation from being given up.
            let isOutwaited = outwaits(session)
            return answers + (isOutwaited ? [.photo] : []) + waits(situation)
        }
        // Within a command, and after silence to one, another one does what it does without, but
        // for one that talks.
        let isCommand = isAnsweringCommand(session) || situation.isInterrupted
        let texts = isCommand ? [CommandTexts.stop] + commands.conversing : commands.all
        return answers + [.photo] + texts.map { .command($0) } + earlyEndings(situation)
            + waits(situation)
    }

    private func beginnings(_ situation: Situation) -> [Move] {
        var moves: [Move] = []
        if !situation.contact.ledger.isOptedOut {
            moves += starts.map { .say($0) }
            if hasChannelFlow { moves.append(.photo) }
            moves += unstarted.map { .open($0) }
        }
        return moves + commands.all.map { .command($0) } + waits(situation)
    }

    /// START is answered by a conversation like any other.
    private func isAnsweringCommand(_ session: Session) -> Bool {
        session.frames.contains { frame in
            frame.kind == .detour
                || program[frame.flow].command != nil && frame.flow != program.commands.start
        }
    }

    /// A moment before a deadline, which is tried for its replies only.
    private func isLastMoment(_ situation: Situation) -> Bool {
        guard let session = situation.contact.session else { return false }
        let due = session.nextDue(idle: program.sessionIdle)
        return due.milliseconds - situation.now.milliseconds == 1
    }

    private func answers(to session: Session, _ situation: Situation) -> [Move] {
        let frame = session.top
        let flow = program[frame.flow]
        switch flow[step: frame.step].exit {
        case .reply(let menu):
            let taps: [Move] = menu.choices.filter { !isElsewhere($0, flow) }.map { .tap($0.name) }
            return taps + menu.patterns.compactMap { $0.pattern.example() }.map { .say($0) }
        case .ask(let slot, _):
            if case .choice(let options) = flow[slot: slot].kind {
                return options.map { .tap($0.name) }
            }
            let today = situation.now.date
            return samples.answers(to: slot, of: flow, at: frame.flow, on: today).map { .say($0) }
        case .go, .end, .branch, .call, .random, .wait: return []
        }
    }

    /// A choice of a built-in flow that is about another purpose: its own lens looks at it.
    private func isElsewhere(_ choice: Choice, _ flow: Flow) -> Bool {
        guard flow.command != nil, case .fixed(let purpose)? = choice.edge?.act?.purpose else {
            return false
        }
        return !lens.purposes.contains(program[purpose].id)
    }

    // MARK: Time

    private func waits(_ situation: Situation) -> [Move] {
        let contact = situation.contact
        let now = situation.now
        let instants = endings(of: contact).filter { $0 > now }
        guard let session = contact.session else {
            // What is due comes first: there may be nobody left to rest until the others.
            let due = contact.nextDue(in: program)
            let all = instants + forgettings(by: contact, after: now)
            return Set(
                all.filter { $0 < due ?? $0.adding(milliseconds: 1) } + [due].compactMap(\.self)
            )
            .sorted().map { .wait(until: $0) }
        }
        let due = session.nextDue(idle: program.sessionIdle)
        guard let next = (instants + [due]).filter({ $0 > now }).min() else { return [] }
        // The last moment to answer is worth a try where something else runs out meanwhile.
        let last = next.adding(milliseconds: -1)
        let isDeadline = next == due && next < session.lastTurnAt.adding(program.sessionIdle)
        let isOpen =
            hasOpenRequest(contact) && !isAnsweringCommand(session) && !situation.isInterrupted
        return (isDeadline && isOpen || next == due && outwaits(session)) && last > now
            ? [.wait(until: next), .wait(until: last)] : [.wait(until: next)]
    }

    /// Whether something is waited for that comes after the conversation is given up, unless the
    /// contact writes meanwhile.
    private func outwaits(_ session: Session) -> Bool {
        let end = session.lastTurnAt.adding(program.sessionIdle)
        let deadlines = session.frames.flatMap(\.deadlines).map(\.due)
        return session.nextDue(idle: program.sessionIdle) == end && deadlines.contains { $0 > end }
    }

    private func hasOpenRequest(_ contact: ContactState) -> Bool {
        lens.keys.contains { contact.ledger.state(of: $0) == .requested }
    }

    /// What may end here that would go on for long, had the contact not rested before.
    private func earlyEndings(_ situation: Situation) -> [Move] {
        lens.keys.flatMap { key -> [Move] in
            (situation.mayLapse(key) ? [.lapse(key.purpose)] : [])
                + (situation.mayCoolOff(key) ? [.coolOff(key.purpose)] : [])
        }
    }

    /// When consent that is looked at ends by itself, a refusal no longer rests, and a request is
    /// too old to be confirmed.
    private func endings(of contact: ContactState) -> [Timestamp] {
        var instants: [Timestamp] = []
        for law in program.laws {
            guard lens.purposes.contains(law.id),
                let record = contact.ledger.records[ConsentKey(law.id, on: lens.channel)]
            else { continue }
            if record.state.isValid, let end = record.expiresAt { instants.append(end) }
            if let end = record.coolsUntil { instants.append(end) }
            if record.state == .requested, let first = record.firstRequestedAt {
                instants.append(first.adding(law.confirmWithin).adding(milliseconds: 1))
            }
        }
        return instants
    }

    /// When something that was kept is forgotten.
    private func forgettings(by contact: ContactState, after now: Timestamp) -> [Timestamp] {
        contact.kept.compactMap(\.value.expiresAt).filter { $0 > now }
    }
}

extension Program {
    /// Flows that no word, channel, command or other flow starts: only a program may.
    fileprivate var unstarted: [FlowIndex] {
        var started = Set(channels.compactMap(\.flow))
        for case .call(let call) in flows.flatMap(\.steps).map(\.exit) { started.insert(call.flow) }
        return flows.indices.map { FlowIndex($0) }.filter { index in
            let flow = self[index]
            return flow.command == nil && !started.contains(index)
                && flow.startWords.allSatisfy(\.isEmpty)
                && !flow.slots.contains(where: \.isParameter)
        }
    }
}

extension Timestamp {
    func adding(milliseconds: Int64) -> Timestamp {
        Timestamp(milliseconds: self.milliseconds + milliseconds)
    }
}
