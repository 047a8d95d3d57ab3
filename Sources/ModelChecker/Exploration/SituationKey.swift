import Clocks
import Consent
import Conversations
import FlowInterpreter
import FlowProgram

/// What two situations must have in common for the same things to be possible in both.
///
/// Instants are kept as distances from now, in minutes, with the order in which they come. An
/// instant further away than anything a conversation waits for counts as far; a contact who was
/// silent for longer than that is followed exactly, so that consent also ends in the middle of a
/// flow that only waits.
struct SituationKey: Hashable {
    fileprivate(set) var words: [Int] = []
}

/// Makes the keys of one exploration.
struct SituationKeys {
    private let program: Program
    private let lens: Lens
    private let concerns: FlowConcerns
    private let guards: SlotGuards
    private let waits: WaitingTimes
    private let laws: [PurposeID: Purpose]
    private let dependsOnAnswered: Bool
    /// For each flow, whether it asks how sure a command was.
    private let readsCertainty: [Bool]

    init(
        _ program: Program,
        _ lens: Lens,
        _ concerns: FlowConcerns,
        _ guards: SlotGuards,
        _ waits: WaitingTimes
    ) {
        self.program = program
        self.lens = lens
        self.concerns = concerns
        self.guards = guards
        self.waits = waits
        laws = Dictionary(uniqueKeysWithValues: program.laws.map { ($0.id, $0) })
        dependsOnAnswered = !program.optOut.rules.isEmpty
        readsCertainty = program.flows.map { flow in
            flow.steps.flatMap(\.expressions).contains(where: \.readsCertainty)
        }
    }

    func key(of situation: Situation) -> SituationKey {
        var writer = KeyWriter(now: situation.now, waits: waits)
        let contact = situation.contact
        writer.isExact = contact.isLongSilent(at: situation.now, waits.horizon)
        writer.flag(contact.isRestricted)
        writer.flag(situation.isInterrupted)
        for key in lens.keys {
            writer.flag(situation.mayLapse(key))
            writer.flag(situation.mayCoolOff(key))
        }
        write(contact.ledger, &writer, for: inView(contact))
        if dependsOnAnswered {
            for purpose in contact.writtenAbout.sorted() { writer.add(number(of: purpose)) }
        }
        let today = situation.now.date
        if let session = contact.session {
            writeSent(contact, session, &writer)
            write(session, today, &writer)
        } else {
            // Whatever comes next begins with a message, which opens the window anew. Who is not
            // stored any more is not forgotten either.
            writer.add(contact.createdAt == nil ? -2 : -1)
        }
        write(contact.kept, today, &writer)
        return writer.key
    }

    /// What was agreed to and what is kept, whatever goes on, if anything does.
    ///
    /// With `atQuestion` also where the conversation waits, but not since when.
    func standing(of situation: Situation, atQuestion: Bool = false) -> SituationKey {
        var writer = KeyWriter(now: situation.now, waits: waits)
        writer.isTimeless = true
        let contact = situation.contact
        writer.flag(contact.session != nil)
        writer.flag(contact.isRestricted)
        for key in lens.keys {
            writer.flag(situation.mayLapse(key))
            writer.flag(situation.mayCoolOff(key))
        }
        write(contact.ledger, &writer, for: lens.purposes)
        write(contact.kept, situation.now.date, &writer)
        for frame in contact.session?.frames ?? [] where atQuestion {
            writer.add(frame.flow.value)
            writer.add(frame.step.value)
        }
        return writer.key
    }

    private func number(of purpose: PurposeID) -> Int {
        program.laws.firstIndex { $0.id == purpose } ?? -1
    }

    /// The purposes whose consent matters here: the lens's, and those of the running flows.
    private func inView(_ contact: ContactState) -> [PurposeID] {
        var purposes: Set<PurposeID> = []
        purposes.formUnion(lens.purposes)
        for frame in contact.session?.frames ?? [] {
            purposes.formUnion(concerns.purposes(of: frame.flow))
            for case .purpose(let index)? in frame.slots.map({ $0?.value }) {
                purposes.insert(program[index].id)
            }
        }
        return purposes.sorted()
    }

    private func write(
        _ ledger: ConsentLedger,
        _ writer: inout KeyWriter,
        for purposes: [PurposeID]
    ) {
        writer.flag(ledger.isOptedOut)
        writer.flag(ledger.isOptOutPending)
        writer.flag(ledger.hasOpenRequest)
        writer.add(ledger.age?.atLeast ?? -1)
        for purpose in purposes {
            writer.add(number(of: purpose))
            guard let law = laws[purpose] else { continue }
            for channel in [lens.channel] {
                let record = ledger.records[ConsentKey(purpose, on: channel)]
                writer.add(Int((record?.state ?? .unknown).code))
                writer.flag(record?.requestedBy == .contact)
                writer.flag(law.optIn != .double && record?.wasWithdrawn ?? false)
                let open = record?.state == .requested ? record?.firstRequestedAt : nil
                writer.near(open?.adding(law.confirmWithin))
                writer.distant(record?.coolsUntil)
                writer.distant(record?.state.isValid == true ? record?.expiresAt : nil)
            }
            writer.flag(
                ledger.shownNotices.contains {
                    $0.notice == law.notice && $0.channel == lens.channel
                }
            )
        }
    }

