import Audit
package import Clocks
package import Consent
import FlowInterpreter
package import FlowProgram

/// Asks the gate again, at the moment of dispatch, for each message that waited.
package struct Delivery {
    package struct Item: Hashable, Sendable {
        package let message: OutboundMessage
        package let withheld: SendGate.Reason?
    }

    /// What becomes of a queued message.
    package enum Fate: Hashable, Sendable {
        /// It leaves the queue: handed over, or given up.
        case settled
        case waits(until: Timestamp)
    }

    private var state: ContactState
    private let program: Program
    private let subject: [UInt8]
    private let now: Timestamp
    private var drafts: [AuditDraft] = []
    private var heldUntil: Timestamp?
    package private(set) var delivered: [Item] = []

    package init(program: Program, state: ContactState, subject: [UInt8], now: Timestamp) {
        self.program = program
        self.state = state
        self.subject = subject
        self.now = now
    }

    package mutating func pass(_ message: OutboundMessage) -> Fate {
        // What there may be only so many of was counted when it was queued.
        let verdict = GateKeeping(program: program, now: now).verdict(
            for: message.messageClass,
            to: message.address,
            isAnswer: message.isAnswer,
            state: state,
            sent: SendGate.Sent()
        )
        switch verdict {
        case .allowed:
            record(.messageDelivered, message.messageClass.name, message.messageClass)
            if let purpose = message.messageClass.purpose {
                state.ledger.recordUse(
                    of: ConsentKey(purpose, on: message.address.channel),
                    at: now
                )
            }
            delivered.append(Item(message: message, withheld: nil))
            return .settled
        case .deferred(let until, _):
            heldUntil = min(heldUntil ?? until, until)
            return .waits(until: until)
        case .withheld(let reason):
            record(.messageWithheld, reason.rawValue, message.messageClass)
            delivered.append(Item(message: message, withheld: reason))
            return .settled
        }
    }

    package consuming func outcome() -> TurnOutcome {
        state.heldUntil = heldUntil
        // INVARIANT: every turn writes a row, and so leaves a leaf that binds it.
        if drafts.isEmpty { record(.turnPassed, "held") }
        return TurnOutcome(
            state: state,
            notes: [],
            drafts: drafts,
            evidence: [],
            cancellation: .none,
            nextDue: state.nextDue(in: program)
        )
    }

    private mutating func record(
        _ kind: AuditKind,
        _ cause: String,
        _ messageClass: MessageClass? = nil
    ) {
        state.sequence += 1
        let event = AuditEvent(
            time: now,
            kind: kind,
            subject: subject,
            session: state.session?.id,
            sequence: state.sequence,
            cause: cause,
            purpose: messageClass?.purpose?.name,
            actor: Actor.engine.rawValue
        )
        drafts.append(AuditDraft(event: event, payload: nil))
    }
}
