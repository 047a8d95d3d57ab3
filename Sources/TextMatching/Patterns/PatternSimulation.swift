/// Runs an automaton over a text in all its states at once, without captures.
///
/// A state is entered at most once between two scalars, so the time is at most states times
/// length and the memory that of two lists of states, whatever the pattern and the text.
struct PatternSimulation {
    private let program: PatternProgram
    /// Where in the text each state was last entered.
    private var enteredAt: [Int]
    private var pending: [Int] = []
    private var current: [Int] = []
    private var next: [Int] = []
    /// States entered so far: the measure of the work done.
    private(set) var stepCount = 0

    init(_ program: PatternProgram) {
        self.program = program
        enteredAt = Array(repeating: -1, count: program.states.count)
    }

    /// Whether the automaton takes exactly `scalars`.
    mutating func takes(_ scalars: [Unicode.Scalar]) -> Bool {
        enter(program.start, at: 0)
        for (position, scalar) in scalars.enumerated() {
            swap(&current, &next)
            next.removeAll(keepingCapacity: true)
            guard !current.isEmpty else { return false }
            let symbol = program.alphabet.symbol(of: scalar)
            for state in current {
                guard case .take(let set, let following) = program.states[state],
                    program.alphabet.set(set, holds: symbol)
                else { continue }
                enter(following, at: position + 1)
            }
        }
        return next.contains { state in
            if case .accept = program.states[state] { true } else { false }
        }
    }

    /// Adds `state`, and what is reached from it without a scalar, to the next list.
    private mutating func enter(_ state: Int, at position: Int) {
        pending.append(state)
        while let state = pending.popLast() {
            guard enteredAt[state] != position else { continue }
            enteredAt[state] = position
            stepCount += 1
            switch program.states[state] {
            case .take, .accept: next.append(state)
            case .note(_, let following): pending.append(following)
            case .split(let first, let second):
                pending.append(second)
                pending.append(first)
            }
        }
    }
}
