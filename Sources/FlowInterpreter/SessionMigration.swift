import Consent
package import FlowProgram

extension Session {
    /// What became of a session that met a newer edition of its program.
    package enum Migration: Hashable, Sendable {
        case moved(Session)
        /// The first flow and step whose contract is not the same any more.
        case contractChanged(flow: String, step: String)
    }

    /// The same place in `new`, if everything a waiting contact relies on is unchanged there.
    ///
    /// Texts may differ; what is accepted, where it leads, the slots and the deadlines may not.
    package func migrated(from old: Program, to new: Program) -> Migration {
        precondition(fits(old), "a session migrates from the program it is pinned to")
        var moved: [Frame] = []
        for frame in frames {
            let oldFlow = old[frame.flow]
            let oldStep = oldFlow[step: frame.step]
            guard let index = new.flow(named: oldFlow.name),
                let step = new[index].continuation(of: frame.step, in: oldFlow),
                let held = Self.held(frame, oldFlow, new[index]),
                let slots = Self.slots(frame.slots, from: old, to: new)
            else {
                let changed = frame.heldStep.map { oldFlow[step: $0].name }
                return .contractChanged(flow: oldFlow.name, step: changed ?? oldStep.name)
            }
            var copy = Frame(
                kind: frame.kind,
                flow: index,
                slots: slots,
                certainty: frame.certainty
            )
            copy.step = step
            copy.heldStep = held.step
            copy.heldTurn = frame.heldTurn
            copy.deadlines = frame.deadlines
            copy.unclearCount = frame.unclearCount
            moved.append(copy)
        }
        var session = self
        session.frames = moved
        session.program = new.digest
        return .moved(session)
    }

    /// Where the question whose deadlines still run has gone; `nil` if it is not the same any more.
    private static func held(
        _ frame: Frame,
        _ old: Flow,
        _ new: Flow
    ) -> (step: StepIndex?, Void)? {
        guard let place = frame.heldStep else { return (nil, ()) }
        return new.continuation(of: place, in: old).map { ($0, ()) }
    }

    // Purposes and notices are held by index, which a new edition may have moved.
    private static func slots(
        _ slots: [SlotValue?],
        from old: Program,
        to new: Program
    ) -> [SlotValue?]? {
        var result: [SlotValue?] = []
        for slot in slots {
            guard let slot else {
                result.append(nil)
                continue
            }
            let value: Value
            switch slot.value {
            case .purpose(let index):
                let name = old[index].id
                guard let place = new.purposes.firstIndex(where: { $0.id == name }) else {
                    return nil
                }
                value = .purpose(PurposeIndex(place))
            case .notice(let index):
                let name = old[index].version.name
                guard let place = new.notices.firstIndex(where: { $0.version.name == name })
                else { return nil }
                value = .notice(NoticeIndex(place))
            case .text, .number, .truth, .date: value = slot.value
            }
            result.append(SlotValue(value: value, expiresAt: slot.expiresAt))
        }
        return result
    }
}

extension Flow {
    /// Where a frame that rests at `step` of an older edition goes on in this one; `nil` if
    /// something it relies on is not the same any more.
    package func continuation(of step: StepIndex, in old: Flow) -> StepIndex? {
        guard let index = self.step(named: old[step: step].name),
            self[step: index].waitContract == old[step: step].waitContract,
            slots.map(\.name) == old.slots.map(\.name)
        else { return nil }
        return index
    }
}
