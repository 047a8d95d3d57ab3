import Consent
import Conversations
import FlowProgram

/// V1: no conversation comes to a message for a purpose that is not agreed to.
///
/// The gate withholds such a message; a flow that relies on that leaves people without an answer.
struct SentOnlyWhenAgreed: Property {
    static let id = PropertyID.sentOnlyWhenAgreed
    private let program: Program

    init(_ program: Program, _ lens: Lens) { self.program = program }

    func breaches(in turn: ExploredTurn) -> [Breach] {
        turn.withheld(program).compactMap { text in
            guard case .purpose(let purpose) = text.messageClass,
                Self.isForWantOfConsent(text.reason)
            else { return nil }
            return Breach(
                "`\(text.key)` is said for \(purpose), and \(text.reason.sentence)",
                help: "lead there only where `consent(\(purpose)) == \"given\"`",
                at: text.place,
                in: turn.number,
                by: [turn.move],
                seenBy: .withheld(key: text.key)
            )
        }
    }

    /// Whether a message is missing a consent, and not only the right time.
    private static func isForWantOfConsent(_ reason: SendGate.Reason) -> Bool {
        switch reason {
        case .neverAsked, .notConfirmed, .refused, .expired, .invalidated, .revoked, .withdrawn,
            .undeclared, .optedOut:
            true
        case .optOutPending, .alreadyConfirmed, .confirmationTooLate, .followUpLimit, .restricted,
            .merged, .windowClosed, .quietHours:
            false
        }
    }
}
