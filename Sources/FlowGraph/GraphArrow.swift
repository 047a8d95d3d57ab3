import FlowProgram

/// A line of the picture: every edge that goes the same way in the same manner.
///
/// Three outcomes of a call that lead to one step are one line with three words beside it.
struct GraphArrow: Hashable {
    let source: StepIndex
    let target: GraphNode.Place
    let manner: GraphEdge.Manner
    let isMarked: Bool
    /// Without empty ones, in the order of the edges.
    var labels: [String]
    /// The moves of a marked path along it, in their order.
    var moves: [Int]

    var text: String { labels.joined(separator: ", ") }

    /// Moves as they stand before the words of a line: `(2, 5)`.
    static func text(of moves: [Int]) -> String {
        "(\(moves.map { "\($0)" }.joined(separator: ", ")))"
    }
}

extension Graph {
    /// The edges as they are drawn, in the order of each one's first edge.
    var arrows: [GraphArrow] {
        struct Key: Hashable {
            let source: StepIndex
            let target: GraphNode.Place
            let manner: GraphEdge.Manner
            let isMarked: Bool
        }
        var arrows: [GraphArrow] = []
        var places: [Key: Int] = [:]
        for edge in edges {
            let labels = edge.label.isEmpty ? [] : [edge.label]
            let key = Key(
                source: edge.source,
                target: edge.target,
                manner: edge.manner,
                isMarked: edge.isMarked
            )
            if let place = places[key] {
                arrows[place].labels += labels
                // Of two ways that may have been taken, each has the number of the one move.
                arrows[place].moves = Set(arrows[place].moves + edge.moves).sorted()
                continue
            }
            places[key] = arrows.count
            arrows.append(
                GraphArrow(
                    source: key.source,
                    target: key.target,
                    manner: key.manner,
                    isMarked: key.isMarked,
                    labels: labels,
                    moves: edge.moves
                )
            )
        }
        return arrows
    }
}
