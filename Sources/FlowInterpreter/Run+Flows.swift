import Clocks
import Consent
import FlowProgram

// Starting, calling and ending flows.
extension Run {
    mutating func push(
        _ index: FlowIndex,
        kind: Frame.Kind,
        slots given: [Int: Value],
        cause: Cause,
        certainty: String? = nil
    ) throws(RunError) {
        // A command interrupts at any depth; there is one detour for each command at most.
        let base = session.frames.lastIndex { $0.kind == .detour } ?? 0
        guard kind == .detour || session.frames.count - base < Limits.callDepth else {
            throw .callTooDeep(limit: Limits.callDepth)
        }
        let flow = program[index]
        var slots = [SlotValue?](repeating: nil, count: flow.slots.count)
        for (place, slot) in flow.slots.enumerated() where slot.keep != nil {
            // What this very turn kept is newer.
            let values = kept.reversed() + context.kept
            let kept = values.first { $0.flow == flow.name && $0.slot == slot.name }
            guard let kept, (kept.value.expiresAt ?? context.now) > context.now,
                // An edition may have given the slot another type since.
                kept.value.fits(slot.kind, program)
            else { continue }
            slots[place] = kept.value
        }
        for (place, value) in given { slots[place] = SlotValue(value: value, expiresAt: nil) }
        session.frames.append(
            Frame(kind: kind, flow: index, slots: slots, certainty: certainty)
        )
        effects.append(.started(index, cause: cause))
        try settle()
    }

    mutating func push(_ call: Call) throws(RunError) {
        var given: [Int: Value] = [:]
        for argument in call.arguments {
            guard let value = try evaluator.value(argument.expression) else { continue }
            given[argument.slot.value] = value
        }
        try push(call.flow, kind: .called, slots: given, cause: .start, certainty: top.certainty)
    }

    /// The running flow ends with an outcome; says where its caller goes on.
    mutating func end(_ outcome: Int) throws(RunError) -> (StepIndex, Cause)? {
        let ended = top
        let name = flow.outcomes[outcome]
        keepValues(of: ended)
        if let cancelled = cancelledTimers(of: ended) { effects.append(cancelled) }
        effects.append(.ended(ended.flow, outcome: outcome, cause: .then))
        session.frames.removeLast()
        switch ended.kind {
        case .root: return nil
        case .called:
            guard case .call(let call) = flow[step: top.step].exit else {
                preconditionFailure("a called flow returns to the step that called it")
            }
            return (call.continuations[outcome], .returned(name))
        case .detour:
            try repeatQuestion()
            return nil
        }
    }

    /// Ends the running flow, or everything, without an outcome.
    mutating func end(outcome: Int?, cause: Cause, unwinding: Bool) {
        repeat {
            let ended = top
            keepValues(of: ended)
            if let cancelled = cancelledTimers(of: ended) { effects.append(cancelled) }
            effects.append(.ended(ended.flow, outcome: outcome, cause: cause))
            session.frames.removeLast()
        } while unwinding && !session.frames.isEmpty
    }

    /// Removes a pending detour through `flow`, and what runs above it.
    mutating func dropDetour(_ flow: FlowIndex) {
        let place = session.frames.firstIndex { $0.kind == .detour && $0.flow == flow }
        guard let place else { return }
        while session.frames.count > place {
            end(outcome: nil, cause: .interrupted, unwinding: false)
        }
    }

    /// After an opt-out from everything, or an erasure, nothing is left to return to: only the flow
    /// that words it goes on.
    mutating func abandonCallers(because cause: Cause) {
        for frame in session.frames.dropLast().reversed() {
            keepValues(of: frame)
            if let cancelled = cancelledTimers(of: frame) { effects.append(cancelled) }
            effects.append(.ended(frame.flow, outcome: nil, cause: cause))
        }
        session.frames = [top.asRoot]
    }

    private mutating func keepValues(of frame: Frame) {
        let flow = program[frame.flow]
        for (place, slot) in flow.slots.enumerated() where slot.keep != nil {
            guard let value = frame.slots[place] else { continue }
            kept.append(KeptValue(flow: flow.name, slot: slot.name, value: value))
        }
    }
}
