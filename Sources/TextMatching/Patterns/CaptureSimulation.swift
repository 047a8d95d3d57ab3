/// Runs an automaton over a text and keeps, for each state, the captures of the most preferred
/// way to reach it (Pike's algorithm; Cox, "Regular Expression Matching: the Virtual Machine
/// Approach", 2009).
///
/// States are entered in order of preference and at most once between two scalars, so the way
/// kept is the one a backtracking matcher would try first.
struct CaptureSimulation {
    /// One list of states in order of preference, with a row of slots for each state.
    private struct Threads {
        var states: [Int] = []
        var slots: [Int]
    }

    private enum Task {
        case enter(Int)
        /// Puts a slot back when all that follows its note has been entered.
        case restore(slot: Int, Int)
    }

    private static let unset = -1

    private let program: PatternProgram
    private var enteredAt: [Int]
    private var pending: [Task] = []
    private var working: [Int]
    private var current: Threads
    private var next: Threads
    /// States entered so far: the measure of the work done.
    private(set) var stepCount = 0

    init(_ program: PatternProgram) {
        self.program = program
        enteredAt = Array(repeating: -1, count: program.states.count)
        working = Array(repeating: Self.unset, count: program.slotCount)
        let rows = Array(
            repeating: Self.unset,
            count: program.slotCount * program.states.count
        )
        current = Threads(slots: rows)
        next = Threads(slots: rows)
    }

    /// The part of `scalars` each capture took, `nil` for one that took no part; `nil` as a
    /// whole unless the automaton takes all of `scalars`.
    mutating func captures(in scalars: [Unicode.Scalar]) -> [Range<Int>?]? {
        enter(program.start, at: 0)
        for (position, scalar) in scalars.enumerated() {
            swap(&current, &next)
            next.states.removeAll(keepingCapacity: true)
            guard !current.states.isEmpty else { return nil }
            let symbol = program.alphabet.symbol(of: scalar)
            for state in current.states {
                guard case .take(let set, let following) = program.states[state],
                    program.alphabet.set(set, holds: symbol)
                else { continue }
                for slot in working.indices {
                    working[slot] = current.slots[state * program.slotCount + slot]
                }
                enter(following, at: position + 1)
            }
        }
        for state in next.states {
            if case .accept = program.states[state] { return ranges(of: state) }
        }
        return nil
    }

    private func ranges(of state: Int) -> [Range<Int>?] {
        let row = state * program.slotCount
        return stride(from: row, to: row + program.slotCount, by: 2).map { slot in
            let start = next.slots[slot]
            let end = next.slots[slot + 1]
            return start == Self.unset || end == Self.unset ? nil : start..<end
        }
    }

    private mutating func enter(_ state: Int, at position: Int) {
        pending.append(.enter(state))
        while let task = pending.popLast() {
            switch task {
            case .restore(let slot, let value): working[slot] = value
            case .enter(let state):
                guard enteredAt[state] != position else { continue }
                enteredAt[state] = position
                stepCount += 1
                follow(state, at: position)
            }
        }
    }

    private mutating func follow(_ state: Int, at position: Int) {
        switch program.states[state] {
        case .take, .accept:
            next.states.append(state)
            for slot in working.indices {
                next.slots[state * program.slotCount + slot] = working[slot]
            }
        case .split(let first, let second):
            pending.append(.enter(second))
            pending.append(.enter(first))
        case .note(let slot, let following):
            pending.append(.restore(slot: slot, working[slot]))
            working[slot] = position
            pending.append(.enter(following))
        }
    }
}
