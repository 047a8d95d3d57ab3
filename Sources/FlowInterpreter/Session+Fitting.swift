import Clocks
package import FlowProgram

extension Session {
    /// Whether `program` can run this session: a stored session is input like any other.
    package func fits(_ program: Program) -> Bool {
        guard self.program == program.digest, frames.first?.kind == .root,
            frames.dropFirst().allSatisfy({ $0.kind != .root }),
            Self.isStated(startedAt), Self.isStated(lastTurnAt),
            frames.allSatisfy({ $0.fits(program) })
        else { return false }
        for (place, frame) in frames.enumerated() {
            let exit = program[frame.flow][step: frame.step].exit
            let above = frames.dropFirst(place + 1).first
            if let above, above.kind == .called {
                guard case .call(let call) = exit, call.flow == above.flow else { return false }
            } else if !exit.waits {
                return false
            }
        }
        return true
    }

    /// Within the years 1 to 9999, so that no period leads out of what can be counted.
    static func isStated(_ instant: Timestamp) -> Bool {
        (-62_135_596_800_000...253_402_300_799_999).contains(instant.milliseconds)
    }
}

extension Frame {
    fileprivate func fits(_ program: Program) -> Bool {
        guard program.flows.indices.contains(flow.value) else { return false }
        let flow = program[flow]
        let held = heldStep ?? step
        guard flow.steps.indices.contains(step.value), flow.steps.indices.contains(held.value),
            slots.count == flow.slots.count, unclearCount <= Limits.unclearMaximum + 1,
            deadlines.allSatisfy({ $0.fits(flow[step: held]) })
        else { return false }
        return zip(slots, flow.slots).allSatisfy { value, slot in
            guard let value else {
                return !(slot.isParameter && (slot.kind == .purpose || slot.kind == .notice))
            }
            // A parameter lives as long as its flow.
            return value.fits(slot.kind, program)
                && !(slot.isParameter && value.expiresAt != nil)
        }
    }
}

extension PendingDeadline {
    fileprivate func fits(_ step: Step) -> Bool {
        guard Session.isStated(due) else { return false }
        switch (edge, step.exit) {
        case (.after(let index), _): return step.deadlines.indices.contains(index)
        case (.waitOver, .wait): return true
        case (.waitOver, _): return false
        }
    }
}

extension SlotValue {
    /// Whether a stored value is one that a slot of this kind may have.
    func fits(_ kind: SlotKind, _ program: Program) -> Bool {
        guard expiresAt.map(Session.isStated) ?? true else { return false }
        switch (value, kind) {
        case (.purpose(let index), .purpose), (.purpose(let index), .notice):
            return program.purposes.indices.contains(index.value)
        case (.notice(let index), .notice): return program.notices.indices.contains(index.value)
        case (.notice, _), (.purpose, _): return false
        case (.text, _), (.number, _), (.truth, _), (.date, _):
            return value.type == kind.valueType
        }
    }
}
