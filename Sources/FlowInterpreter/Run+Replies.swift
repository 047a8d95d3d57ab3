import Clocks
import Consent
import FlowProgram
import MessageCatalog
import TextMatching

// What a contact's reply does to the waiting step.
extension Run {
    mutating func reply(_ input: Input) throws(RunError) {
        let step = flow[step: top.step]
        // A button kept from an earlier question must not answer this one.
        if case .button(_, let wait?) = input, wait != top.heldTurn { return try unclear(step) }
        let matching = ReplyMatching(
            program: program,
            locale: context.locale,
            today: context.now.date
        )
        switch (matching.match(input, at: step, of: flow), step.exit) {
        case (.choice(let index, let how), .reply(let menu)):
            try take(menu.choices[index], how, input)
        case (.pattern(let index, let captures), .reply(let menu)):
            try take(menu.patterns[index], captures)
        case (.slot(let value, _), .ask(let slot, let target)):
            store(value, in: slot)
            release()
            try go(to: target, cause: .slot)
        default:
            try unclear(step)
        }
    }

    private mutating func take(
        _ choice: Choice,
        _ how: Matcher,
        _ input: Input
    ) throws(RunError) {
        guard let edge = choice.edge else {
            preconditionFailure("the choices of a step have edges")
        }
        let cause = Cause.choice(choice.name, how)
        if let act = edge.act {
            let certainty = certainty(of: act, choice, how, input)
            guard perform(act, certainty: certainty, origin: .contact, cause: cause) else {
                return try askAgain(flow[step: top.step])
            }
        }
        try follow(edge, cause: cause)
    }

    /// How surely a reply performs an act.
    ///
    /// A yes that asks back is no yes, and explicit consent is the statement on the button, tapped
    /// or typed out; a mere yes is not enough.
    private func certainty(
        of act: Act,
        _ choice: Choice,
        _ how: Matcher,
        _ input: Input
    ) -> ActCertainty {
        switch how {
        case .button: return .button
        case .typedSlot, .pattern, .fuzzy: return .inexact
        case .exactWord: break
        }
        guard act.kind == .confirm, case .text(let text) = input,
            case .purpose(let reference) = act.scope
        else { return .exactWord }
        let reply = TextFolding.fold(text)
        if reply.isQuestion { return .inexact }
        guard program[evaluator.index(of: reference)].purpose.isExplicit else {
            return .exactWord
        }
        guard let statement = statement(on: choice), !statement.isEmpty else { return .inexact }
        return " \(reply.key) ".contains(" \(statement) ") ? .exactWord : .inexact
    }

    private func statement(on choice: Choice) -> String? {
        let template = program.catalog.template(choice.label, context.locale)
        // A label with values in it could not be typed out; its button remains.
        let label = try? template.render(locale: program[context.locale]) { _ in nil }
        return label.map { TextFolding.key($0) }
    }

    /// A confirmation did not count: show the question again, notice and all, within the bound that
    /// unclear replies have.
    private mutating func askAgain(_ step: Step) throws(RunError) {
        session.frames[topIndex].unclearCount += 1
        guard top.unclearCount <= step.unclearTimes else { return try giveUp(step) }
        try repeatQuestion(withNotice: true)
    }

    private mutating func take(
        _ edge: PatternEdge,
        _ captures: [CapturedText]
    ) throws(RunError) {
        let reader = SlotReader(
            program: program,
            locale: context.locale,
            today: context.now.date
        )
        var values: [(slot: SlotIndex, value: Value)] = []
        for capture in captures {
            guard let value = reader.read(capture.text, as: flow[slot: capture.slot].kind) else {
                return try unclear(flow[step: top.step])
            }
            values.append((capture.slot, value))
        }
        for (slot, value) in values { store(value, in: slot) }
        try follow(edge.edge, cause: .pattern)
    }

    private mutating func follow(_ edge: Edge, cause: Cause) throws(RunError) {
        for assignment in edge.assignments {
            try assign(assignment.slot, assignment.expression)
        }
        release()
        switch edge.target {
        case .step(let target): try go(to: target, cause: cause)
        case .end(let outcome):
            if let (target, cause) = try end(outcome) { try go(to: target, cause: cause) }
        }
    }

    private mutating func unclear(_ step: Step) throws(RunError) {
        session.frames[topIndex].unclearCount += 1
        guard top.unclearCount <= step.unclearTimes else { return try giveUp(step) }
        if let say = step.unclear?.say {
            return try self.say(say, asking: step, isQuestion: false)
        }
        try repeatQuestion()
    }

    /// The question was answered unclearly too often.
    private mutating func giveUp(_ step: Step) throws(RunError) {
        guard let target = step.unclear?.target else {
            // Silent from now on; the count need not grow without end.
            session.frames[topIndex].unclearCount = step.unclearTimes + 1
            return
        }
        release()
        try go(to: target, cause: .unclear)
    }
}

extension Step {
    var unclearTimes: Int { unclear?.times ?? Limits.unclearDefault }
}
