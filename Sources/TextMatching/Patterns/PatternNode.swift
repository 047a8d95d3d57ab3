/// A pattern as it was parsed.
indirect enum PatternNode: Sendable {
    case empty
    case scalars(ScalarSet)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    case repeated(PatternNode, Repetition)
    case capture(slot: Int, PatternNode)

    struct Repetition: Sendable {
        let least: Int
        /// `nil` for no bound.
        let most: Int?
        let isGreedy: Bool
    }

    /// Whether it can take the empty text.
    var takesNothing: Bool {
        switch self {
        case .empty: true
        case .scalars: false
        case .sequence(let parts): parts.allSatisfy(\.takesNothing)
        case .alternatives(let parts): parts.contains(where: \.takesNothing)
        case .repeated(let body, let repetition): repetition.least == 0 || body.takesNothing
        case .capture(_, let body): body.takesNothing
        }
    }

    /// How many automaton states it compiles to, known before any is made.
    ///
    /// Cut off at twice the limit of states, so that bounds inside bounds cannot overflow.
    var stateCount: Int {
        let count: Int =
            switch self {
            case .empty: 0
            case .scalars: 1
            case .sequence(let parts): parts.reduce(0) { $0 + $1.stateCount }
            case .alternatives(let parts):
                parts.reduce(parts.count - 1) { $0 + $1.stateCount }
            case .repeated(let body, let repetition):
                Self.stateCount(of: body, repeated: repetition)
            case .capture(_, let body): body.stateCount + 2
            }
        return min(count, PatternLimits.states * 2)
    }

    private static func stateCount(of body: PatternNode, repeated repetition: Repetition) -> Int {
        let once = body.stateCount
        guard once > 0 else { return 0 }
        if let most = repetition.most {
            return once * most + (most - repetition.least)
        }
        let loop = repetition.least == 0 && body.takesNothing ? 2 : 1
        return once * max(repetition.least, 1) + loop
    }
}
