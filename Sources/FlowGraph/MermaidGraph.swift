import Consent
import FlowProgram

/// One flow of a picture as lines of a Mermaid flowchart.
struct MermaidGraph {
    let graph: Graph
    /// The flow's place in the picture.
    let place: Int
    private let arrows: [GraphArrow]

    init(_ graph: Graph, at place: Int) {
        self.graph = graph
        self.place = place
        arrows = graph.arrows
    }

    var statements: [String] { boxes + lines }

    /// For each line of the chart whether a marked path goes along it; the first comes in.
    var marks: [Bool] { [false] + arrows.map(\.isMarked) }

    /// The names of the boxes that are so.
    func boxes(where holds: (GraphNode) -> Bool) -> [String] {
        graph.nodes.filter(holds).map { name(of: $0.place) }
    }

    private var boxes: [String] {
        let start = MermaidText.escaped(graph.command?.uppercased() ?? "start")
        return ["\(PlaceName.entry(of: place))((\"\(start)\"))"]
            + graph.nodes.map { "\(name(of: $0.place))\(Self.shape(of: $0))" }
    }

    private var lines: [String] {
        ["\(PlaceName.entry(of: place)) --> \(name(of: .step(Flow.entry)))"] + arrows.map(line)
    }

    private static func shape(of node: GraphNode) -> String {
        let label = "\"\(text(of: node))\""
        return switch node.kind {
        case .branches, .random: "{{\(label)}}"
        case .calls: "[[\(label)]]"
        case .outcome: "([\(label)])"
        case .says, .asks, .chooses, .waits, .acts, .ends: "(\(label))"
        }
    }

    private static func text(of node: GraphNode) -> String {
        let name = Wrapping.lines(of: node.name, columns: Wrapping.boxColumns, limit: 3)
        guard node.kind != .outcome else { return "end#58; <b>\(MermaidText.label(name))</b>" }
        let facts = node.facts.flatMap { fact in
            fact.lines.map { line in
                switch fact {
                case .says: MermaidText.escaped(line)
                case .does: "<i>\(MermaidText.escaped(line))</i>"
                }
            }
        }
        let states = node.consent.map(\.rawValue).joined(separator: ", ")
        let consent = Wrapping.lines(
            of: states.isEmpty ? "" : "[\(states)]",
            columns: Wrapping.boxColumns,
            limit: ConsentState.allCases.count
        )
        return
            (["<b>\(MermaidText.label(name))</b> (\(node.kind.rawValue))"] + facts
            + consent.map { MermaidText.escaped($0) }).joined(separator: "<br/>")
    }

    private func line(_ arrow: GraphArrow) -> String {
        let stroke =
            switch arrow.manner {
            case .goes: "-->"
            case .time, .unclear: "-.->"
            }
        let numbers = arrow.isMarked ? GraphArrow.text(of: arrow.moves) + " " : ""
        let label = Wrapping.lines(
            of: numbers + arrow.text,
            columns: Wrapping.arrowColumns,
            limit: Wrapping.arrowLines
        )
        return "\(name(of: .step(arrow.source))) \(stroke)"
            + (label.isEmpty ? "" : "|\"\(MermaidText.label(label))\"|")
            + " \(name(of: arrow.target))"
    }

    private func name(of place: GraphNode.Place) -> String {
        PlaceName.of(place, in: self.place)
    }
}
