import Audit
import Clocks
import Consent
import FlowInterpreter
import FlowProgram

/// Writes down what a turn did, as events whose fields hold nothing a contact wrote.
struct AuditTrail {
    let program: Program
    let subject: [UInt8]
    let now: Timestamp
    let actor: String
    private(set) var sequence: UInt64
    private(set) var drafts: [AuditDraft] = []

    init(
        _ program: Program,
        subject: [UInt8],
        after sequence: UInt64,
        at now: Timestamp,
        actor: String
    ) {
        self.program = program
        self.subject = subject
        self.now = now
        self.actor = actor
        self.sequence = sequence
        drafts.reserveCapacity(8)
    }

    mutating func add(
        _ kind: AuditKind,
        session: [UInt8]? = nil,
        flow: FlowIndex? = nil,
        from: String? = nil,
        to: String? = nil,
        cause: String? = nil,
        purpose: PurposeID? = nil,
        actor: String? = nil,
        payload: [UInt8]? = nil
    ) {
        sequence += 1
        let event = AuditEvent(
            time: now,
            kind: kind,
            subject: subject,
            session: session,
            sequence: sequence,
            flow: flow.map { program[$0].reference },
            from: from,
            to: to,
            cause: cause,
            purpose: purpose?.name,
            actor: actor ?? self.actor
        )
        drafts.append(AuditDraft(event: event, payload: payload))
    }

    mutating func add(_ effect: Effect, session: [UInt8]?) {
        switch effect {
        case .started(let flow, let cause):
            add(.flowStarted, session: session, flow: flow, cause: cause.text)
        case .moved(let move):
            add(
                .flowMoved,
                session: session,
                flow: move.flow,
                from: name(move.flow, move.from),
                to: name(move.flow, move.to),
                cause: move.cause.text
            )
        case .consentChanged(let change, let source):
            add(
                change.to.auditKind,
                session: session,
                flow: source?.flow,
                from: change.from.rawValue,
                to: change.to.rawValue,
                cause: source?.cause.text ?? change.act.rawValue,
                purpose: change.purpose
            )
        case .consentRefused(let refused):
            add(
                .consentRejected,
                session: session,
                from: refused.act.rawValue,
                cause: refused.reason.rawValue,
                purpose: refused.purpose
            )
        case .optedOut: add(.contactSuppressed, session: session, cause: "opt-out")
        case .optedIn: add(.contactUnsuppressed, session: session, cause: "confirm")
        case .slotExpired(let flow, let slot):
            add(.slotExpired, session: session, flow: flow, from: program[flow][slot: slot].name)
        case .timersSet(let flow, let step, let timers):
            add(
                .timerSet,
                session: session,
                flow: flow,
                from: name(flow, step),
                cause: "due:\(timers.map(\.due).min()?.text ?? "")"
            )
        case .timersCancelled(let flow, let step, _):
            add(.timerCancelled, session: session, flow: flow, from: name(flow, step))
        case .timerFired(let flow, let step, let timer):
            add(
                .timerFired,
                session: session,
                flow: flow,
                from: name(flow, step),
                cause: "due:\(timer.due.text)"
            )
        case .ended(let flow, let outcome, let cause):
            add(
                .flowEnded,
                session: session,
                flow: flow,
                to: outcome.map { program[flow].outcomes[$0] },
                cause: cause.text
            )
        // Recorded where the request is opened, with its clock.
        case .exercised, .said: break
        }
    }

    private func name(_ flow: FlowIndex, _ step: StepIndex) -> String {
        program[flow][step: step].name
    }
}

extension ConsentState {
    var auditKind: AuditKind {
        switch self {
        case .unknown: preconditionFailure("nothing moves back to unknown")
        case .requested: .consentRequested
        case .deferred: .consentDeferred
        case .refused: .consentRefused
        case .given: .consentGiven
        case .renewed: .consentRenewed
        case .expired: .consentExpired
        case .withdrawn: .consentWithdrawn
        case .invalidated: .consentInvalidated
        case .revoked: .consentRevoked
        }
    }
}
