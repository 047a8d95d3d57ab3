import Consent

/// The title of a drawn picture, what its colours mean, and the colours inside its boxes.
enum DOTLegend {
    /// Columns of the sentence that says what a flow is for.
    private static let aboutColumns = 90
    private static let chipsPerRow = 3

    /// Above the picture: of one flow its title, then how lines and colours are read.
    static func table(of picture: Picture) -> String {
        var rows = picture.graphs.count == 1 ? picture.graphs.flatMap(titleRows) : []
        rows.append(
            "<font color=\"\(Ink.caption)\">solid: at once or by an answer "
                + "&#160; dashed: after a time &#160; dotted: not understood</font>"
        )
        if !picture.states.isEmpty { rows.append(colors(of: picture)) }
        if picture.hasMarks {
            rows.append(
                "<font color=\"\(Ink.marked)\"><b>thick and red: one way through, its moves "
                    + "numbered</b></font>"
            )
        }
        return rowTable(rows)
    }

    /// Above one flow of several.
    static func title(of graph: Graph) -> String { rowTable(titleRows(graph)) }

    /// A row of coloured names, for the states one box tells of; nothing without states.
    static func chips(_ states: [ConsentState]) -> String {
        guard !states.isEmpty else { return "" }
        let rows = stride(from: 0, to: states.count, by: chipsPerRow).map { start in
            let row = states[start..<min(start + chipsPerRow, states.count)]
            return "<tr>\(row.map(chip).joined())</tr>"
        }
        return "<tr><td>" + chipTable(rows) + "</td></tr>"
    }

    private static func titleRows(_ graph: Graph) -> [String] {
        var rows = ["<b><font point-size=\"16\">\(DOTText.html(graph.flow))</font></b>"]
        if let about = graph.about {
            rows.append(DOTText.html(Wrapping.lines(of: about, columns: aboutColumns, limit: 3)))
        }
        return rows
    }

    private static func colors(of picture: Picture) -> String {
        var cells = picture.states.map(chip)
        if picture.hasOpenStates {
            cells.append(cell("several are possible", fill: ConsentShade.several.fill))
        }
        let whose = DOTText.html(picture.whoseConsent)
        return chipTable(["<tr><td>\(whose):</td>\(cells.joined())</tr>"])
    }

    private static func rowTable(_ rows: [String]) -> String {
        "<table border=\"0\" cellspacing=\"0\" cellpadding=\"2\">"
            + rows.map { "<tr><td>\($0)</td></tr>" }.joined() + "</table>"
    }

    private static func chipTable(_ rows: [String]) -> String {
        "<table border=\"0\" cellborder=\"0\" cellspacing=\"3\" cellpadding=\"2\">"
            + rows.joined() + "</table>"
    }

    private static func chip(_ state: ConsentState) -> String {
        cell(state.rawValue, fill: ConsentShade(state).fill)
    }

    private static func cell(_ text: String, fill: String) -> String {
        "<td border=\"1\" color=\"\(Ink.border)\" bgcolor=\"\(fill)\">"
            + "<font point-size=\"9\">\(DOTText.html(text))</font></td>"
    }
}
