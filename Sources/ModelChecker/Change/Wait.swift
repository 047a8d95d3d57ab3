import FlowInterpreter
import FlowProgram

/// A step of the old edition at which a conversation can rest, and the same step of the new one.
struct Wait {
    let place: WaitingPlace
    let old: Place
    /// `nil` if what a conversation relies on there is not the same any more.
    let new: Place?

    /// Every one: where a reply or time is waited for, and where a called flow is.
    static func all(from old: Program, to new: Program) -> [Wait] {
        let resting = flowsThatRest(old)
        return old.flows.enumerated().flatMap { number, flow -> [Wait] in
            let counterpart = new.flow(named: flow.name)
            return flow.steps.enumerated().compactMap { index, step -> Wait? in
                guard rests(at: step, resting) else { return nil }
                let step = StepIndex(index)
                let continuation = counterpart.flatMap { place in
                    new[place].continuation(of: step, in: flow).map { Place(flow: place, step: $0) }
                }
                return Wait(
                    place: WaitingPlace(flow: flow.name, step: flow[step: step].name),
                    old: Place(flow: FlowIndex(number), step: step),
                    new: continuation
                )
            }
        }
    }

    private static func rests(at step: Step, _ resting: Set<FlowIndex>) -> Bool {
        guard case .call(let call) = step.exit else { return step.exit.waits }
        return resting.contains(call.flow)
    }

    /// Flows in which a conversation can rest, also in one they call.
    private static func flowsThatRest(_ program: Program) -> Set<FlowIndex> {
        var found: Set<FlowIndex> = []
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for (number, flow) in program.flows.enumerated() {
                let index = FlowIndex(number)
                guard !found.contains(index), flow.steps.contains(where: { rests(at: $0, found) })
                else { continue }
                found.insert(index)
                isGrowing = true
            }
        }
        return found
    }

    /// Flows that a conversation can be in while a caller beneath it holds it in the old edition.
    static func flowsHeld(by waits: [Wait], in old: Program) -> Set<FlowIndex> {
        var open = waits.filter { $0.new == nil }
            .compactMap { old[$0.old.flow][step: $0.old.step].callee }
        var held: Set<FlowIndex> = []
        while let flow = open.popLast() {
            guard held.insert(flow).inserted else { continue }
            open += old[flow].steps.compactMap(\.callee)
        }
        return held
    }
}

extension Step {
    fileprivate var callee: FlowIndex? {
        guard case .call(let call) = exit else { return nil }
        return call.flow
    }
}
