import FlowProgram

/// Which slots of a flow may still be read from each of its steps on.
///
/// What nobody reads any more cannot change the way of a conversation.
struct LiveSlots {
    /// By flow and step.
    private let slots: [[Set<SlotIndex>]]

    init(_ program: Program) {
        slots = program.flows.map { flow in
            let kept = flow.slots.indices.filter { flow.slots[$0].keep != nil }.map {
                SlotIndex($0)
            }
            var live = flow.steps.map { $0.readSlots.union(kept) }
            let ways = flow.steps.map(\.successors)
            var isGrowing = true
            while isGrowing {
                isGrowing = false
                // Most ways lead on to later steps.
                for place in live.indices.reversed() {
                    let all = ways[place].reduce(into: live[place]) { $0.formUnion(live[$1.value]) }
                    guard all.count > live[place].count else { continue }
                    live[place] = all
                    isGrowing = true
                }
            }
            return live
        }
    }

    func contains(_ slot: SlotIndex, at step: StepIndex, of flow: FlowIndex) -> Bool {
        slots[flow.value][step.value].contains(slot)
    }
}

extension Step {
    /// The slots that the step's expressions read.
    fileprivate var readSlots: Set<SlotIndex> {
        var found: Set<SlotIndex> = []
        for expression in expressions {
            expression.walk { inner in
                switch inner {
                case .slot(let slot), .has(let slot): found.insert(slot)
                case .consent(.parameter(let slot)), .cooling(.parameter(let slot)):
                    found.insert(slot)
                default: break
                }
            }
        }
        for case .parameter(let slot) in purposeReferences { found.insert(slot) }
        for case .notice(.parameter(let slot)) in entry { found.insert(slot) }
        return found
    }

    /// The steps of its flow that may come next.
    fileprivate var successors: [StepIndex] {
        var next = deadlines.map(\.target) + [unclear?.target].compactMap(\.self)
        switch exit {
        case .go(let target), .ask(_, let target), .wait(_, let target): next.append(target)
        case .end: break
        case .reply(let menu):
            for case .step(let target) in menu.edges.map(\.target) { next.append(target) }
        case .branch(let branches, let otherwise):
            next += branches.map(\.target) + [otherwise]
        case .call(let call): next += call.continuations
        case .random(let targets): next += targets.map(\.target)
        }
        return next
    }
}
