import Clocks
import Conversations
import Consent
import FlowInterpreter
import FlowProgram
import MessageCatalog

/// The turns of one visit, decided once, with what each was decided on: to decide them again.
struct VisitTurns {
    struct Turn {
        let input: TurnInput
        let state: ContactState
        let outcome: TurnOutcome
    }

    let decider: TurnDecider
    let turns: [Turn]

    init(_ program: Program) throws {
        decider = TurnDecider(program: program)
        var now = Self.start
        let first = try Talk.message(0, of: 0, at: now)
        var state = ContactState(address: first.address, locale: "en")
        var turns: [Turn] = []
        for number in 0..<Talk.agreement.count + Talk.visit.count {
            now = Timestamp(milliseconds: now.milliseconds + 1000)
            let input = TurnInput(
                turn: .message(try Talk.message(number, of: 0, at: now)),
                now: now,
                sessionID: Self.subject,
                seed: UInt64(number),
                preferredFlow: nil
            )
            let outcome = decider.decide(
                input,
                for: state,
                subject: Self.subject,
                isNew: number == 0
            )
            turns.append(Turn(input: input, state: state, outcome: outcome))
            state = outcome.state
        }
        self.turns = Array(turns.dropFirst(Talk.agreement.count))
        try check(endingIn: state)
    }

    private static let subject = [UInt8](repeating: 7, count: 16)

    /// Any time does, as long as it is the same in every run.
    private static let start = Timestamp(milliseconds: 1_772_355_600_000)

    /// Whether the flow still says what the talk was written for.
    private func check(endingIn end: ContactState) throws(BenchError) {
        guard let first = turns.first?.state.session?.top, let last = end.session?.top,
            first.flow == last.flow, first.step == last.step
        else { throw BenchError("the visit does not end where it began: has the flow changed?") }
        for turn in turns {
            let isPlain =
                turn.outcome.evidence.isEmpty && turn.outcome.cancellation == .none
                && turn.outcome.nextDue != nil && !turn.outcome.outbound.isEmpty
                && turn.outcome.outbound.allSatisfy { $0.messageClass == .reply }
            guard isPlain else {
                throw BenchError("a turn of the visit does more than the raw bound replays")
            }
        }
    }

    /// Decides every turn again, and says how many effects that had, so that none is left out.
    func decide() -> Int {
        var effects = 0
        for turn in turns {
            let outcome = decider.decide(
                turn.input,
                for: turn.state,
                subject: Self.subject,
                isNew: false
            )
            effects += outcome.drafts.count
        }
        return effects
    }

    /// Interprets every reply again: only the flow, without commands, gate, rendering or audit.
    func interpret() throws -> Int {
        let program = decider.program
        let interpreter = Interpreter(program: program)
        guard let flow = program.flow(named: "order-updates") else {
            throw BenchError("there is no flow order-updates")
        }
        var effects = 0
        for (turn, text) in zip(turns, Talk.visit) {
            let context = TurnContext(
                now: turn.input.now,
                turn: turn.state.turn + 1,
                locale: .source,
                channel: turn.state.address.channel,
                kept: turn.state.kept
            )
            let result =
                if let session = turn.state.session {
                    try interpreter.resume(
                        session,
                        with: .text(text),
                        ledger: turn.state.ledger,
                        in: context
                    )
                } else {
                    try interpreter.start(
                        flow,
                        id: turn.input.sessionID,
                        seed: turn.input.seed,
                        ledger: turn.state.ledger,
                        in: context
                    )
                }
            effects += result.effects.count
        }
        return effects
    }
}
