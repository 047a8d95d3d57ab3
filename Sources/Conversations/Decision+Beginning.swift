import Consent
import FlowInterpreter
import FlowProgram
import MessageCatalog

// What begins without a message of the contact.
extension Decision {
    mutating func begin(
        _ flow: FlowIndex,
        at address: ContactAddress,
        asked form: FormConsent?
    ) throws(Stop) {
        move(to: address)
        if let form { request(form) }
        try run { interpreter, decision throws(RunError) in
            try interpreter.start(
                flow,
                id: decision.input.sessionID,
                seed: decision.input.seed,
                isByContact: false,
                ledger: decision.state.ledger,
                in: decision.context
            )
        }
    }

    /// The first act of a double opt-in, done elsewhere: its window runs from when it was done.
    // INVARIANT: double means double: this is the request, and only a reply here confirms it.
    private mutating func request(_ form: FormConsent) {
        guard let law = program.laws.first(where: { $0.id == form.purpose }) else { return }
        self.form = form
        let act = ActContext(
            now: form.at,
            turn: state.turn,
            channel: state.address.channel,
            locale: program[locale].text,
            certainty: .button,
            origin: .contact
        )
        switch state.ledger.perform(.request, for: law, in: act) {
        case .success(let changes): record(changes.map { .consentChanged($0, nil) })
        case .failure(let refused): record([.consentRefused(refused)])
        }
    }

    /// Says a text for a purpose; the gate decides, as for every message.
    mutating func say(_ text: String, for purpose: PurposeID) {
        answers.append(
            OutboundMessage(
                address: state.address,
                body: text,
                buttons: [],
                attachments: [],
                messageClass: .purpose(purpose),
                key: "api",
                isAnswer: false
            )
        )
    }
}
