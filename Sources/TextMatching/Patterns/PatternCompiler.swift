/// Turns a parsed pattern into its automaton.
///
/// It builds from the end: each part is given the state that follows it and returns the state it
/// starts with, so nothing has to be patched but the one split that closes a loop.
struct PatternCompiler {
    private var states: [PatternProgram.State] = []
    private var sets: [ScalarSet] = []
    private var setIndices: [ScalarSet: Int] = [:]

    /// Compiles `node`, which must be within the limit of states.
    static func compile(_ node: PatternNode, captureCount: Int) -> PatternProgram {
        var compiler = PatternCompiler()
        let accept = compiler.add(.accept)
        let start = compiler.entry(to: node, before: accept)
        return PatternProgram(
            states: compiler.states,
            start: start,
            sets: compiler.sets,
            slotCount: captureCount * 2
        )
    }

    private mutating func add(_ state: PatternProgram.State) -> Int {
        states.append(state)
        return states.count - 1
    }

    private mutating func entry(to node: PatternNode, before next: Int) -> Int {
        switch node {
        case .empty:
            return next
        case .scalars(let set):
            return add(.take(set: index(of: set), next: next))
        case .sequence(let parts):
            return parts.reversed().reduce(next) { entry(to: $1, before: $0) }
        case .alternatives(let parts):
            let entries = parts.map { entry(to: $0, before: next) }
            return entries.dropLast().reversed().reduce(entries.last ?? next) { rest, first in
                add(.split(first: first, second: rest))
            }
        case .capture(let slot, let body):
            let close = add(.note(slot: slot + 1, next: next))
            let inner = entry(to: body, before: close)
            return add(.note(slot: slot, next: inner))
        case .repeated(let body, let repetition):
            return entry(to: body, repeated: repetition, before: next)
        }
    }

    private mutating func entry(
        to body: PatternNode,
        repeated repetition: PatternNode.Repetition,
        before next: Int
    ) -> Int {
        // A body without states takes only the empty text, however often it is repeated.
        guard body.stateCount > 0 else { return next }
        var required = repetition.least
        var following = next
        if let most = repetition.most {
            for _ in required..<most {
                let inner = entry(to: body, before: following)
                following = choice(enter: inner, leave: next, isGreedy: repetition.isGreedy)
            }
        } else if required == 0, !body.takesNothing {
            following = loop(around: body, before: next, isGreedy: repetition.isGreedy).turn
        } else {
            // A body that can take nothing leads back to a turn that was entered already: were
            // the turn first, a round that takes nothing could never leave the loop.
            let made = loop(around: body, before: next, isGreedy: repetition.isGreedy)
            following = made.body
            if required == 0 {
                following = choice(enter: made.body, leave: next, isGreedy: repetition.isGreedy)
            }
            required = max(required - 1, 0)
        }
        for _ in 0..<required { following = entry(to: body, before: following) }
        return following
    }

    private mutating func loop(
        around body: PatternNode,
        before next: Int,
        isGreedy: Bool
    ) -> (turn: Int, body: Int) {
        // Holds the place of the split, whose first branch needs the body made first.
        let turn = add(.accept)
        let inner = entry(to: body, before: turn)
        states[turn] = Self.split(enter: inner, leave: next, isGreedy: isGreedy)
        return (turn, inner)
    }

    private mutating func choice(enter: Int, leave: Int, isGreedy: Bool) -> Int {
        add(Self.split(enter: enter, leave: leave, isGreedy: isGreedy))
    }

    private static func split(enter: Int, leave: Int, isGreedy: Bool) -> PatternProgram.State {
        isGreedy
            ? .split(first: enter, second: leave) : .split(first: leave, second: enter)
    }

    private mutating func index(of set: ScalarSet) -> Int {
        if let known = setIndices[set] { return known }
        sets.append(set)
        setIndices[set] = sets.count - 1
        return sets.count - 1
    }
}
