import Audit
import Consent
import Conversations
import FlowInterpreter
import FlowProgram

extension TurnOutcome {
    fileprivate var withholds: Bool {
        notes.contains { if case .withheld = $0 { true } else { false } }
    }
}

extension ExploredTurn {
    /// The texts that were withheld, each with its step as the log names it.
    func withheld(_ program: Program) -> [Withheld] {
        guard outcome?.withholds ?? false else { return [] }
        let places = (outcome?.drafts ?? []).filter { $0.event.kind == .messageWithheld }
            .map { draft -> Place? in
                guard let flow = draft.event.flow, let step = draft.event.from,
                    let index = program.flows.firstIndex(where: { $0.reference == flow }),
                    let place = program.flows[index].step(named: step)
                else { return nil }
                return Place(flow: FlowIndex(index), step: place)
            }
        let notes = (outcome?.notes ?? []).compactMap { note -> Withheld? in
            guard case .withheld(let messageClass, let reason, let key) = note else { return nil }
            return Withheld(messageClass: messageClass, reason: reason, key: key, place: nil)
        }
        // The log has one entry for each, in their order.
        return notes.enumerated().map { number, note in
            var note = note
            note.place = (number < places.count ? places[number] : nil) ?? before.place
            return note
        }
    }

    /// A text that the gate did not let pass.
    struct Withheld {
        let messageClass: MessageClass
        let reason: SendGate.Reason
        let key: String
        var place: Place?
    }

    /// The steps entered in the turn, as the log names them.
    func steps(_ program: Program) -> [Place] {
        (outcome?.drafts ?? []).compactMap { draft -> Place? in
            guard let reference = draft.event.flow,
                let flow = program.flows.firstIndex(where: { $0.reference == reference })
            else { return nil }
            switch draft.event.kind {
            case .flowStarted: return Place(flow: FlowIndex(flow), step: Flow.entry)
            case .flowMoved:
                return draft.event.to.flatMap { program.flows[flow].step(named: $0) }
                    .map { Place(flow: FlowIndex(flow), step: $0) }
            default: return nil
            }
        }
    }
}
