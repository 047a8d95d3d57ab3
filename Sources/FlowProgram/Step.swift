package import Clocks
package import Consent

/// One step: what it does on entry, in order, and its one way on.
///
/// An object for the same reason as `Program`.
package final class Step: Hashable, Sendable {
    package let name: String
    /// Line of the step in its file, for traces.
    package let line: Int
    package let entry: [Action]
    package let exit: Exit
    package let deadlines: [Deadline]
    package let unclear: Unclear?
    /// The place in `entry` of the last thing said, which is what a waiting step asks.
    package let question: Int?
    /// Digest of everything a waiting session depends on: what is accepted, where it leads, the
    /// slots in scope, the deadlines.
    ///
    /// A session moves to a new edition only if it is unchanged.
    package let waitContract: ProgramDigest

    package init(
        name: String,
        line: Int,
        entry: [Action],
        exit: Exit,
        deadlines: [Deadline],
        unclear: Unclear?,
        waitContract: ProgramDigest
    ) {
        self.name = name
        self.line = line
        self.entry = entry
        self.exit = exit
        self.deadlines = deadlines
        self.unclear = unclear
        question = entry.lastIndex(where: \.speaks)
        self.waitContract = waitContract
    }

    package static func == (left: Step, right: Step) -> Bool {
        left === right
            || (left.name == right.name && left.line == right.line && left.entry == right.entry
                && left.exit == right.exit && left.deadlines == right.deadlines
                && left.unclear == right.unclear && left.waitContract == right.waitContract)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(waitContract)
    }
}

/// Something a step does on entry.
package enum Action: Hashable, Sendable {
    case set(SlotIndex, Expression)
    case act(Act)
    /// A right the contact exercises by coming here.
    case exercise(Right)
    case notice(NoticeReference)
    case say(Say)
}

extension Action {
    /// Whether the contact sees something of it.
    package var speaks: Bool {
        switch self {
        case .notice, .say: true
        case .set, .act, .exercise: false
        }
    }
}

/// A consent act of a step or of a choice.
package struct Act: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case request, confirm, decline, withdraw, lapse
    }

    package enum Scope: Hashable, Sendable {
        case purpose(PurposeReference)
        /// Every purpose: only for `withdraw`.
        case all
    }

    package let kind: Kind
    package let scope: Scope

    package init(kind: Kind, scope: Scope) {
        self.kind = kind
        self.scope = scope
    }
}

/// A message to say, and the purpose it serves if any.
package struct Say: Hashable, Sendable {
    package let message: MessageIndex
    package let purpose: PurposeReference?

    package init(message: MessageIndex, purpose: PurposeReference?) {
        self.message = message
        self.purpose = purpose
    }
}

/// The one way on from a step.
package enum Exit: Hashable, Sendable {
    case go(StepIndex)
    /// The outcome, by its place in `Flow.outcomes`.
    case end(outcome: Int)
    case reply(ReplyMenu)
    case ask(SlotIndex, then: StepIndex)
    case branch([Branch], otherwise: StepIndex)
    case call(Call)
    case random([WeightedTarget])
    case wait(Period, then: StepIndex)

    /// Whether the session rests here until something happens.
    package var waits: Bool {
        switch self {
        case .reply, .ask, .wait: true
        case .go, .end, .branch, .call, .random: false
        }
    }
}

/// What a `choose` or `match` step accepts.
package struct ReplyMenu: Hashable, Sendable {
    package let choices: [Choice]
    package let patterns: [PatternEdge]

    package init(choices: [Choice], patterns: [PatternEdge]) {
        self.choices = choices
        self.patterns = patterns
    }
}

/// Where an edge leads, and what happens on the way.
package struct Edge: Hashable, Sendable {
    package enum Target: Hashable, Sendable {
        case step(StepIndex)
        case end(outcome: Int)
    }

    package let assignments: [Assignment]
    package let act: Act?
    package let target: Target

    package init(assignments: [Assignment], act: Act?, target: Target) {
        self.assignments = assignments
        self.act = act
        self.target = target
    }
}

/// A slot and the expression that fills it.
package struct Assignment: Hashable, Sendable {
    package let slot: SlotIndex
    package let expression: Expression

    package init(slot: SlotIndex, expression: Expression) {
        self.slot = slot
        self.expression = expression
    }
}

/// One answer a contact may give: a button, and words for it.
package struct Choice: Hashable, Sendable {
    package let name: String
    package let label: MessageIndex
    /// For each locale of the program, the folded words that mean this choice there: the locale's
    /// own, then the source locale's, and the choice's name.
    package let words: [Set<String>]
    /// `nil` for the options of a choice slot.
    package let edge: Edge?

    package init(name: String, label: MessageIndex, words: [Set<String>], edge: Edge?) {
        self.name = name
        self.label = label
        self.words = words
        self.edge = edge
    }
}

/// A guard and where it leads.
package struct Branch: Hashable, Sendable {
    package let condition: Expression
    package let target: StepIndex

    package init(condition: Expression, target: StepIndex) {
        self.condition = condition
        self.target = target
    }
}

/// Another flow to run: its arguments, and where to go on after each of its outcomes.
package struct Call: Hashable, Sendable {
    package let flow: FlowIndex
    /// Values for the callee's parameters, in the order of its slots.
    package let arguments: [Assignment]
    /// For each outcome of the callee, where to go on.
    package let continuations: [StepIndex]

    package init(flow: FlowIndex, arguments: [Assignment], continuations: [StepIndex]) {
        self.flow = flow
        self.arguments = arguments
        self.continuations = continuations
    }
}

/// A step with the number of tickets it has in a draw.
package struct WeightedTarget: Hashable, Sendable {
    package let target: StepIndex
    package let weight: Int

    package init(target: StepIndex, weight: Int) {
        self.target = target
        self.weight = weight
    }
}

/// A period and the step it leads to when nobody has answered.
package struct Deadline: Hashable, Sendable {
    package let period: Period
    package let target: StepIndex

    package init(period: Period, target: StepIndex) {
        self.period = period
        self.target = target
    }
}

/// How a reply that fits nothing is answered.
package struct Unclear: Hashable, Sendable {
    /// `nil` repeats the question.
    package let say: Say?
    package let times: Int
    /// Where to go after that many; `nil` is silence, and waiting goes on.
    package let target: StepIndex?

    package init(say: Say?, times: Int, target: StepIndex?) {
        self.say = say
        self.times = times
        self.target = target
    }
}
