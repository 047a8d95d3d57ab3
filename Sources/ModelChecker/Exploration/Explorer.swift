import Clocks
import Consent
import Conversations
import FlowInterpreter
import FlowProgram
import MessageCatalog

/// Explores every conversation of a program through one lens, nearest first.
///
/// Each move is made by `TurnDecider`, so that what is found is what production does. Situations
/// with the same `SituationKey` are explored once.
struct Explorer {
    private let program: Program
    private let decider: TurnDecider
    private let keys: SituationKeys
    private let source: MoveSource
    private let lens: Lens
    private let limit: Int
    /// Seeds that a turn is tried with where a step draws lots.
    private let seeds: [UInt64]

    private let texts: CommandTexts
    /// The commands that were tried, by the standings they were tried in.
    private var tried: Set<[String: SituationKey]> = []
    private var numbers: [SituationKey: Int] = [:]
    private(set) var exploration: Exploration

    /// 9 o'clock on the first day of a February: no month is shorter.
    static let start = Timestamp(milliseconds: 1_769_936_400_000)
    private static let subject = [UInt8](repeating: 0x11, count: 16)
    private static let session = [UInt8](repeating: 0x22, count: 16)
    private static let address = "+491700000001"

    init(_ program: Program, _ lens: Lens, _ matcher: CommandMatcher, limit: Int) {
        self.program = program
        self.lens = lens
        self.limit = limit
        decider = TurnDecider(program: program, commands: matcher)
        let concerns = FlowConcerns(program)
        let guards = SlotGuards(program)
        let waits = WaitingTimes(program)
        keys = SituationKeys(program, lens, concerns, guards, waits)
        texts = CommandTexts(program, matcher)
        source = MoveSource(
            program,
            lens,
            concerns,
            SlotSamples(program, guards),
            texts,
            waits
        )
        seeds = DrawSeeds.covering(program)
        exploration = Exploration(lens: lens)
    }

    mutating func explore(_ visit: (ExploredTurn) -> Void) {
        guard let address = ContactAddress(channel: lens.channel, text: Self.address) else {
            preconditionFailure("a declared channel and a telephone number are an address")
        }
        let contact = ContactState(address: address, locale: program[.source].text)
        _ = add(Situation(contact: contact, now: Self.start), from: nil)
        var next = 0
        while next < exploration.situations.count {
            let situation = exploration.situations[next]
            for move in source.moves(from: situation) where isNew(move, in: situation) {
                for seed in seeds { take(move, from: next, situation, seed: seed, visit) }
            }
            next += 1
            if exploration.situations.count >= limit {
                exploration.isCutOff = next < exploration.situations.count
                return
            }
        }
    }

    /// Whether a command has not been tried yet where it does the same: START wherever the same was
    /// agreed to; STOP, and what only informs, at the same question as well.
    private mutating func isNew(_ move: Move, in situation: Situation) -> Bool {
        guard case .command(let text) = move else { return true }
        if text == texts.start {
            return tried.insert([text: keys.standing(of: situation)]).inserted
        }
        guard text == CommandTexts.stop || texts.informing.contains(text) else { return true }
        return tried.insert([text: keys.standing(of: situation, atQuestion: true)]).inserted
    }

    private mutating func take(
        _ move: Move,
        from number: Int,
        _ situation: Situation,
        seed: UInt64,
        _ visit: (ExploredTurn) -> Void
    ) {
        let (outcome, reached) = perform(move, situation, seed: seed)
        let after = reached.following(situation, number: number, by: move, program)
        let turn = ExploredTurn(
            number: number,
            before: situation,
            move: move,
            outcome: outcome,
            after: after
        )
        exploration.turns += 1
        let target = add(after, from: (number, move))
        exploration.add(from: number, to: target, move, said: outcome?.said ?? [])
        visit(turn)
    }

