import Clocks
import Consent
import FlowProgram

// What a contact's reply does to the waiting step.
extension Run {
    mutating func reply(_ input: Input) throws(RunError) {
        let step = flow[step: top.step]
        let matching = ReplyMatching(
            program: program,
            locale: context.locale,
            today: context.now.date
        )
        switch (matching.match(input, at: step, of: flow), step.exit) {
        case (.choice(let index, let how), .reply(let menu)):
            try take(menu.choices[index], how)
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

    private mutating func take(_ choice: Choice, _ how: Matcher) throws(RunError) {
        guard let edge = choice.edge else {
            preconditionFailure("the choices of a step have edges")
        }
        let certainty: ActCertainty =
            switch how {
            case .button: .button
            case .exactWord: .exactWord
            case .typedSlot, .pattern, .fuzzy: .inexact
            }
        if let act = edge.act, !perform(act, certainty: certainty, origin: .contact) {
            // Nothing was given: ask again, within the bound that unclear replies have.
            return try unclear(flow[step: top.step])
        }
        try follow(edge, cause: .choice(choice.name, how))
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
        for capture in captures {
            guard let value = reader.read(capture.text, as: flow[slot: capture.slot].kind) else {
                return try unclear(flow[step: top.step])
            }
            store(value, in: capture.slot)
        }
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
        let times = step.unclear?.times ?? Limits.unclearDefault
        session.frames[topIndex].unclearCount += 1
        if top.unclearCount <= times {
            if let say = step.unclear?.say {
                return try self.say(say, asking: step)
            }
            return try repeatQuestion()
        }
        guard let target = step.unclear?.target else {
            // Silent from now on; the count need not grow without end.
            session.frames[topIndex].unclearCount = times + 1
            return
        }
        release()
        try go(to: target, cause: .unclear)
    }
}
