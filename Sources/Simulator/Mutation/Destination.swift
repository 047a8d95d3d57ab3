import FlowProgram

/// Where an edge really leads: steps that only lead on are passed through.
///
/// Two edges with the same destination cannot be told apart.
enum Destination: Hashable {
    case step(StepIndex)
    case end(outcome: Int)

    init(_ target: Edge.Target, in flow: Flow) {
        switch target {
        case .end(let outcome): self = .end(outcome: outcome)
        case .step(let step): self = Destination(step, in: flow)
        }
    }

    init(_ step: StepIndex, in flow: Flow) {
        var place = step
        // A circle of steps that only lead on is one that nobody leaves.
        for _ in flow.steps {
            let step = flow[step: place]
            guard step.entry.isEmpty else { break }
            if case .end(let outcome) = step.exit {
                self = .end(outcome: outcome)
                return
            }
            guard case .go(let next) = step.exit else { break }
            place = next
        }
        self = .step(place)
    }
}
