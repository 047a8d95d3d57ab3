import FlowProgram

// Copies of a step with one thing in them another.
extension Step {
    func with(entry: [Action]) -> Step { copy(entry: entry) }
    func with(exit: Exit) -> Step { copy(exit: exit) }
    func with(deadlines: [Deadline]) -> Step { copy(deadlines: deadlines) }
    func with(unclear: Unclear?) -> Step { copy(unclear: .some(unclear)) }

    private func copy(
        entry: [Action]? = nil,
        exit: Exit? = nil,
        deadlines: [Deadline]? = nil,
        unclear: Unclear?? = .none
    ) -> Step {
        Step(
            name: name,
            line: line,
            entry: entry ?? self.entry,
            exit: exit ?? self.exit,
            deadlines: deadlines ?? self.deadlines,
            unclear: unclear ?? self.unclear,
            waitContract: waitContract
        )
    }

    /// The step with one choice of its menu, which it has, replaced.
    func with(_ menu: ReplyMenu, choice place: Int, edge: Edge) -> Step {
        let old = menu.choices[place]
        let choice = Choice(name: old.name, label: old.label, words: old.words, edge: edge)
        return with(
            exit: .reply(
                ReplyMenu(
                    choices: menu.choices.replacing(at: place, with: choice),
                    patterns: menu.patterns
                )
            )
        )
    }

    /// The step with an edge that leads elsewhere; `nil` for a choice, a pattern, and an edge that
    /// it has not.
    func redirecting(_ edge: FlowEdge, to target: StepIndex) -> Step? {
        switch (edge, exit) {
        case (.then, .go): return with(exit: .go(target))
        case (.then, .call(let call)):
            return with(exit: .call(call.going(to: call.continuations.map { _ in target })))
        case (.returned(let place), .call(let call)):
            let targets = call.continuations.replacing(at: place, with: target)
            return with(exit: .call(call.going(to: targets)))
        case (.answer, .ask(let slot, _)): return with(exit: .ask(slot, then: target))
        case (.branch(let place), .branch(let branches, let otherwise)):
            let branch = Branch(condition: branches[place].condition, target: target)
            let changed = branches.replacing(at: place, with: branch)
            return with(exit: .branch(changed, otherwise: otherwise))
        case (.otherwise, .branch(let branches, _)):
            return with(exit: .branch(branches, otherwise: target))
        case (.drawn(let place), .random(let targets)):
            let old = targets[place].target
            let changed = targets.map { ticket in
                ticket.target == old
                    ? WeightedTarget(target: target, weight: ticket.weight) : ticket
            }
            return with(exit: .random(changed))
        case (.unclear, _):
            return unclear.map {
                with(unclear: Unclear(say: $0.say, times: $0.times, target: target))
            }
        case (.then, _), (.choice, _), (.pattern, _), (.answer, _), (.branch, _), (.otherwise, _),
            (.drawn, _), (.returned, _):
            return nil
        }
    }

    /// The step with a timer that leads elsewhere; `nil` for one that it has not.
    func redirecting(_ timer: FlowTimer, to target: StepIndex) -> Step? {
        switch (timer, exit) {
        case (.after(let place), _):
            let deadline = Deadline(period: deadlines[place].period, target: target)
            return with(deadlines: deadlines.replacing(at: place, with: deadline))
        case (.waitOver, .wait(let period, _)): return with(exit: .wait(period, then: target))
        case (.waitOver, _): return nil
        }
    }
}

extension Call {
    fileprivate func going(to targets: [StepIndex]) -> Call {
        Call(flow: flow, arguments: arguments, continuations: targets)
    }
}

extension Edge {
    func with(act: Act?) -> Edge { Edge(assignments: assignments, act: act, target: target) }
    func with(target: Target) -> Edge { Edge(assignments: assignments, act: act, target: target) }
}
