package import Clocks

/// What a message is for, which decides whether it may leave.
package enum MessageClass: Hashable, Sendable {
    /// An answer to something the contact has just sent.
    case reply
    /// A reminder or question that comes by itself, in a conversation the contact began.
    case followUp
    /// Serves a purpose; needs its consent.
    case purpose(PurposeID)
    /// The one confirmation of an opt-out.
    case optOutConfirmation
    /// The answer to START or HELP, also for someone who opted out.
    case commandAnswer

    package var name: String {
        switch self {
        case .reply: "reply"
        case .followUp: "follow-up"
        case .purpose: "purpose"
        case .optOutConfirmation: "opt-out-confirmation"
        case .commandAnswer: "command-answer"
        }
    }
}

/// May this message leave? Denied unless a rule allows it, and always with the reason.
package enum SendGate {
    package enum Verdict: Hashable, Sendable {
        case allowed
        case withheld(Reason)
    }

    package enum Reason: String, Hashable, Sendable, CaseIterable {
        case neverAsked = "never-asked"
        case notConfirmed = "not-confirmed"
        case refused
        case expired
        case withdrawn
        case optedOut = "opted-out"
        case optOutPending = "opt-out-pending"
        case alreadyConfirmed = "opt-out-already-confirmed"
        case followUpLimit = "follow-up-limit"

        package var sentence: String {
            switch self {
            case .neverAsked: "consent for this purpose was never asked for"
            case .notConfirmed: "consent for this purpose is not confirmed"
            case .refused: "consent for this purpose was refused"
            case .expired: "consent for this purpose has expired"
            case .withdrawn: "consent for this purpose was withdrawn"
            case .optedOut: "the contact has opted out"
            case .optOutPending: "the contact may have opted out, and has not said yet"
            case .followUpLimit:
                "\(SendGate.followUpLimit) messages have come by themselves since the contact "
                    + "last wrote"
            case .alreadyConfirmed: "the one confirmation of an opt-out was sent already"
            }
        }
    }

    /// Messages that may come by themselves before the contact writes again: a reminder with its
    /// question, and room for one more.
    ///
    /// Without it a flow that only waits could write for ever.
    package static let followUpLimit = 4

    /// What was sent already, of the messages there may be only so many of.
    package struct Sent: Hashable, Sendable {
        package let confirmations: Int
        package let followUps: Int

        package init(confirmations: Int = 0, followUps: Int = 0) {
            self.confirmations = confirmations
            self.followUps = followUps
        }
    }

    // INVARIANT: default deny. Nothing for a purpose leaves unless its consent is valid now; the
    // same question is asked again at dispatch.
    // LAW: 47 CFR 64.1200(a)(12): one confirmation of an opt-out, then nothing.
    package static func verdict(
        for message: MessageClass,
        ledger: ConsentLedger,
        at now: Timestamp,
        sent: Sent
    ) -> Verdict {
        switch message {
        case .purpose(let purpose):
            if ledger.isOptedOut { return .withheld(.optedOut) }
            if ledger.isOptOutPending { return .withheld(.optOutPending) }
            if let reason = obstacle(purpose, ledger, now) { return .withheld(reason) }
            return .allowed
        case .reply:
            return ledger.isOptedOut ? .withheld(.optedOut) : .allowed
        case .followUp:
            if ledger.isOptedOut { return .withheld(.optedOut) }
            if ledger.isOptOutPending { return .withheld(.optOutPending) }
            return sent.followUps < followUpLimit ? .allowed : .withheld(.followUpLimit)
        case .optOutConfirmation:
            return sent.confirmations == 0 ? .allowed : .withheld(.alreadyConfirmed)
        case .commandAnswer:
            return .allowed
        }
    }

    private static func obstacle(
        _ purpose: PurposeID,
        _ ledger: ConsentLedger,
        _ now: Timestamp
    ) -> Reason? {
        if let end = ledger.records[purpose]?.expiresAt, end <= now { return .expired }
        return switch ledger.state(of: purpose) {
        case .given, .renewed: nil
        case .unknown: .neverAsked
        case .requested, .deferred: .notConfirmed
        case .refused: .refused
        case .expired: .expired
        case .withdrawn: .withdrawn
        }
    }
}
