import Consent
import Conversations
import JSONCoding

// Why something does not leave.
extension Problem {
    /// Why a conversation was not begun, or a message not queued.
    init(_ obstacle: BeginObstacle, _ channel: String?, _ purpose: String?) {
        switch obstacle {
        case .withheld(let reason):
            self.init(reason.isMatterOfConsent ? .consentMissing : .messageWithheld)
            members = [.init("reason", .text(reason.rawValue))]
            if let purpose { members.append(.init("purpose", .text(purpose))) }
            if let channel { members.append(.init("channel", .text(channel))) }
        case .busy: self.init(.conversationOpen)
        case .commandFlow: self.init(.commandFlow)
        case .unknownPurpose: self.init(.purposeUnknown)
        case .formOutOfTime: self.init(.formOutOfTime)
        }
    }
}

extension SendGate.Reason {
    /// Whether the contact said no, or has not said yes; otherwise something else is in the way.
    fileprivate var isMatterOfConsent: Bool {
        switch self {
        case .neverAsked, .notConfirmed, .refused, .expired, .invalidated, .revoked, .withdrawn,
            .optedOut, .optOutPending:
            true
        case .undeclared, .alreadyConfirmed, .confirmationTooLate, .followUpLimit, .restricted,
            .merged, .windowClosed, .quietHours:
            false
        }
    }
}