    /// The situation a move leads to, as production would have it.
    private func perform(
        _ move: Move,
        _ situation: Situation,
        seed: UInt64
    ) -> (TurnOutcome?, Situation) {
        var contact = situation.contact
        var now = situation.now
        let turn: Turn
        var preferred: FlowIndex?
        switch move {
        case .say(let text), .command(let text): turn = .message(message(.text(text), contact, now))
        case .open(let name):
            preferred = program.flow(named: name)
            turn = .message(message(.unreadable(kind: "image"), contact, now))
        case .photo: turn = .message(message(.unreadable(kind: "image"), contact, now))
        case .tap(let choice):
            let wait = contact.session?.top.heldTurn ?? 0
            let id = OutboundMessage.Button.id(of: choice, wait: wait)
            let content = InboundMessage.Content.button(id: id, title: choice)
            turn = .message(message(content, contact, now))
        case .wait(let until):
            now = until
            if let deletion = contact.plannedDeletion(program.retention), deletion.dueAt <= until {
                return (nil, Self.forgotten(contact, now))
            }
            guard let due = contact.nextChange(in: program), due <= until else {
                return (nil, Situation(contact: contact, now: now))
            }
            turn = .time
        case .lapse(let purpose):
            contact.ledger.endConsent(ConsentKey(purpose, on: lens.channel), at: now)
            turn = .time
        case .coolOff(let purpose):
            contact.ledger.endRest(ConsentKey(purpose, on: lens.channel), at: now)
            return (nil, Situation(contact: contact, now: now))
        }
        if seeds.count > 1 { contact.session?.randomState = seed }
        let input = TurnInput(
            turn: turn,
            now: now,
            sessionID: Self.session,
            seed: seed,
            preferredFlow: preferred
        )
        let outcome = decider.decide(
            input,
            for: contact,
            subject: Self.subject,
            isNew: contact.turn == 0
        )
        return (outcome, Self.settled(outcome, now))
    }

    private func message(
        _ content: InboundMessage.Content,
        _ contact: ContactState,
        _ now: Timestamp
    ) -> InboundMessage {
        InboundMessage(
            address: contact.address,
            providerID: "",
            content: content,
            receivedAt: now,
            localeHint: nil
        )
    }

    /// What the engine does after a turn without being asked: documents are sent, data erased.
    private static func settled(_ outcome: TurnOutcome, _ now: Timestamp) -> Situation {
        var contact = outcome.state
        if outcome.erasure != nil || contact.automaticRequest?.right == .erasure {
            return forgotten(contact, now)
        }
        contact.requests = []
        contact.heldUntil = nil
        contact.lastWordsShown = nil
        return Situation(contact: contact, now: now)
    }

    /// Whoever comes back after an erasure is a stranger, but for the no that was said.
    private static func forgotten(_ contact: ContactState, _ now: Timestamp) -> Situation {
        let stranger = ContactState(
            address: contact.address,
            locale: contact.locale,
            ledger: contact.ledger.inheritance
        )
        return Situation(contact: stranger, now: now)
    }

    /// The keys of the situations, in the order in which these were found.
    var keysInOrder: [SituationKey] {
        numbers.sorted { $0.value < $1.value }.map(\.key)
    }

    private mutating func add(_ situation: Situation, from origin: (Int, Move)?) -> Int {
        let key = keys.key(of: situation)
        if let known = numbers[key] { return known }
        let number = exploration.situations.count
        numbers[key] = number
        exploration.situations.append(situation)
        exploration.origins.append(origin.map { Exploration.Origin(number: $0.0, move: $0.1) })
        return number
    }
}

extension Situation {
    /// With what was before the conversation that goes on here, and before the last silence.
    fileprivate func following(
        _ before: Situation,
        number: Int,
        by move: Move,
        _ program: Program
    ) -> Situation {
        guard let session = contact.session else { return self }
        let rest =
            before.contact.session == nil
            ? Rest(
                number: number,
                ledger: before.contact.ledger,
                deletion: before.contact.plannedDeletion(program.retention)?.dueAt
            ) : before.rest
        let wasAsked = before.contact.session?.isInterrupted ?? false
        let isSilent = !move.isContact && (before.isInterrupted || wasAsked)
        return Situation(
            contact: contact,
            now: now,
            rest: rest,
            isInterrupted: isSilent && !session.isInterrupted
        )
    }
}

extension Session {
    /// Whether a command is being answered in the middle of another conversation.
    fileprivate var isInterrupted: Bool { frames.contains { $0.kind == .detour } }
}

extension TurnOutcome {
    /// Whether the contact hears anything.
    var speaks: Bool { !said.isEmpty }

    /// The keys of the texts that leave.
    var said: [String] {
        notes.compactMap { if case .said(let message) = $0 { message.key } else { nil } }
    }
}
