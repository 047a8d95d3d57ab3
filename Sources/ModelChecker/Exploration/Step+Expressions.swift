import Consent
import FlowProgram

// What steps and flows read, move and name.

extension Step {
    /// Every expression of the step, wherever it stands.
    var expressions: [Expression] {
        var found: [Expression] = []
        for case .set(_, let expression) in entry { found.append(expression) }
        switch exit {
        case .reply(let menu):
            for edge in menu.edges { found += edge.assignments.map(\.expression) }
        case .branch(let branches, _): found += branches.map(\.condition)
        case .call(let call): found += call.arguments.map(\.expression)
        case .go, .end, .ask, .random, .wait: break
        }
        return found
    }

    /// The expressions on which the way of a conversation depends.
    var conditions: [Expression] {
        guard case .branch(let branches, _) = exit else { return [] }
        return branches.map(\.condition)
    }

    /// The purposes of what the step says and does by itself, without those of its choices.
    var ownPurposes: [PurposeReference] {
        entry.compactMap { action in
            switch action {
            case .act(let act): act.purpose
            case .say(let say): say.purpose
            case .set, .exercise, .notice: nil
            }
        }
    }

    /// What is assigned to which slot of the same flow.
    var assignments: [(SlotIndex, Expression)] {
        var found: [(SlotIndex, Expression)] = []
        for case .set(let slot, let expression) in entry { found.append((slot, expression)) }
        if case .reply(let menu) = exit {
            found += menu.edges.flatMap(\.assignments).map { ($0.slot, $0.expression) }
        }
        return found
    }

    var purposeReferences: [PurposeReference] {
        var found: [PurposeReference] = []
        for action in entry {
            switch action {
            case .act(let act): found += [act.purpose].compactMap(\.self)
            case .say(let say): found += [say.purpose].compactMap(\.self)
            case .set, .exercise, .notice: break
            }
        }
        if let say = unclear?.say { found += [say.purpose].compactMap(\.self) }
        if case .reply(let menu) = exit {
            found += menu.edges.compactMap { $0.act?.purpose }
        }
        return found
    }
}

extension Flow {
    /// Whether it may move consent to purposes that it does not name.
    var touchesEveryConsent: Bool {
        steps.contains { step in
            let acts = step.entry.contains { action in
                switch action {
                case .exercise: true
                case .act(let act): act.purpose == nil
                case .say, .set, .notice: false
                }
            }
            guard case .reply(let menu) = step.exit else { return acts }
            return acts || menu.edges.contains { $0.act.map { $0.purpose == nil } ?? false }
        }
    }
}

extension ReplyMenu {
    var edges: [Edge] { choices.compactMap(\.edge) + patterns.map(\.edge) }
}

extension Act {
    /// The purpose it moves; `nil` moves all of them.
    var purpose: PurposeReference? {
        guard case .purpose(let reference) = scope else { return nil }
        return reference
    }
}

extension Expression {
    func collect(_ program: Program, _ found: inout Set<PurposeID>) {
        walk { expression in
            switch expression {
            case .consent(.fixed(let purpose)), .cooling(.fixed(let purpose)),
                .value(.purpose(let purpose)):
                found.insert(program[purpose].id)
            default: break
            }
        }
    }

    /// Visits the expression and each one inside it.
    func walk(_ visit: (Expression) -> Void) {
        visit(self)
        for part in parts { part.walk(visit) }
    }

    /// The expressions it is made of, in their order.
    var parts: [Expression] {
        switch self {
        case .value, .slot, .has, .consent, .cooling, .certainty: []
        case .not(let inner), .negate(let inner), .textLength(let inner), .years(let inner):
            [inner]
        case .or(let left, let right), .and(let left, let right),
            .compare(_, let left, let right), .arithmetic(_, let left, let right),
            .textTest(_, let left, let right):
            [left, right]
        case .conditional(let condition, let yes, let no): [condition, yes, no]
        }
    }
}
