package import Clocks
package import Consent
package import FlowProgram
package import MessageCatalog

/// What a turn causes, in order.
///
/// The interpreter only returns these; it never carries them out.
package enum Effect: Hashable, Sendable {
    case started(FlowIndex, cause: Cause)
    case moved(Transition)
    case said(Utterance)
    /// `nil` is an act of the engine itself: an opt-out or an expiry.
    case consentChanged(ConsentChange, ActSource?)
    case consentRefused(RefusedAct)
    /// STOP to everything was performed.
    case optedOut
    /// An earlier STOP was lifted by a new confirmation.
    case optedIn
    /// The contact exercised one of their rights at a step.
    case exercised(Right, FlowIndex, StepIndex)
    case slotExpired(FlowIndex, SlotIndex)
    /// The deadlines of a question that has just been asked.
    case timersSet(FlowIndex, StepIndex, [PendingDeadline])
    /// The question was answered, or its flow ended, before these passed.
    case timersCancelled(FlowIndex, StepIndex, [PendingDeadline])
    case timerFired(FlowIndex, StepIndex, PendingDeadline)
    case ended(FlowIndex, outcome: Int?, cause: Cause)
}

/// The step whose act moved consent, and what set it off.
package struct ActSource: Hashable, Sendable {
    package let flow: FlowIndex
    package let step: StepIndex
    package let cause: Cause
}

/// One move from step to step.
package struct Transition: Hashable, Sendable {
    package let flow: FlowIndex
    package let from: StepIndex
    package let to: StepIndex
    package let cause: Cause
}

/// Why something moved; a closed vocabulary, safe for the audit log.
package enum Cause: Hashable, Sendable {
    case start
    case then
    case choice(String, Matcher)
    case pattern
    case slot
    case skipped
    case branch(Int)
    case otherwise
    case drawn
    case returned(String)
    case after(Period)
    case waitOver
    case unclear
    case idle
    case command(String)
    /// A deadline of a flow below, or the same command again, ended this one.
    case interrupted
    /// A step asked although a refusal still forbids it.
    case coolingDown
    /// What a step does on entry.
    case entry

    package var text: String {
        switch self {
        case .start: "start"
        case .then: "then"
        case .choice(let name, let matcher): "choice:\(name) by \(matcher.rawValue)"
        case .pattern: "pattern"
        case .slot: "slot"
        case .skipped: "skipped"
        case .branch(let index): "when:\(index + 1)"
        case .otherwise: "otherwise"
        case .drawn: "random"
        case .returned(let outcome): "returned:\(outcome)"
        case .after(let period): "after:\(period.text)"
        case .waitOver: "wait-over"
        case .unclear: "unclear"
        case .idle: "idle"
        case .command(let name): "command:\(name)"
        case .interrupted: "interrupted"
        case .coolingDown: "cooling-down"
        case .entry: "step"
        }
    }
}

/// A message to be rendered: which text, with which values, and which buttons.
package struct Utterance: Hashable, Sendable {
    package struct Button: Hashable, Sendable {
        package let choice: String
        /// The turn that first asked the question this button answers: an old button must not
        /// answer a new question.
        package let wait: UInt64
        package let label: MessageIndex
        package let values: [ArgumentValue?]
    }

    package let message: MessageIndex
    /// One for each argument of the message in the catalog; `nil` is an empty slot.
    package let values: [ArgumentValue?]
    package var buttons: [Button]
    package let purpose: PurposeIndex?
    /// The notice this message shows.
    ///
    /// It counts as shown once the message has passed the gate.
    package let notice: NoticeIndex?
    /// The built-in command that any running flow words.
    package let command: String?
    /// Asks what the step waits for; a reply to it is an answer to these words.
    package let isQuestion: Bool
    /// Said because the contact did something, not because time passed.
    package let isAnswer: Bool
    package let flow: FlowIndex
    package let step: StepIndex
}

/// What one turn comes to.
package struct TurnResult: Hashable, Sendable {
    /// `nil` when the conversation is over.
    package let session: Session?
    package let ledger: ConsentLedger
    package let effects: [Effect]
    /// Values that outlive their flow.
    package let kept: [KeptValue]
}

/// A slot's value that is kept after its flow ended.
package struct KeptValue: Hashable, Sendable {
    package let flow: String
    package let slot: String
    package let value: SlotValue

    package init(flow: String, slot: String, value: SlotValue) {
        self.flow = flow
        self.slot = slot
        self.value = value
    }
}
