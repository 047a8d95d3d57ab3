import Consent

extension Right {
    /// What a contact can exercise by coming to a step; the others need an operator.
    static let ofFlows: [Right] = [.erasure, .access, .receipt, .restriction, .objection]
}
