package import Consent
package import FlowProgram

/// The situations of one exploration and what leads from one to another, without what happens on
/// the way: the bound that a check is measured against.
package struct StateGraph: Sendable {
    private let keys: [SituationKey]
    private let targets: [[Int]]

    package var situations: Int { keys.count }
    package var turns: Int { targets.reduce(0) { $0 + $1.count } }

    package init(
        _ program: Program,
        through lens: Lens,
        matcher: CommandMatcher = .standard,
        limit: Int = ModelChecker.standardLimit
    ) {
        var explorer = Explorer(program, lens, matcher, limit: limit)
        explorer.explore { _ in }
        let exploration = explorer.exploration
        var targets: [[Int]] = Array(repeating: [], count: exploration.situations.count)
        for connection in exploration.connections {
            targets[connection.from].append(connection.to)
        }
        self.targets = targets
        keys = explorer.keysInOrder
    }

    /// Walks it breadth first from its beginning, with a set of keys for what was seen.
    ///
    /// - Returns: How many situations were reached: all of them.
    package func walk() -> Int {
        guard let first = keys.first else { return 0 }
        var seen: Set<SituationKey> = [first]
        var queue = [0]
        var next = 0
        while next < queue.count {
            for target in targets[queue[next]] where seen.insert(keys[target]).inserted {
                queue.append(target)
            }
            next += 1
        }
        return seen.count
    }
}
