import Consent
import FlowProgram

/// One flow of a picture in the DOT language.
struct DOTGraph {
    /// How the lines and frames of a marked path are drawn.
    static let marked = "color=\"\(Ink.marked)\", penwidth=3"

    let graph: Graph
    /// The flow's place in the picture.
    let place: Int

    init(_ graph: Graph, at place: Int) {
        self.graph = graph
        self.place = place
    }

    var statements: [String] { entry + graph.nodes.map(box) + graph.arrows.map(line) }

    /// The dot where a conversation comes in.
    private var entry: [String] {
        let dot = PlaceName.entry(of: place)
        let label = graph.command.map { "label=<\(Self.aside([$0.uppercased()]))>, " } ?? ""
        return [
            "\(dot) [shape=circle, style=filled, fillcolor=\"\(Ink.text)\", width=0.16, "
                + "label=\"\", tooltip=\"the flow starts here\"]",
            "\(dot) -> \(name(of: .step(Flow.entry))) [\(label)weight=10]",
        ]
    }

    private func box(_ node: GraphNode) -> String {
        var attributes = ["label=<\(label(of: node))>", "tooltip=\(Self.tooltip(of: node))"]
        switch node.kind {
        case .branches, .random: attributes += ["shape=hexagon", "style=filled", "margin=\"0,0\""]
        case .calls: attributes += ["peripheries=2"]
        case .outcome:
            attributes += ["fillcolor=\"\(Ink.outcome)\"", "fontcolor=white", "shape=box"]
        case .says, .asks, .chooses, .waits, .acts, .ends: break
        }
        if let shade = ConsentShade(node.consent) {
            attributes.append("fillcolor=\"\(shade.fill)\"")
        }
        if node.isMarked { attributes.append(Self.marked) }
        return "\(name(of: node.place)) [\(attributes.joined(separator: ", "))]"
    }

    private func label(of node: GraphNode) -> String {
        let name = Wrapping.lines(of: node.name, columns: Wrapping.boxColumns, limit: 3)
        guard node.kind != .outcome else {
            return "end: <b>\(DOTText.html(name))</b>"
        }
        let caption =
            "<font point-size=\"9\" color=\"\(Ink.caption)\">\(node.kind.rawValue)</font>"
        let facts = node.facts.flatMap { fact in
            fact.lines.map { line in
                switch fact {
                case .says: DOTText.html(line)
                case .does: "<i>\(DOTText.html(line))</i>"
                }
            }
        }
        let rows = [
            "<b>\(DOTText.html(name))</b> \(caption)", facts.joined(separator: "<br/>"),
        ].filter { !$0.isEmpty }.map { "<tr><td>\($0)</td></tr>" }.joined()
        return "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"1\">"
            + "\(rows)\(DOTLegend.chips(node.consent))</table>"
    }

    private func line(_ arrow: GraphArrow) -> String {
        let ends = "\(name(of: .step(arrow.source))) -> \(name(of: arrow.target))"
        let color: String
        var attributes: [String] = []
        switch arrow.manner {
        case .goes: color = Ink.border
        case .time:
            color = Ink.time
            attributes = ["style=dashed", "fontcolor=\"\(color)\""]
        case .unclear:
            color = Ink.unclear
            attributes = ["style=dotted", "penwidth=1.5", "fontcolor=\"\(color)\""]
        }
        if !arrow.labels.isEmpty || arrow.isMarked {
            let lines = Wrapping.lines(
                of: arrow.text,
                columns: Wrapping.arrowColumns,
                limit: Wrapping.arrowLines
            )
            attributes.append("label=<\(Self.aside(lines, numbers: arrow.moves))>")
        }
        if arrow.isMarked {
            attributes.append(Self.marked)
        } else if color != Ink.border {
            attributes.append("color=\"\(color)\"")
        }
        attributes.append("tooltip=\(DOTText.quoted(arrow.text))")
        return "\(ends) [\(attributes.joined(separator: ", "))]"
    }

    /// Everything the step does, uncut, for who points at the box.
    private static func tooltip(of node: GraphNode) -> String {
        let place = node.line.map { ["\(node.name), line \($0)"] } ?? ["end: \(node.name)"]
        return DOTText.quoted((place + node.facts.map(\.text)).joined(separator: "\n"))
    }

    /// Words beside a line, with room that keeps them off it, after the numbers of a path's moves.
    static func aside(_ lines: [String], numbers: [Int] = []) -> String {
        let moves =
            numbers.isEmpty
            ? ""
            : "<font color=\"\(Ink.marked)\"><b>\(GraphArrow.text(of: numbers))</b></font>&#160;"
        return "<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"4\">"
            + "<tr><td>\(moves)\(DOTText.html(lines))</td></tr></table>"
    }

    private func name(of place: GraphNode.Place) -> String {
        PlaceName.of(place, in: self.place)
    }
}
