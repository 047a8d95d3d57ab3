import Audit
package import Clocks
package import Consent
import FlowInterpreter

/// Asks the gate again, at the moment of dispatch, for each message that waited.
package struct Delivery {
    package struct Item: Hashable, Sendable {
        package let message: OutboundMessage
        package let withheld: SendGate.Reason?
    }

    private var state: ContactState
    private let subject: [UInt8]
    private let now: Timestamp
    private var drafts: [AuditDraft] = []
    package private(set) var delivered: [Item] = []

    package init(state: ContactState, subject: [UInt8], now: Timestamp) {
        self.state = state
        self.subject = subject
        self.now = now
    }

    package mutating func pass(_ message: OutboundMessage) {
        // What there may be only so many of was counted when it was queued.
        let verdict = SendGate.verdict(
            for: message.messageClass,
            ledger: state.ledger,
            at: now,
            sent: SendGate.Sent()
        )
        switch verdict {
        case .allowed:
            record(.messageDelivered, message.messageClass.name, message.messageClass)
            delivered.append(Item(message: message, withheld: nil))
        case .withheld(let reason):
            record(.messageWithheld, reason.rawValue, message.messageClass)
            delivered.append(Item(message: message, withheld: reason))
        }
    }

    package func outcome(sessionIdle: Period) -> TurnOutcome {
        TurnOutcome(
            state: state,
            notes: [],
            drafts: drafts,
            evidence: [],
            cancellation: .none,
            nextDue: state.nextDue(sessionIdle: sessionIdle)
        )
    }

    private mutating func record(
        _ kind: AuditKind,
        _ cause: String,
        _ messageClass: MessageClass
    ) {
        state.sequence += 1
        let event = AuditEvent(
            time: now,
            kind: kind,
            subject: subject,
            session: state.session?.id,
            sequence: state.sequence,
            cause: cause,
            purpose: messageClass.purpose?.name,
            actor: "engine"
        )
        drafts.append(AuditDraft(event: event, payload: nil))
    }
}
