// What the checks ask of a step, whichever way on it has.

extension TargetSyntax {
    var step: Located<String>? {
        switch self {
        case .step(let name): name
        case .end: nil
        }
    }

    var outcome: Located<String>? {
        switch self {
        case .step: nil
        case .end(let outcome): outcome
        }
    }
}

extension ExitSyntax {
    /// Whether the session rests at this step.
    var waits: Bool {
        switch self {
        case .choose, .ask, .wait: true
        case .then, .end, .when, .call, .random: false
        }
    }

    /// The steps it leads to, in the order written.
    var targets: [Located<String>] {
        switch self {
        case .then(let step), .ask(_, let step), .wait(_, let step): [step]
        case .end: []
        case .choose(let choices, let patterns):
            choices.compactMap(\.target.step) + patterns.compactMap(\.target.step)
        case .when(let branches, let otherwise): branches.map(\.target) + [otherwise]
        case .call(let call):
            switch call.continuation {
            case .always(let step): [step]
            case .byOutcome(let cases, _): cases.map(\.target)
            }
        case .random(let targets): targets.map(\.target)
        }
    }
}

extension StepSyntax {
    /// Every step named here, in the order written.
    var targets: [Located<String>] {
        exit.targets + deadlines.map(\.target) + (unclear?.target.map { [$0] } ?? [])
    }

    /// The outcomes the flow can end with here.
    var endings: [Located<String>] {
        switch exit {
        case .end(let outcome): [outcome]
        case .choose(let choices, let patterns):
            choices.compactMap(\.target.outcome) + patterns.compactMap(\.target.outcome)
        case .then, .ask, .when, .call, .random, .wait: []
        }
    }

    var choices: [ChoiceSyntax] {
        if case .choose(let choices, _) = exit { choices } else { [] }
    }

    var patterns: [PatternSyntax] {
        if case .choose(_, let patterns) = exit { patterns } else { [] }
    }

    var call: CallSyntax? {
        if case .call(let call) = exit { call } else { nil }
    }

    /// The slot it asks for.
    var asked: Located<String>? {
        if case .ask(let slot, _) = exit { slot } else { nil }
    }

    var allAssignments: [AssignmentSyntax] {
        assignments + choices.flatMap(\.assignments) + patterns.flatMap(\.assignments)
    }

    var allActs: [ActSyntax] {
        (act.map { [$0] } ?? []) + choices.compactMap(\.act)
    }

    /// The expressions written here, except the arguments of a call.
    var expressions: [ExpressionSyntax] {
        let conditions: [ExpressionSyntax] =
            if case .when(let branches, _) = exit { branches.map(\.condition) } else { [] }
        return allAssignments.map(\.expression) + conditions
    }
}

extension ExpressionSyntax {
    /// This node and all below it, outermost first.
    func forEach(_ body: (ExpressionSyntax) -> Void) {
        body(self)
        switch self {
        case .number, .text, .truth, .name: break
        case .not(let inner, _), .negate(let inner, _): inner.forEach(body)
        case .binary(_, let left, let right, _):
            left.forEach(body)
            right.forEach(body)
        case .conditional(let condition, let yes, let no, _):
            condition.forEach(body)
            yes.forEach(body)
            no.forEach(body)
        case .call(_, let arguments, _):
            for argument in arguments { argument.forEach(body) }
        }
    }
}
