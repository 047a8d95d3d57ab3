import FlowProgram

/// Strongly connected parts of a directed graph: what goes round in circles together.
struct GraphComponents {
    /// For each node the number of its part; a part's number is greater than those it leads to.
    private(set) var componentOf: [Int]
    private(set) var count = 0

    /// Tarjan's algorithm with a stack of its own, so that long flows cannot exhaust the thread's.
    init(_ edges: [[Int]]) {
        let unseen = -1
        componentOf = Array(repeating: unseen, count: edges.count)
        var number = Array(repeating: unseen, count: edges.count)
        var lowest = Array(repeating: 0, count: edges.count)
        var open: [Int] = []
        var next = 0
        for root in edges.indices where number[root] == unseen {
            var path: [(node: Int, edge: Int)] = [(root, 0)]
            while let (node, edge) = path.last {
                if edge == 0 {
                    number[node] = next
                    lowest[node] = next
                    next += 1
                    open.append(node)
                }
                if edge < edges[node].count {
                    path[path.count - 1].edge += 1
                    let target = edges[node][edge]
                    if number[target] == unseen {
                        path.append((target, 0))
                    } else if componentOf[target] == unseen {
                        lowest[node] = min(lowest[node], number[target])
                    }
                    continue
                }
                path.removeLast()
                if let parent = path.last?.node {
                    lowest[parent] = min(lowest[parent], lowest[node])
                }
                guard lowest[node] == number[node] else { continue }
                while let member = open.popLast() {
                    componentOf[member] = count
                    if member == node { break }
                }
                count += 1
            }
        }
    }

    /// The nodes of each part, in order.
    var members: [[Int]] {
        var members: [[Int]] = Array(repeating: [], count: count)
        for (node, component) in componentOf.enumerated() { members[component].append(node) }
        return members
    }
}

extension FlowSymbols {
    /// For each step the steps it leads to; names nothing declares are left out.
    var successors: [[Int]] {
        syntax.steps.map { step in step.targets.compactMap { steps[$0.value]?.value } }
    }
}
