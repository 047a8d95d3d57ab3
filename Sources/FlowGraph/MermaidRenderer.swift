import Consent
import FlowProgram

/// A picture as a Mermaid flowchart, which code forges show inside Markdown.
package enum MermaidRenderer {
    /// The whole chart, with a line break at its end.
    package static func text(_ picture: Picture) -> String {
        let graphs = picture.graphs.enumerated().map { MermaidGraph($1, at: $0) }
        let flows =
            graphs.count == 1 ? graphs.flatMap(\.statements) : graphs.flatMap(framed)
        let body =
            flows + picture.calls.map(line) + note(of: picture) + legend(of: picture)
            + styles(of: picture, graphs)
        // Lines are broken here; without this Mermaid would break them again.
        let head = """
            ---
            title: "\(picture.graphs.map(\.flow).joined(separator: ", "))"
            config:
              flowchart:
                wrappingWidth: 400
            ---
            flowchart TD

            """
        return head + body.map { "  \($0)\n" }.joined()
    }

    private static func framed(_ graph: MermaidGraph) -> [String] {
        let title = MermaidText.escaped(graph.graph.flow)
        return ["subgraph \(PlaceName.frame(of: graph.place)) [\"\(title)\"]"]
            + graph.statements.map { "  \($0)" } + ["end"]
    }

    private static func line(_ call: Picture.Call) -> String {
        let numbers = call.isMarked ? ["\(GraphArrow.text(of: call.moves)) calls"] : ["calls"]
        return "\(PlaceName.of(.step(call.step), in: call.caller)) --o"
            + "|\"\(MermaidText.label(numbers))\"| \(PlaceName.entry(of: call.callee))"
    }

    /// What works at every step, told once.
    private static func note(of picture: Picture) -> [String] {
        guard !picture.commands.isEmpty else { return [] }
        let lines = picture.commands.map { command in
            let flow = Wrapping.cut(command.flow, columns: Wrapping.boxColumns)
            return "<b>\(MermaidText.escaped(command.words))</b> \(MermaidText.escaped(flow))"
        }
        let text = (["works at every step#58;"] + lines).joined(separator: "<br/>")
        return ["note[\"\(text)\"]:::note"]
    }

    private static func legend(of picture: Picture) -> [String] {
        var cells = picture.states.map { (label: $0.rawValue, shade: ConsentShade($0)) }
        guard !cells.isEmpty else { return [] }
        if picture.hasOpenStates { cells.append((label: "several are possible", shade: .several)) }
        return ["subgraph legend [\"\(MermaidText.escaped(picture.whoseConsent))\"]"]
            + cells.enumerated().map { place, cell in
                "  l\(place)(\"\(MermaidText.escaped(cell.label))\"):::\(cell.shade.rawValue)"
            } + ["end"]
    }

    private static func styles(of picture: Picture, _ graphs: [MermaidGraph]) -> [String] {
        func boxes(where holds: (GraphNode) -> Bool) -> [String] {
            graphs.flatMap { $0.boxes(where: holds) }
        }
        let shades = ConsentShade.allCases.flatMap { shade in
            let members = boxes { ConsentShade($0.consent) == shade }
            let isInLegend = picture.states.contains { ConsentShade($0) == shade }
            return isInLegend || !members.isEmpty
                ? group(
                    shade.rawValue,
                    members,
                    "fill:\(shade.fill),stroke:\(Ink.border),color:\(Ink.text)"
                ) : []
        }
        let note =
            picture.commands.isEmpty
            ? []
            : group("note", [], "fill:\(Ink.note),stroke:\(Ink.border),color:\(Ink.text)")
        let outcomes = group(
            "outcome",
            boxes { $0.kind == .outcome },
            "fill:\(Ink.outcome),stroke:\(Ink.outcome),color:#FFFFFF"
        )
        let thick = "stroke:\(Ink.marked),stroke-width:4px"
        let marked = boxes(where: \.isMarked)
        // `linkStyle` counts the lines of the chart.
        let links = (graphs.flatMap(\.marks) + picture.calls.map(\.isMarked)).enumerated()
            .filter(\.element).map { "\($0.offset)" }
        return note + shades + outcomes + (marked.isEmpty ? [] : group("marked", marked, thick))
            + (links.isEmpty ? [] : ["linkStyle \(links.joined(separator: ",")) \(thick)"])
    }

    /// A style and the boxes that have it.
    private static func group(_ name: String, _ boxes: [String], _ style: String) -> [String] {
        let members = boxes.joined(separator: ",")
        return ["classDef \(name) \(style)"] + (boxes.isEmpty ? [] : ["class \(members) \(name)"])
    }
}
