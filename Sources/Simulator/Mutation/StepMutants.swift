import FlowProgram

/// The mutants of one step.
struct StepMutants {
    let program: Program
    let flowIndex: FlowIndex
    let place: StepIndex
    let flow: Flow
    let step: Step

    init(_ program: Program, _ flow: FlowIndex, _ step: StepIndex) {
        self.program = program
        flowIndex = flow
        place = step
        self.flow = program[flow]
        self.step = program[flow][step: step]
    }

    func all(using generator: inout SeededGenerator) -> [Mutant] {
        removedEdges + swappedChoices + droppedTimers + changedGuards + droppedActs
            + droppedPurposes + changedPatience + redirected(using: &generator)
    }

    func mutant(
        _ kind: Mutant.Kind,
        _ change: String,
        _ changed: Step,
        at point: FlowPoint.Kind = .step
    ) -> Mutant {
        Mutant(
            kind: kind,
            flow: flowIndex,
            place: place,
            change: change,
            point: FlowPoint(flow: flowIndex, step: place, kind: point),
            step: changed
        )
    }

    func name(_ edge: FlowEdge) -> String { step.name(of: edge, in: program) }

    // MARK: Edges

    // A button that is gone is seen by every transcript that shows the question; that its choice
    // leads nowhere is seen only by one that takes it.
    private var removedEdges: [Mutant] {
        step.edges.compactMap { edge in
            guard let changed = removing(edge) else { return nil }
            let change = "removing the \(edge.noun) \(name(edge)) of \(step.name)"
            return mutant(.removedEdge, change, changed, at: .edge(edge))
        }
    }

    private func removing(_ edge: FlowEdge) -> Step? {
        switch (edge, step.exit) {
        case (.choice(let choice), .reply(let menu)):
            let back = Edge(assignments: [], act: nil, target: .step(place))
            guard menu.choices[choice].edge != back else { return nil }
            return step.with(menu, choice: choice, edge: back)
        case (.pattern(let pattern), .reply(let menu)):
            let patterns = menu.patterns.removing(at: pattern)
            return step.with(
                exit: .reply(ReplyMenu(choices: menu.choices, patterns: patterns))
            )
        case (.answer, .ask(let slot, let target)) where target != place:
            return step.with(exit: .ask(slot, then: place))
        case (.unclear, _):
            return step.unclear.map {
                step.with(unclear: Unclear(say: $0.say, times: $0.times, target: nil))
            }
        case (.drawn(let drawn), .random(let targets)):
            let all = Set(targets.map { Destination($0.target, in: flow) })
            guard all.count > 1 else { return nil }
            let others = targets.filter { $0.target != targets[drawn].target }
            return step.with(exit: .random(others))
        // What is left to go on with is another step: see `redirected`, and for a branch
        // `changedGuards`.
        case (.then, _), (.choice, _), (.pattern, _), (.answer, _), (.branch, _), (.otherwise, _),
            (.drawn, _), (.returned, _):
            return nil
        }
    }

    private var swappedChoices: [Mutant] {
        guard case .reply(let menu) = step.exit else { return [] }
        var mutants: [Mutant] = []
        for (first, left) in menu.choices.enumerated() {
            for second in menu.choices.indices.dropFirst(first + 1) {
                let right = menu.choices[second]
                guard let leftEdge = left.edge, let rightEdge = right.edge,
                    Destination(leftEdge.target, in: flow)
                        != Destination(rightEdge.target, in: flow)
                else { continue }
                let half = step.with(
                    menu,
                    choice: first,
                    edge: leftEdge.with(target: rightEdge.target)
                )
                guard case .reply(let halfMenu) = half.exit else { continue }
                let whole = half.with(
                    halfMenu,
                    choice: second,
                    edge: rightEdge.with(target: leftEdge.target)
                )
                let change =
                    "swapping where \(left.name) and \(right.name) of \(step.name) lead"
                mutants.append(
                    mutant(.swappedChoices, change, whole, at: .edge(.choice(first)))
                )
            }
        }
        return mutants
    }

    private func redirected(using generator: inout SeededGenerator) -> [Mutant] {
        var mutants: [Mutant] = []
        for edge in step.edges {
            guard case .step(let target)? = step.target(of: edge),
                let other = otherStep(than: target, using: &generator),
                let changed = step.redirecting(edge, to: other)
            else { continue }
            let change = redirection(of: name(edge), from: target, to: other)
            mutants.append(mutant(.redirected, change, changed, at: .edge(edge)))
        }
        for timer in step.timers {
            guard let target = step.target(of: timer),
                let other = otherStep(than: target, using: &generator),
                let changed = step.redirecting(timer, to: other)
            else { continue }
            let change = redirection(of: step.name(of: timer), from: target, to: other)
            mutants.append(mutant(.redirected, change, changed, at: .timer(timer)))
        }
        return mutants
    }

    private func redirection(of way: String, from: StepIndex, to: StepIndex) -> String {
        "sending \(way) of \(step.name) to \(flow[step: to].name) instead of "
            + flow[step: from].name
    }

    /// A step that does something else than `target`.
    private func otherStep(
        than target: StepIndex,
        using generator: inout SeededGenerator
    ) -> StepIndex? {
        let here = Destination(target, in: flow)
        return flow.steps.indices.map { StepIndex($0) }
            .filter { Destination($0, in: flow) != here }
            .randomElement(using: &generator)
    }
}
