package import FlowProgram

// What there is to go through at a step.
extension Step {
    /// Every edge of the step, in the order written.
    var edges: [FlowEdge] {
        switch exit {
        case .go: return [.then]
        case .end: return []
        // What is said while time passes is unclear.
        case .wait: return unclearEdge
        case .reply(let menu):
            return menu.choices.indices.map { .choice($0) }
                + menu.patterns.indices.map { .pattern($0) } + unclearEdge
        case .ask: return [.answer] + unclearEdge
        case .branch(let branches, _): return branches.indices.map { .branch($0) } + [.otherwise]
        case .call(let call):
            return call.isUniform ? [.then] : call.continuations.indices.map { .returned($0) }
        case .random(let targets):
            // A step named twice has more tickets, and is one way on.
            return targets.indices.filter { place in
                targets.firstIndex { $0.target == targets[place].target } == place
            }.map { .drawn($0) }
        }
    }

    private var unclearEdge: [FlowEdge] { unclear?.target == nil ? [] : [.unclear] }

    /// Every timer of the step, in the order written.
    var timers: [FlowTimer] {
        let after = deadlines.indices.map { FlowTimer.after($0) }
        if case .wait = exit { return after + [.waitOver] }
        return after
    }

    /// Whether the step has texts at all.
    var speaks: Bool { entry.contains(where: \.speaks) || unclear?.say != nil }

    /// Where an edge leads; `nil` for an edge that the step has not.
    func target(of edge: FlowEdge) -> Edge.Target? {
        switch (edge, exit) {
        case (.then, .go(let target)): .step(target)
        case (.then, .call(let call)): call.continuations.first.map { .step($0) }
        case (.choice(let place), .reply(let menu)): menu.choices[place].edge?.target
        case (.pattern(let place), .reply(let menu)): menu.patterns[place].edge.target
        case (.answer, .ask(_, let target)): .step(target)
        case (.unclear, _): unclear?.target.map { .step($0) }
        case (.branch(let place), .branch(let branches, _)): .step(branches[place].target)
        case (.otherwise, .branch(_, let target)): .step(target)
        case (.drawn(let place), .random(let targets)): .step(targets[place].target)
        case (.returned(let place), .call(let call)): .step(call.continuations[place])
        case (.then, _), (.choice, _), (.pattern, _), (.answer, _), (.branch, _), (.otherwise, _),
            (.drawn, _), (.returned, _):
            nil
        }
    }

    /// Where a timer leads.
    func target(of timer: FlowTimer) -> StepIndex? {
        switch (timer, exit) {
        case (.after(let place), _): deadlines[place].target
        case (.waitOver, .wait(_, let target)): target
        case (.waitOver, _): nil
        }
    }
}

extension Call {
    /// Goes on to the same step whatever the outcome: one edge, as it is written.
    var isUniform: Bool { Set(continuations).count == 1 }
}

extension Program {
    /// Every point of a flow, step by step: the step, its edges, its timers, its texts.
    package func points(of flow: FlowIndex) -> [FlowPoint] {
        self[flow].steps.enumerated().flatMap { place, step -> [FlowPoint] in
            let kinds: [FlowPoint.Kind] =
                [.step] + step.edges.map { .edge($0) } + step.timers.map { .timer($0) }
                + (step.speaks ? locales.indices.map { .texts(LocaleIndex($0)) } : [])
            return kinds.map { FlowPoint(flow: flow, step: StepIndex(place), kind: $0) }
        }
    }
}
