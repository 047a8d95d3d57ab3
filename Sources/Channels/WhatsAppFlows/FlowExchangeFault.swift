/// Why a request of a form has no answer but a status.
package enum FlowExchangeFault: Error, Hashable, Sendable {
    /// The body is longer than any form makes it.
    case tooLong(limit: Int)
    /// None of our keys opens it. WhatsApp fetches the public key again and asks once more.
    case undecipherable
    /// `X-Hub-Signature-256` is missing or wrong. That is checked before anything is decrypted:
    /// everybody can encrypt to a public key.
    case wrongSignature
    /// It opens, and is nothing that the protocol has.
    case unknownRequest
    /// The reply is longer than is sent; a defect of the form, not of the contact.
    case answerTooLong(limit: Int)

    /// The status of HTTP: 421 and 432 have this meaning for WhatsApp (Flows reference, "Endpoint
    /// error codes"), the others their common one.
    package var status: Int {
        switch self {
        case .tooLong: 413
        case .undecipherable: 421
        case .wrongSignature: 432
        case .unknownRequest: 400
        case .answerTooLong: 500
        }
    }

    /// The answer: the status and nothing more.
    package var answer: WebhookAnswer { WebhookAnswer(status: status) }

    /// One line for a person.
    package var text: String {
        switch self {
        case .tooLong(let limit): "the request is longer than \(limit) bytes"
        case .undecipherable:
            "no key opens the request; upload the public half of `flows-private-key` to WhatsApp"
        case .wrongSignature: "the request is not signed with the app secret"
        case .unknownRequest: "the request is none that WhatsApp Flows has"
        case .answerTooLong(let limit):
            "the answer is longer than \(limit) bytes; send less to the screen"
        }
    }
}