    /// What the gate counts, as far as anything that is said from here depends on it.
    private func writeSent(
        _ contact: ContactState,
        _ session: Session,
        _ writer: inout KeyWriter
    ) {
        writer.add(contact.followUpsSent)
        let isStopping = session.frames.contains { $0.flow == program.commands.stop }
        writer.flag(isStopping && contact.confirmationsSent > 0)
        // Given up before what is waited for: then it matters when.
        let end = session.lastTurnAt.adding(program.sessionIdle)
        let isOutwaited = session.frames.flatMap(\.deadlines).contains { $0.due > end }
        writer.near(isOutwaited ? end : nil)
        guard let window = program.channel(named: lens.channel)?.window else { return }
        writer.near(contact.lastHeardAt?.adding(window))
    }

    private func write(_ session: Session, _ today: CalendarDate, _ writer: inout KeyWriter) {
        for frame in session.frames {
            writer.add(frame.kind.code)
            writer.add(frame.flow.value)
            writer.add(frame.step.value)
            writer.add(frame.heldStep?.value ?? -1)
            writer.add(frame.unclearCount)
            let isRead = readsCertainty[frame.flow.value]
            writer.flag(isRead && frame.certainty == "probable")
            writer.add(frame.deadlines.count)
            for deadline in frame.deadlines {
                writer.add(deadline.edge.code)
                writer.near(deadline.due)
            }
            for (place, slot) in frame.slots.enumerated() {
                writer.add(
                    guards.shape(
                        of: slot?.value,
                        in: SlotIndex(place),
                        of: frame.flow,
                        at: [frame.step, frame.heldStep ?? frame.step],
                        on: today
                    )
                )
            }
        }
    }

    /// Of what outlived its flow, whether it is there: a flow may ask.
    private func write(_ kept: [KeptValue], _ today: CalendarDate, _ writer: inout KeyWriter) {
        writer.add(-2)
        for value in kept {
            guard let flow = program.flow(named: value.flow),
                let slot = program[flow].slot(named: value.slot)
            else { continue }
            let shape = guards.shape(of: value.value.value, in: slot, of: flow, on: today)
            guard shape != 0 else { continue }
            writer.add(flow.value)
            writer.add(slot.value)
            writer.add(shape)
        }
    }
}

/// Collects the words of a key.
private struct KeyWriter {
    let now: Timestamp
    let waits: WaitingTimes
    var isExact = false
    /// Of an instant only whether it is still to come.
    var isTimeless = false
    private var near: [(due: Int64, number: Int)] = []
    private(set) var words: [Int] = []

    init(now: Timestamp, waits: WaitingTimes) {
        self.now = now
        self.waits = waits
        words.reserveCapacity(48)
    }

    mutating func add(_ word: Int) { words.append(word) }
    mutating func flag(_ value: Bool) { words.append(value ? 1 : 0) }

    /// An instant that a conversation lives to see.
    mutating func near(_ instant: Timestamp?) {
        guard let instant, instant >= now else { return words.append(-1) }
        guard !isTimeless else { return words.append(-4) }
        let distance = instant.milliseconds - now.milliseconds
        words.append(Int((distance + 30_000) / 60_000))
        near.append((instant.milliseconds, words.count))
    }

    /// An instant that may be months away.
    mutating func distant(_ instant: Timestamp?) {
        guard let instant, instant >= now else { return words.append(-1) }
        guard isExact || instant.milliseconds - now.milliseconds <= waits.horizon else {
            return words.append(-3)
        }
        near(instant)
    }

    /// With the order in which the instants come, and which of them are one.
    var key: SituationKey {
        var words = words
        let order = near.sorted { ($0.due, $0.number) < ($1.due, $1.number) }
        var last: Int64?
        for instant in order {
            words.append(instant.due == last ? -instant.number : instant.number)
            last = instant.due
        }
        return SituationKey(words: words)
    }
}

extension ContactState {
    fileprivate func isLongSilent(at now: Timestamp, _ horizon: Int64) -> Bool {
        guard session != nil, let lastHeardAt else { return false }
        return now.milliseconds - lastHeardAt.milliseconds > horizon
    }
}

extension Expression {
    fileprivate var readsCertainty: Bool {
        var found = false
        walk { if case .certainty = $0 { found = true } }
        return found
    }
}

extension Frame.Kind {
    fileprivate var code: Int {
        switch self {
        case .root: 0
        case .called: 1
        case .detour: 2
        }
    }
}

extension PendingDeadline.Edge {
    fileprivate var code: Int {
        switch self {
        case .after(let index): index
        case .waitOver: -1
        }
    }
}
