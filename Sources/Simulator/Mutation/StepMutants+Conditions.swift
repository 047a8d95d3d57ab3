import Consent
import FlowProgram

// Mutants of what lets a step go on, and of what it does.
extension StepMutants {
    var droppedTimers: [Mutant] {
        step.timers.compactMap { timer in
            let name = step.name(of: timer)
            switch (timer, step.exit) {
            case (.after(let deadline), _):
                let changed = step.with(deadlines: step.deadlines.removing(at: deadline))
                let change = "dropping `\(name)` of \(step.name)"
                return mutant(.droppedTimer, change, changed, at: .timer(timer))
            case (.waitOver, .wait(_, let target)):
                let change = "leaving out `\(name)` of \(step.name)"
                return mutant(.droppedTimer, change, step.with(exit: .go(target)))
            case (.waitOver, _): return nil
            }
        }
    }

    var changedGuards: [Mutant] {
        guard case .branch(let branches, let otherwise) = step.exit else { return [] }
        return branches.enumerated().flatMap { number, branch -> [Mutant] in
            // Where all that can follow leads to the same place, no condition matters.
            let rest = branches.dropFirst(number + 1).map(\.target) + [otherwise]
            let here = Destination(branch.target, in: flow)
            guard rest.contains(where: { Destination($0, in: flow) != here }) else { return [] }
            let conditions: [(Expression, String)] = [
                (.value(.truth(true)), "letting `when \(number + 1)` of \(step.name) always hold"),
                (.value(.truth(false)), "letting `when \(number + 1)` of \(step.name) never hold"),
                (.not(branch.condition), "negating `when \(number + 1)` of \(step.name)"),
            ]
            return conditions.compactMap { condition, change in
                guard condition != branch.condition else { return nil }
                let changed = Branch(condition: condition, target: branch.target)
                let all = branches.replacing(at: number, with: changed)
                return mutant(
                    .changedGuard,
                    change,
                    step.with(exit: .branch(all, otherwise: otherwise))
                )
            }
        }
    }

    var droppedActs: [Mutant] {
        var mutants: [Mutant] = []
        for (number, action) in step.entry.enumerated() {
            guard case .act(let act) = action else { continue }
            let change = "dropping `\(act.kind.rawValue)` of \(step.name)"
            let changed = step.with(entry: step.entry.removing(at: number))
            mutants.append(mutant(.droppedAct, change, changed))
        }
        guard case .reply(let menu) = step.exit else { return mutants }
        for (number, choice) in menu.choices.enumerated() {
            guard let edge = choice.edge, let act = edge.act else { continue }
            let change =
                "dropping `\(act.kind.rawValue)` of \(choice.name) of \(step.name)"
            let changed = step.with(menu, choice: number, edge: edge.with(act: nil))
            mutants.append(mutant(.droppedAct, change, changed, at: .edge(.choice(number))))
        }
        return mutants
    }

    var droppedPurposes: [Mutant] {
        step.entry.enumerated().compactMap { number, action in
            guard case .say(let say) = action, let purpose = say.purpose else { return nil }
            let plain = Action.say(Say(message: say.message, purpose: nil))
            return mutant(
                .droppedPurpose,
                "dropping `for: \(name(of: purpose))` of \(step.name)",
                step.with(entry: step.entry.replacing(at: number, with: plain))
            )
        }
    }

    private func name(of purpose: PurposeReference) -> String {
        switch purpose {
        case .fixed(let index): program[index].id.name
        case .parameter(let slot): flow[slot: slot].name
        }
    }

    var changedPatience: [Mutant] {
        guard let unclear = step.unclear else { return [] }
        return [unclear.times - 1, unclear.times + 1].filter { $0 >= 0 }.map { times in
            let replies = "\(times) unclear \(times == 1 ? "reply" : "replies")"
            return mutant(
                .changedPatience,
                "answering \(replies) at \(step.name) instead of \(unclear.times)",
                step.with(
                    unclear: Unclear(say: unclear.say, times: times, target: unclear.target)
                )
            )
        }
    }
}
