/// Walks two automata side by side, breadth first, for a shortest text that both take.
///
/// A pair of states is looked at once and has at most two successors, so the work is at most the
/// product of the two numbers of states: no automaton is made deterministic.
struct PatternProduct {
    private let left: PatternProgram
    private let right: PatternProgram
    private let pairLimit: Int
    private var pairCount = 0
    /// For each pair the pair it was reached from, plus one; 0 for a pair not yet reached.
    private var origins: [Int32]
    private var commonScalars: [SetPair: Unicode.Scalar?] = [:]

    private struct SetPair: Hashable {
        let left: Int
        let right: Int
    }

    /// A pair about to be looked at and the pair it was reached from.
    private struct Visit {
        let pair: Int
        let origin: Int
    }

    init(_ left: PatternProgram, _ right: PatternProgram, pairLimit: Int) {
        self.left = left
        self.right = right
        self.pairLimit = pairLimit
        origins = Array(repeating: 0, count: left.states.count * right.states.count)
    }

    mutating func shortest() -> PatternIntersection {
        let start = pair(left.start, right.start)
        var frontier: [Visit] = [Visit(pair: start, origin: start)]
        // Longer texts are taken by no pattern, so there is no need to look further.
        for _ in 0...PatternLimits.textScalars {
            var stack = Array(frontier.reversed())
            frontier.removeAll(keepingCapacity: true)
            while let visit = stack.popLast() {
                guard origins[visit.pair] == 0 else { continue }
                pairCount += 1
                guard pairCount <= pairLimit else { return .unknown }
                origins[visit.pair] = Int32(visit.origin + 1)
                if isAccepting(visit.pair) { return .both(example: text(to: visit.pair)) }
                look(at: visit.pair, stack: &stack, frontier: &frontier)
            }
            if frontier.isEmpty { return .disjoint }
        }
        return .disjoint
    }

    private func pair(_ left: Int, _ right: Int) -> Int {
        left * width + right
    }

    private var width: Int { right.states.count }

    private func states(of pair: Int) -> (PatternProgram.State, PatternProgram.State) {
        (left.states[pair / width], right.states[pair % width])
    }

    private func isAccepting(_ pair: Int) -> Bool {
        if case (.accept, .accept) = states(of: pair) { true } else { false }
    }

    /// Successors without a scalar go to `stack`, those after one to `frontier`.
    private mutating func look(
        at origin: Int,
        stack: inout [Visit],
        frontier: inout [Visit]
    ) {
        let (first, second) = (origin / width, origin % width)
        switch states(of: origin) {
        case (.split(let one, let other), _):
            stack.append(Visit(pair: pair(other, second), origin: origin))
            stack.append(Visit(pair: pair(one, second), origin: origin))
        case (.note(_, let next), _):
            stack.append(Visit(pair: pair(next, second), origin: origin))
        case (_, .split(let one, let other)):
            stack.append(Visit(pair: pair(first, other), origin: origin))
            stack.append(Visit(pair: pair(first, one), origin: origin))
        case (_, .note(_, let next)):
            stack.append(Visit(pair: pair(first, next), origin: origin))
        case (.take(let set, let next), .take(let otherSet, let otherNext)):
            guard commonScalar(SetPair(left: set, right: otherSet)) != nil else { return }
            frontier.append(Visit(pair: pair(next, otherNext), origin: origin))
        case (.accept, .take), (.take, .accept), (.accept, .accept):
            return
        }
    }

    private mutating func commonScalar(_ sets: SetPair) -> Unicode.Scalar? {
        if let known = commonScalars[sets] { return known }
        let common = left.sets[sets.left].intersection(right.sets[sets.right]).mostReadable
        commonScalars[sets] = .some(common)
        return common
    }

    /// The text along the way to `pair`.
    private mutating func text(to pair: Int) -> String {
        var scalars: [Unicode.Scalar] = []
        var pair = pair
        while true {
            let origin = Int(origins[pair]) - 1
            guard origin != pair else { break }
            if case (.take(let set, _), .take(let otherSet, _)) = states(of: origin),
                let scalar = commonScalar(SetPair(left: set, right: otherSet))
            {
                scalars.append(scalar)
            }
            pair = origin
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars.reversed())
        return String(text)
    }
}
