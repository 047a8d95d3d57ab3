import Consent
import Conversations
import FlowProgram

/// V4: what was refused or withdrawn comes back only by a request and, later, a confirmation.
struct WithdrawalIsMonotone: Property {
    static let id = PropertyID.withdrawalIsMonotone

    init(_ program: Program, _ lens: Lens) {}

    func breaches(in turn: ExploredTurn) -> [Breach] {
        let before = turn.before.contact.ledger
        let after = turn.after.contact.ledger
        let lifted = after.keys.filter { key in
            let (old, new) = (before.state(of: key), after.state(of: key))
            return new.isValid && !old.isValid && old != .requested
        }
        if let key = lifted.first {
            return [breach("\(key.purpose) is agreed to again without a request", turn, key)]
        }
        let wasLifted = before.isOptedOut && !after.isOptedOut
        // It may have been withdrawn again in the same turn.
        let hasConfirmed = (turn.outcome?.notes ?? []).contains { note in
            if case .consent(let change) = note { change.act == .confirm } else { false }
        }
        return wasLifted && !hasConfirmed
            ? [breach("the opt-out is lifted without a confirmation", turn, nil)] : []
    }

    private func breach(_ sentence: String, _ turn: ExploredTurn, _ key: ConsentKey?) -> Breach {
        Breach(
            sentence,
            help: "this is a defect of the engine: report it with this conversation",
            at: turn.before.place,
            in: turn.number,
            by: [turn.move],
            seenBy: key.map { .moved(.confirm, $0.purpose) } ?? .notOptedOut
        )
    }
}
