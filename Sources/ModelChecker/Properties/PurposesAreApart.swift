import Consent
import Conversations
import FlowProgram

// LAW: Recital 43 GDPR: consent is not free if purposes cannot be agreed to apart.
/// C2: one act of a contact asks for, or agrees to, one purpose.
struct PurposesAreApart: Property {
    static let id = PropertyID.purposesAreApart

    init(_ program: Program, _ lens: Lens) {}

    func breaches(in turn: ExploredTurn) -> [Breach] {
        guard turn.move.isContact, let outcome = turn.outcome else { return [] }
        for act in [ConsentAct.request, .confirm] {
            let purposes = outcome.notes.compactMap { note -> PurposeID? in
                guard case .consent(let change) = note, change.act == act else { return nil }
                return change.purpose
            }
            guard Set(purposes).count > 1 else { continue }
            let names = Set(purposes).sorted().map(\.name).joined(separator: " and ")
            return [
                Breach(
                    "one reply has \(names) \(act == .request ? "requested" : "confirmed") at once",
                    help: "ask for each in a step of its own",
                    at: turn.before.place,
                    in: turn.number,
                    by: [turn.move],
                    seenBy: .moved(act, Set(purposes).sorted()[1])
                )
            ]
        }
        return []
    }
}
