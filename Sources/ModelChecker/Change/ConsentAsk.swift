import Consent
import FlowProgram

/// A reply by which a contact asks for a purpose, or agrees to it.
struct ConsentAsk {
    let kind: Act.Kind
    let reference: PurposeReference
    /// The purposes it can be about.
    let purposes: [DeclaredPurpose]
    /// What stands on its button, if it is a choice.
    let label: MessageIndex?

    /// Whether a conversation can be asked for this purpose here; a parameter holds what it held
    /// in the edition that the conversation comes from.
    func canMean(_ purpose: PurposeID) -> Bool {
        switch reference {
        case .fixed: purposes.contains { $0.id == purpose }
        case .parameter: true
        }
    }

    /// Every one at a step.
    static func all(
        at step: Step,
        of flow: FlowIndex,
        _ arguments: CallArguments
    ) -> [ConsentAsk] {
        guard case .reply(let menu) = step.exit else { return [] }
        let choices = menu.choices.map { (edge: $0.edge, label: Optional($0.label)) }
        let patterns = menu.patterns.map { (edge: Optional($0.edge), label: MessageIndex?.none) }
        return (choices + patterns).compactMap { reply in
            guard let act = reply.edge?.act, act.kind.isAgreeing, let reference = act.purpose
            else { return nil }
            return ConsentAsk(
                kind: act.kind,
                reference: reference,
                purposes: arguments.purposes(reference, in: flow),
                label: reply.label
            )
        }
    }
}
