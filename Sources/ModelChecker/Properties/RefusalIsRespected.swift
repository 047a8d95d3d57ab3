import Consent
import Conversations
import FlowInterpreter
import FlowProgram

/// C4: nobody is asked again for what they refused while the refusal rests, unless they come to
/// ask by themselves with START.
struct RefusalIsRespected: Property {
    static let id = PropertyID.refusalIsRespected
    private let program: Program

    init(_ program: Program, _ lens: Lens) { self.program = program }

    func breaches(in turn: ExploredTurn) -> [Breach] {
        refused(turn) + asked(turn)
    }

    /// A step that requests by itself is refused by the ledger, and the flow ends.
    private func refused(_ turn: ExploredTurn) -> [Breach] {
        let notes = turn.outcome?.notes ?? []
        return notes.compactMap { note in
            guard case .consentRefused(let refused) = note, refused.reason == .coolingDown else {
                return nil
            }
            return breach(
                refused.purpose,
                turn.before.place ?? turn.steps(program).last,
                turn,
                .refused(refused.act, refused.purpose)
            )
        }
    }

    private func asked(_ turn: ExploredTurn) -> [Breach] {
        guard let session = turn.after.contact.session, turn.outcome?.speaks == true,
            let place = turn.after.place,
            case .reply(let menu) = program[place.flow][step: place.step].exit,
            !session.frames.contains(where: { program[$0.flow].command == "start" })
        else { return [] }
        let ledger = turn.after.contact.ledger
        return menu.edges.compactMap { edge in
            guard edge.act?.kind == .request, let reference = edge.act?.purpose,
                let index = session.top.purpose(reference)
            else { return nil }
            let purpose = program[index].id
            return ledger.isCooling(purpose, at: turn.after.now)
                ? breach(purpose, place, turn, .said) : nil
        }
    }

    private func breach(
        _ purpose: PurposeID,
        _ place: Place?,
        _ turn: ExploredTurn,
        _ evidence: Evidence
    ) -> Breach {
        Breach(
            "\(purpose) is asked for although it was refused a short while ago",
            help: "lead past the question where `cooling(\(purpose))`",
            at: place,
            in: turn.number,
            by: [turn.move],
            seenBy: evidence
        )
    }
}

extension Frame {
    /// The purpose a reference means while this flow runs.
    func purpose(_ reference: PurposeReference) -> PurposeIndex? {
        switch reference {
        case .fixed(let index): return index
        case .parameter(let slot):
            guard case .purpose(let index)? = slots[slot.value]?.value else { return nil }
            return index
        }
    }
}
