import FlowProgram

/// What a box is called in the text of a picture, where nobody reads it.
///
/// Numbers, never what an author wrote: a step called `end` would end a Mermaid chart.
enum PlaceName {
    /// By the flow's place in the picture; boxes of the first flow have no prefix.
    static func of(_ place: GraphNode.Place, in graph: Int) -> String {
        switch place {
        case .step(let step): prefix(graph) + "s\(step.value)"
        case .end(let outcome): prefix(graph) + "e\(outcome)"
        }
    }

    /// The dot where a conversation comes in.
    static func entry(of graph: Int) -> String { prefix(graph) + "entry" }

    /// The frame around a flow, where there is more than one.
    static func frame(of graph: Int) -> String { "cluster_\(graph)" }

    private static func prefix(_ graph: Int) -> String { graph == 0 ? "" : "f\(graph)" }
}
