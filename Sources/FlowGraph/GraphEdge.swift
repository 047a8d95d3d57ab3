package import FlowProgram

/// One way from a step to what comes next.
package struct GraphEdge: Hashable, Sendable {
    /// Which of a step's ways this is; numbers are places in the step's own lists.
    package enum Way: Hashable, Sendable {
        case then
        case end
        case choice(Int)
        case pattern(Int)
        /// A value that the step asked for.
        case answer
        case branch(Int)
        case otherwise
        /// The outcome of a call, by its place in the callee's outcomes.
        case outcome(Int)
        /// One of a random step's targets.
        case draw(Int)
        /// A `wait` is over.
        case waited
        case deadline(Int)
        case unclear
    }

    /// What has to happen for a way to be taken, which decides how its line is drawn.
    package enum Manner: Hashable, Sendable {
        /// The contact answers, or nothing has to happen.
        case goes
        /// Time passes.
        case time
        /// Replies fit nothing.
        case unclear
    }

    package let source: StepIndex
    package let way: Way
    package let target: GraphNode.Place
    /// The way in one word or a few, as the flow writes it: `agree`, `after 1 day`, `then`.
    package let name: String
    /// What stands beside the line; empty for what simply follows.
    package let label: String
    /// The moves of a marked path along it, counted from 1.
    package let moves: [Int]

    package init(
        source: StepIndex,
        way: Way,
        target: GraphNode.Place,
        name: String,
        label: String,
        moves: [Int]
    ) {
        self.source = source
        self.way = way
        self.target = target
        self.name = name
        self.label = label
        self.moves = moves
    }

    package var isMarked: Bool { !moves.isEmpty }

    package var manner: Manner {
        switch way {
        case .then, .end, .choice, .pattern, .answer, .branch, .otherwise, .outcome, .draw: .goes
        case .waited, .deadline: .time
        case .unclear: .unclear
        }
    }
}
