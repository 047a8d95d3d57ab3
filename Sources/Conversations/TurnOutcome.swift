package import Audit
package import Clocks
package import Consent
package import FlowInterpreter

/// Everything one transaction must hold, and what a person would want to read of it.
package struct TurnOutcome: Hashable, Sendable {
    package let state: ContactState
    /// What happened, in order.
    package let notes: [TurnNote]
    package let drafts: [AuditDraft]
    package let evidence: [ConsentEvidence]
    /// Which queued messages die in the same transaction.
    package let cancellation: QueueCancellation
    /// When to wake this contact next.
    package let nextDue: Timestamp?
    /// The contact is to be erased once this turn is durable.
    package let erasure: ErasureCause?

    package var outbound: [OutboundMessage] {
        notes.compactMap { note in
            switch note {
            case .said(let message), .deferred(let message, _, _): message
            case .withheld, .noticeShown, .consent, .consentRefused, .optedOut, .optedIn, .ended,
                .refused, .silence, .unanswered, .answeredByProvider, .restricted, .exercised,
                .answered, .operated:
                nil
            }
        }
    }

    package init(
        state: ContactState,
        notes: [TurnNote],
        drafts: [AuditDraft],
        evidence: [ConsentEvidence],
        cancellation: QueueCancellation,
        nextDue: Timestamp?,
        erasure: ErasureCause? = nil
    ) {
        self.state = state
        self.notes = notes
        self.drafts = drafts
        self.evidence = evidence
        self.cancellation = cancellation
        self.nextDue = nextDue
        self.erasure = erasure
    }
}

/// One line of what happened in a turn; transcripts are made of these.
package enum TurnNote: Hashable, Sendable {
    case said(OutboundMessage)
    case withheld(MessageClass, SendGate.Reason, key: String)
    case noticeShown(NoticeVersion)
    case consent(ConsentChange)
    case consentRefused(RefusedAct)
    case optedOut
    case optedIn
    case ended(flow: String, outcome: String?, cause: String)
    case refused(TurnRefusal)
    /// The contact opted out, and this message does not change that.
    case silence
    /// No conversation is going on, and the message starts none.
    case unanswered
    /// The provider has answered this command by itself; a second answer would be one too many.
    case answeredByProvider
    /// The contact's data are restricted, and no flow sees the message.
    case restricted
    /// The contact exercised a right; the clock runs until then.
    case exercised(Right, dueAt: Timestamp)
    /// A request was answered.
    case answered(Right)
    /// It waits in the queue.
    case deferred(OutboundMessage, until: Timestamp, SendGate.Reason)
    /// An operator or a provider did something.
    case operated(String)
}

/// Why a turn left the conversation as it was.
package enum TurnRefusal: Hashable, Sendable {
    case run(RunError)
    /// A text could not be rendered; the key is the author's.
    case unrenderable(key: String)

    package var sentence: String {
        switch self {
        case .run(let error): error.sentence
        case .unrenderable(let key): "the text `\(key)` could not be rendered"
        }
    }
}

/// Which messages that wait for delivery are cancelled.
package enum QueueCancellation: Hashable, Sendable {
    case none
    case purposes([PurposeID])
    case all
}

/// An audit event with the plaintext its commitment will bind, which no leaf ever holds.
package struct AuditDraft: Hashable, Sendable {
    package let event: AuditEvent
    package let payload: [UInt8]?

    package init(event: AuditEvent, payload: [UInt8]?) {
        self.event = event
        self.payload = payload
    }
}
