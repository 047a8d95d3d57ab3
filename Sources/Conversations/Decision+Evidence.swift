import Clocks
import Consent
import MessageCatalog
import FlowInterpreter
import FlowProgram

// The proof that a turn leaves of each consent change.
extension Decision {
    func proof(of change: ConsentChange, _ source: ActSource?) -> ConsentEvidence {
        var providerID: String?
        if case .message(let message) = input.turn { providerID = message.providerID }
        let flow = source.map { program[$0.flow] }
        let declared = program.purposes.first { $0.id == change.purpose }
        let form = change.act == .request && source == nil ? form : nil
        return ConsentEvidence(
            change: change,
            at: input.now,
            turn: state.turn,
            address: state.address,
            locale: program[locale].text,
            actor: actor(of: change),
            flow: flow?.reference ?? "",
            step: source.flatMap { flow?[step: $0.step].name } ?? "",
            cause: source?.cause.text ?? form?.cause ?? change.engineCause,
            controller: program.controller.name,
            purposeName: declared?.names[locale.value] ?? change.purpose.name,
            wordsShown: providerID == nil ? form?.wording : wordsAnswered,
            // The notice that was shown is the current one, or the confirmation would not count.
            noticeText: change.notice == nil
                ? nil : declared.flatMap { program.text(of: $0.notice, in: locale) },
            providerID: providerID,
            validUntil: change.to.isValid ? state.ledger.records[change.key]?.expiresAt : nil
        )
    }

    /// Time and age gates act by themselves, whoever set the turn off.
    private func actor(of change: ConsentChange) -> String {
        switch change.act {
        case .expire, .lapse: Actor.engine.rawValue
        case .invalidate: input.turn.isMessage ? Actor.engine.rawValue : input.turn.actor
        case .request, .confirm, .decline, .withdraw, .revoke, .merge: input.turn.actor
        }
    }
}

extension Turn {
    var isMessage: Bool {
        if case .message = self { true } else { false }
    }
}
