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
    /// The answer to a right that was exercised, which is owed whatever was consented to.
    case rightsAnswer

    package var name: String {
        switch self {
        case .reply: "reply"
        case .followUp: "follow-up"
        case .purpose: "purpose"
        case .optOutConfirmation: "opt-out-confirmation"
        case .commandAnswer: "command-answer"
        case .rightsAnswer: "rights-answer"
        }
    }
}

/// May this message leave? Denied unless a rule allows it, and always with the reason.
package enum SendGate {
    package enum Verdict: Hashable, Sendable {
        case allowed
        /// Not before then; the question is asked again at that time.
        case deferred(until: Timestamp, Reason)
        case withheld(Reason)
    }

    package enum Reason: String, Hashable, Sendable, CaseIterable {
        case neverAsked = "never-asked"
        case notConfirmed = "not-confirmed"
        case refused
        case expired
        case invalidated
        case revoked
        case withdrawn
        case undeclared = "undeclared-purpose"
        case optedOut = "opted-out"
        case optOutPending = "opt-out-pending"
        case alreadyConfirmed = "opt-out-already-confirmed"
        case confirmationTooLate = "opt-out-confirmation-too-late"
        case followUpLimit = "follow-up-limit"
        case restricted
        case merged
        case windowClosed = "window-closed"
        case quietHours = "quiet-hours"

        package var sentence: String {
            switch self {
            case .neverAsked: "consent for this purpose was never asked for on this channel"
            case .notConfirmed: "consent for this purpose is not confirmed"
            case .refused: "consent for this purpose was refused"
            case .expired: "consent for this purpose has expired"
            case .invalidated: "consent for this purpose was found not to count"
            case .revoked: "consent for this purpose was ended by the controller"
            case .withdrawn: "consent for this purpose was withdrawn"
            case .undeclared: "the workspace declares this purpose no more"
            case .optedOut: "the contact has opted out"
            case .optOutPending: "the contact may have opted out, and has not said yet"
            case .followUpLimit:
                "\(SendGate.followUpLimit) messages have come by themselves since the contact "
                    + "last wrote"
            case .alreadyConfirmed: "the one confirmation of an opt-out was sent already"
            case .confirmationTooLate:
                "an opt-out is confirmed within \(SendGate.confirmationWithin.text), or not at all"
            case .restricted: "the contact has had the use of their data restricted"
            case .merged: "the contact became one with another, who is written to instead"
            case .windowClosed:
                "the channel takes free messages only for a while after the contact wrote"
            case .quietHours: "these are quiet hours where the contact is"
            }
        }
    }

    /// Messages that may come by themselves before the contact writes again: a reminder with its
    /// question, and room for one more.
    ///
    /// Without it a flow that only waits could write for ever.
    package static let followUpLimit = 4

    // LAW: 47 CFR 64.1200(a)(12): a confirmation within five minutes is covered by the consent
    // that just ended; a later one has to be justified.
    package static let confirmationWithin = Period.minutes(5)

    /// What was sent already, of the messages there may be only so many of.
    package struct Sent: Hashable, Sendable {
        package let confirmations: Int
        package let followUps: Int

        package init(confirmations: Int = 0, followUps: Int = 0) {
            self.confirmations = confirmations
            self.followUps = followUps
        }
    }

    /// Everything besides consent that a verdict depends on.
    package struct Circumstances: Hashable, Sendable {
        package let now: Timestamp
        package let channel: String
        /// The rules of the purpose served; `nil` when the workspace declares it no more.
        package let law: Purpose?
        package let sent: Sent
        /// The contact became one with another, who is written to instead.
        package let isMerged: Bool
        // LAW: Art. 18 GDPR.
        package let isRestricted: Bool
        /// Whether the channel would take a free message now.
        package let isWindowOpen: Bool
        /// When quiet hours end, if it is quiet now where the contact is.
        package let quietUntil: Timestamp?
        /// The contact did something in this turn that the message answers.
        package let isAnswer: Bool

        package init(
            now: Timestamp,
            channel: String,
            law: Purpose? = nil,
            sent: Sent = Sent(),
            isMerged: Bool = false,
            isRestricted: Bool = false,
            isWindowOpen: Bool = true,
            quietUntil: Timestamp? = nil,
            isAnswer: Bool = false
        ) {
            self.now = now
            self.channel = channel
            self.law = law
            self.sent = sent
            self.isMerged = isMerged
            self.isRestricted = isRestricted
            self.isWindowOpen = isWindowOpen
            self.quietUntil = quietUntil
            self.isAnswer = isAnswer
        }
    }

    // INVARIANT: default deny. Nothing for a purpose leaves unless its consent is valid now; the
    // same question is asked again at dispatch.
    // LAW: 47 CFR 64.1200(a)(12): one confirmation of an opt-out, then nothing.
    package static func verdict(
        for message: MessageClass,
        ledger: ConsentLedger,
        in circumstances: Circumstances
    ) -> Verdict {
        // INVARIANT: withdrawal is monotone. Only the other knows what the person said since.
        guard !circumstances.isMerged else { return .withheld(.merged) }
        let reason: Reason? =
            switch message {
            case .purpose(let purpose): obstacle(to: purpose, ledger, circumstances)
            case .reply: ledger.isOptedOut ? .optedOut : restriction(circumstances)
            case .followUp: obstacleToFollowUp(ledger, circumstances)
            case .optOutConfirmation: obstacleToConfirmation(ledger, circumstances)
            case .commandAnswer, .rightsAnswer: nil
            }
        if let reason { return .withheld(reason) }
        guard circumstances.isWindowOpen else { return .withheld(.windowClosed) }
        if let end = quietEnd(message, circumstances) { return .deferred(until: end, .quietHours) }
        return .allowed
    }

    private static func restriction(_ circumstances: Circumstances) -> Reason? {
        circumstances.isRestricted ? .restricted : nil
    }

    private static func obstacle(
        to purpose: PurposeID,
        _ ledger: ConsentLedger,
        _ circumstances: Circumstances
    ) -> Reason? {
        if ledger.isOptedOut { return .optedOut }
        if ledger.isOptOutPending { return .optOutPending }
        if circumstances.isRestricted { return .restricted }
        guard let law = circumstances.law, law.id == purpose else { return .undeclared }
        let key = ConsentKey(purpose, on: circumstances.channel)
        if let record = ledger.records[key], ledger.isOver(record, law, circumstances.now) {
            return .expired
        }
        return switch ledger.state(of: key) {
        case .given, .renewed: nil
        case .unknown: .neverAsked
        case .requested, .deferred: .notConfirmed
        case .refused: .refused
        case .expired: .expired
        case .invalidated: .invalidated
        case .revoked: .revoked
        case .withdrawn: .withdrawn
        }
    }

    private static func obstacleToFollowUp(
        _ ledger: ConsentLedger,
        _ circumstances: Circumstances
    ) -> Reason? {
        if ledger.isOptedOut { return .optedOut }
        if ledger.isOptOutPending { return .optOutPending }
        if circumstances.isRestricted { return .restricted }
        return circumstances.sent.followUps < followUpLimit ? nil : .followUpLimit
    }

    private static func obstacleToConfirmation(
        _ ledger: ConsentLedger,
        _ circumstances: Circumstances
    ) -> Reason? {
        if circumstances.sent.confirmations > 0 { return .alreadyConfirmed }
        guard let optedOut = ledger.optedOutAt else { return nil }
        return circumstances.now > optedOut.adding(confirmationWithin)
            ? .confirmationTooLate : nil
    }

    /// Quiet hours concern what nobody asked for just now.
    private static func quietEnd(
        _ message: MessageClass,
        _ circumstances: Circumstances
    ) -> Timestamp? {
        guard case .purpose = message, circumstances.law?.isMarketing == true,
            !circumstances.isAnswer
        else { return nil }
        return circumstances.quietUntil
    }
}
