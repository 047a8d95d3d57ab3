import Audit
package import Clocks
package import Consent
import FlowInterpreter
package import FlowProgram

/// Asks the gate again, at the moment of dispatch, for each message that waited, and records what
/// became of it.
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

    /// Passes a message on that is handed over in this very moment.
    package mutating func pass(_ message: OutboundMessage) -> Fate {
        switch ask(message) {
        case .allowed:
            handOver(message)
            delivered.append(Item(message: message, withheld: nil))
            return .settled
        case .waits(let until): return .waits(until: until)
        case .withheld: return .settled
        }
    }

    /// What the gate says of a message now.
    package enum Answer: Hashable, Sendable {
        /// It may be handed over; whether as it is, or only as its template.
        case allowed(isWindowOpen: Bool)
        case waits(until: Timestamp)
        /// It leaves the queue unsent, which is recorded.
        case withheld
    }

    /// Asks the gate, and records a no.
    // INVARIANT: default deny, asked anew right before a message leaves.
    package mutating func ask(_ message: OutboundMessage) -> Answer {
        // What there may be only so many of was counted when it was queued.
        let gate = GateKeeping(program: program, now: now)
        let verdict = gate.verdict(
            for: message.messageClass,
            to: message.address,
            isAnswer: message.isAnswer,
            hasTemplate: message.template != nil,
            state: state,
            sent: SendGate.Sent()
        )
        switch verdict {
        case .allowed:
            return .allowed(isWindowOpen: gate.isWindowOpen(on: message.address.channel, state))
        case .deferred(let until, _):
            heldUntil = min(heldUntil ?? until, until)
            return .waits(until: until)
        case .withheld(let reason):
            record(.messageWithheld, reason.rawValue, message.messageClass)
            delivered.append(Item(message: message, withheld: reason))
            return .withheld
        }
    }

    private mutating func handOver(_ message: OutboundMessage) {
        record(.messageDelivered, message.messageClass.name, message.messageClass)
        guard let purpose = message.messageClass.purpose else { return }
        state.ledger.recordUse(of: ConsentKey(purpose, on: message.address.channel), at: now)
    }

    /// One try to hand a message over.
    package struct Attempt: Hashable, Sendable {
        /// How often it was tried before.
        let earlier: Int
        let at: Timestamp
        /// Whether it was sent as it is, and not as its template.
        let wasFree: Bool

        package init(earlier: Int, at: Timestamp, wasFree: Bool) {
            self.earlier = earlier
            self.at = at
            self.wasFree = wasFree
        }

        var number: Int { earlier + 1 }
    }

    /// Records what came of handing a message over.
    package mutating func settle(
        _ message: OutboundMessage,
        _ outcome: DispatchOutcome,
        tried attempt: Attempt,
        retries: RetryPolicy,
        jitter: UInt64
    ) -> Settlement {
        switch outcome {
        case .accepted(let ids):
            handOver(message)
            return .handedOver(ids: ids)
        case .unknown(let code):
            let delay = retries.delay(after: attempt.number, jitter: jitter)
            return postpone(message, "unknown-\(code)", delay, attempt.number)
        case .refused(let fault):
            return settle(message, fault, attempt, retries, jitter)
        }
    }

    private mutating func settle(
        _ message: OutboundMessage,
        _ fault: DispatchFault,
        _ attempt: Attempt,
        _ retries: RetryPolicy,
        _ jitter: UInt64
    ) -> Settlement {
        let attempts = attempt.number
        let asked = fault.retryAfter
        switch fault.remedy {
        case .retry:
            let delay = retries.delay(after: attempts, jitter: jitter)
            return postpone(message, fault.code, delay.map { $0.longer(of: asked) }, attempts)
        case .retryTomorrow:
            let delay = attempts <= retries.delays.count ? Period.days(1) : nil
            return postpone(message, fault.code, delay, attempts)
        case .slowContact:
            let delay = RetryPolicy.slowingDown(attempts, jitter: jitter).longer(of: asked)
            let isOver = attempts > Self.mostSlowings
            return postpone(message, fault.code, isOver ? nil : delay, attempts)
        // The message is not at fault: waiting for the sender costs it no attempt.
        case .slowSender, .pauseChannel:
            let delay = RetryPolicy.slowingDown(1, jitter: jitter).longer(of: asked)
            return postpone(message, fault.code, delay, attempts - 1)
        case .useTemplate:
            // What the contact wrote since then has opened the window again.
            state.windowRefusedAt = attempt.at
            let canTemplate = message.template != nil && attempt.wasFree
            let delay = canTemplate ? Period.seconds(0) : nil
            return postpone(message, fault.code, delay, attempts)
        case .withdrawMarketing, .optOut:
            record(.messageFailed, fault.code, message.messageClass, to: fault.remedy)
            return .dropped
        case .unreachable, .mendTemplate, .mendMessage, .giveUp:
            record(.messageFailed, fault.code, message.messageClass, to: fault.remedy)
            return .failed(code: fault.code, attempts: attempts)
        }
    }

    /// Attempts for which a provider may say that a contact is written to too fast.
    private static let mostSlowings = 20

    private mutating func postpone(
        _ message: OutboundMessage,
        _ code: String,
        _ delay: Period?,
        _ attempts: Int
    ) -> Settlement {
        guard let delay else {
            record(.messageFailed, code, message.messageClass, to: .giveUp)
            return .failed(code: code, attempts: attempts)
        }
        record(.messagePostponed, code, message.messageClass)
        return .postponed(until: now.adding(delay), attempts: attempts)
    }

    /// Records what a provider reported of a message that it had taken.
    package mutating func report(_ report: DeliveryReport) {
        switch report {
        case .reached(let stage): record(.messageReached, stage)
        case .failed(let fault): record(.messageFailed, fault.code, to: fault.remedy)
        }
    }

    /// Records what an operator does with a dead letter.
    package mutating func requeue(_ message: OutboundMessage) {
        record(.messageRequeued, message.messageClass.name, message.messageClass, by: .operator)
    }

    package mutating func discard(_ message: OutboundMessage) {
        record(.messageDiscarded, message.messageClass.name, message.messageClass, by: .operator)
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
        _ messageClass: MessageClass? = nil,
        to remedy: DispatchRemedy? = nil,
        by actor: Actor = .engine
    ) {
        state.sequence += 1
        let event = AuditEvent(
            time: now,
            kind: kind,
            subject: subject,
            session: state.session?.id,
            sequence: state.sequence,
            to: remedy?.rawValue,
            cause: cause,
            purpose: messageClass?.purpose?.name,
            actor: actor.rawValue
        )
        drafts.append(AuditDraft(event: event, payload: nil))
    }
}

/// What a provider reports, later, of a message that it has taken.
package enum DeliveryReport: Hashable, Sendable {
    /// `sent`, `delivered` or `read`.
    case reached(String)
    case failed(DispatchFault)
}

extension Period {
    /// This or another, whichever is longer; both without months.
    fileprivate func longer(of other: Period?) -> Period {
        guard let other, other.milliseconds > milliseconds else { return self }
        return other
    }
}
