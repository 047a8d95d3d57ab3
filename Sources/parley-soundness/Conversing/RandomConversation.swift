import Clocks
import ConversationRuntime
import Conversations
import FlowCompiler
import FlowInterpreter
import FlowProgram
import MessageCatalog
import Simulator

/// Draws what a contact does: mostly what the question of the moment offers, at any time.
struct RandomConversation {
    private let program: Program
    private var chance: Chance
    private(set) var held: Conversation
    let header: Transcript.Header
    private let patience: PhotoSeries

    private static let fewest = 5
    private static let most = 60
    /// Deadlines that may pass in one wait; some flows remind without end.
    private static let hops = 40
    private static let daysOfAYear = 365

    /// - Throws: `EngineError` when the engine does not start.
    init(
        _ program: Program,
        _ sources: WorkspaceSources,
        seed: UInt64,
        number: Int
    ) throws(EngineError) {
        self.program = program
        chance = Chance(seed: seed, number: number)
        let day = Period.days(Int64(chance.below(Self.daysOfAYear)))
        header = Transcript.Header(
            flow: nil,
            locale: program[.source],
            start: Transcript.Header.defaultStart.adding(day)
                .adding(.minutes(Int64(chance.below(1440)))),
            seed: UInt64(1 + chance.below(1_000_000))
        )
        held = try Conversation(program, sources, header)
        patience = PhotoSeries(program)
    }

    /// Talks until enough was said.
    mutating func talk() async throws(EngineError) {
        let count = Self.fewest + chance.below(Self.most - Self.fewest)
        while held.actions.count < count {
            let state = try held.state()
            if chance.happens(state?.session == nil ? 30 : 22) {
                try await wait(for: state)
            } else if chance.happens(2) {
                try await sendPhotos()
            } else {
                try await held.perform(draw(state))
            }
        }
    }

    /// Photos for as long as each is answered, and so many that a question which ends would have.
    private mutating func sendPhotos() async throws(EngineError) {
        for _ in 0..<patience.length {
            try await held.perform(.photo)
            guard held.wasAnswered else { return }
        }
    }

    // MARK: Words

    private mutating func draw(_ state: ContactState?) -> ChatAction {
        guard let session = state?.session else {
            return .say(chance.pick(["hi", "hi", "hello", "other", command()]))
        }
        switch chance.below(100) {
        case 0..<74: return answer(session) ?? .photo
        case 74..<88: return .say(command())
        case 88..<92: return .photo
        case 92: return .resend
        case 93: return .react("👍")
        case 94: return .caption("look at this")
        case 95: return .location
        default: return .say(chance.pick(["what?", "hello", "7", "agre", "more?", "", "no"]))
        }
    }

    private mutating func command() -> String {
        switch chance.below(100) {
        case 0..<30: chance.pick(KnownStops.definite)
        case 30..<40: chance.pick(["go away", "leave me alone", "🛑"])
        case 40..<66: chance.pick(["START", "unstop"])
        case 66..<88: "HELP"
        case 88..<94: "delete my data"
        default: "my consents"
        }
    }

    private mutating func answer(_ session: Session) -> ChatAction? {
        let flow = program[session.top.flow]
        switch flow[step: session.top.step].exit {
        case .reply(let menu): return choose(menu.choices)
        case .ask(let slot, _): return value(of: flow[slot: slot].kind)
        case .wait, .go, .end, .branch, .call, .random: return nil
        }
    }

    private mutating func choose(_ choices: [Choice]) -> ChatAction? {
        guard !choices.isEmpty else { return nil }
        let name = chance.pick(choices).name
        return chance.happens(85) ? .tap(name) : .say(name)
    }

    private mutating func value(of kind: SlotKind) -> ChatAction? {
        switch kind {
        case .choice(let options): choose(options)
        case .number: .say(chance.pick(["0", "4", "5", "6", "20", "many"]))
        case .yesNo: .say(chance.pick(["yes", "no"]))
        case .date: .say(birthDate())
        case .text, .email, .phone: .say(chance.pick(["sample", "x", "somebody@example.com"]))
        case .purpose, .notice: nil
        }
    }

    private mutating func birthDate() -> String {
        let years = chance.pick([1, 15, 16, 17, 18, 40])
        let shift = Int64(chance.below(3)) - 1
        let date = held.now.date.adding(months: -12 * years)
        return CalendarDate(daysSinceEpoch: date.daysSinceEpoch + shift).text
    }

    // MARK: Time

    /// Waits for a while; stops at each deadline on the way, so that each turn is seen by itself.
    private mutating func wait(for state: ContactState?) async throws(EngineError) {
        var times = InterestingTimes(program, state, held.now)
        let target = times.draw(&chance)
        for _ in 0..<Self.hops where held.now < target {
            let due = try held.state()?.nextDue(in: program) ?? target
            let next = due > held.now ? min(due, target) : target
            let length = next.milliseconds - held.now.milliseconds
            try await held.perform(.wait(Period(months: 0, milliseconds: length)))
        }
    }
}
