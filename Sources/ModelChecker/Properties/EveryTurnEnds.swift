import Conversations
import FlowInterpreter
import FlowProgram

/// V6: no turn breaks a limit: steps, messages, calls.
struct EveryTurnEnds: Property {
    static let id = PropertyID.everyTurnEnds

    init(_ program: Program, _ lens: Lens) {}

    func breaches(in turn: ExploredTurn) -> [Breach] {
        guard let outcome = turn.outcome else { return [] }
        return outcome.notes.compactMap { note in
            guard case .refused(let refusal) = note else { return nil }
            return Breach(
                "the turn cannot be: \(refusal.sentence)",
                help: "let a step on the way wait for the contact",
                at: turn.before.place,
                in: turn.number,
                by: [turn.move],
                seenBy: .turnRefused
            )
        }
    }
}
