import Consent
import FlowProgram

/// A picture in the DOT language, for Graphviz' `dot`.
package enum DOTRenderer {
    /// The whole file, with a line break at its end.
    package static func text(_ picture: Picture) -> String {
        let graphs = picture.graphs.enumerated().map { DOTGraph($1, at: $0) }
        let flows =
            graphs.count == 1 ? graphs.flatMap(\.statements) : graphs.flatMap(framed)
        let body =
            settings(of: picture) + note(of: picture) + flows + picture.calls.map(line)
        return "digraph {\n" + body.map { "  \($0)\n" }.joined() + "}\n"
    }

    private static func settings(of picture: Picture) -> [String] {
        let font = "fontname=\"Helvetica,Arial,sans-serif\", fontcolor=\"\(Ink.text)\""
        let title = picture.graphs.map(\.flow).joined(separator: ", ")
        return [
            "graph [rankdir=TB, compound=true, nodesep=0.35, ranksep=0.4, pad=0.3, bgcolor=white, "
                + "\(font), fontsize=11, labelloc=t, label=<\(DOTLegend.table(of: picture))>, "
                + "tooltip=\(DOTText.quoted(title))]",
            "node [shape=box, style=\"rounded,filled\", fillcolor=white, color=\"\(Ink.border)\", "
                + "margin=\"0.1,0.06\", \(font), fontsize=11]",
            "edge [color=\"\(Ink.border)\", arrowsize=0.7, \(font), fontsize=10]",
        ]
    }

    /// What works at every step, told once.
    private static func note(of picture: Picture) -> [String] {
        guard !picture.commands.isEmpty else { return [] }
        let rows = picture.commands.map { command in
            let words = DOTText.html(command.words)
            let flow = DOTText.html(Wrapping.cut(command.flow, columns: Wrapping.boxColumns))
            return "<tr><td align=\"left\"><b>\(words)</b></td>"
                + "<td align=\"left\">&#160;&#160;\(flow)</td></tr>"
        }.joined()
        let heading = "<tr><td align=\"left\" colspan=\"2\">works at every step:</td></tr>"
        return [
            "note [shape=note, style=filled, fillcolor=\"\(Ink.note)\", fontsize=9, "
                + "tooltip=\"commands and the flows that answer them\", "
                + "label=<<table border=\"0\" cellspacing=\"0\" cellpadding=\"1\">"
                + "\(heading)\(rows)</table>>]"
        ]
    }

    /// A frame without a line, which would go through the words of arrows at its side.
    private static func framed(_ graph: DOTGraph) -> [String] {
        let frame =
            "graph [label=<\(DOTLegend.title(of: graph.graph))>, style=\"rounded,filled\", "
            + "color=\"\(Ink.ground)\", margin=14, "
            + "tooltip=\(DOTText.quoted(graph.graph.flow))]"
        let inside = [frame] + graph.statements
        return ["subgraph \(PlaceName.frame(of: graph.place)) {"] + inside.map { "  \($0)" } + ["}"]
    }

    /// From a step that calls to the flow it calls.
    private static func line(_ call: Picture.Call) -> String {
        let ends =
            "\(PlaceName.of(.step(call.step), in: call.caller)) -> "
            + PlaceName.entry(of: call.callee)
        let label = DOTGraph.aside(["calls"], numbers: call.moves)
        let stroke = call.isMarked ? DOTGraph.marked : "color=\"\(Ink.border)\""
        // It ends at the frame, whose title it would cross; no flow calls itself.
        return "\(ends) [label=<\(label)>, lhead=\(PlaceName.frame(of: call.callee)), "
            + "arrowhead=empty, arrowtail=dot, dir=both, \(stroke)]"
    }
}
