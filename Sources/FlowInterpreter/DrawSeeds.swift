package import FlowProgram

/// Seeds to try a program with where its steps draw lots.
package enum DrawSeeds {
    /// Draws of one turn that are told apart.
    private static let draws = 3
    private static let most: UInt64 = 65_536

    private struct Way: Hashable {
        let step: Int
        let draw: Int
        let target: Int
    }

    /// A few seeds with which each step that draws goes each of its ways, at each of the first
    /// three draws of a turn.
    ///
    /// One seed where nothing is drawn. A way with less than one ticket in some thousands may be
    /// left out.
    package static func covering(_ program: Program) -> [UInt64] {
        let steps = program.flows.flatMap(\.steps).compactMap { step -> [WeightedTarget]? in
            if case .random(let targets) = step.exit { targets } else { nil }
        }
        guard !steps.isEmpty else { return [1] }
        var open = steps.reduce(0) { $0 + $1.count * draws }
        var seen: Set<Way> = []
        var seeds: [UInt64] = []
        for seed in 1...most where open > 0 {
            let new = ways(steps, seed).filter { seen.insert($0).inserted }
            guard !new.isEmpty else { continue }
            open -= new.count
            seeds.append(seed)
        }
        return seeds
    }

    private static func ways(_ steps: [[WeightedTarget]], _ seed: UInt64) -> [Way] {
        steps.enumerated().flatMap { number, targets -> [Way] in
            var random = RandomState(seed)
            let sum = targets.reduce(0) { $0 + $1.weight }
            return (0..<draws).map { draw in
                var ticket = random.next(below: sum)
                let target = targets.firstIndex { target in
                    ticket -= target.weight
                    return ticket < 0
                }
                return Way(step: number, draw: draw, target: target ?? 0)
            }
        }
    }
}
