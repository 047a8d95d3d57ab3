import FlowProgram
import MessageCatalog

/// The numbers of a coverage report as lines for a terminal: a row for each flow, and below them
/// one for each language.
package enum CoverageTable {
    package static func lines(of report: CoverageReport) -> [String] {
        let flows =
            [["flow", "steps", "edges", "choices", "timers", "texts"]]
            + report.flows.map { cells($0.name, $0.numbers) }
            + [cells("all", report.total)]
        let languages =
            [["language", "texts"]]
            + zip(report.program.locales, report.total.locales).map { [$0.text, text($1)] }
        return aligned(flows) + [""] + aligned(languages)
    }

    private static func aligned(_ rows: [[String]]) -> [String] {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + space : space + cell
            }.joined(separator: "  ")
        }
    }

    private static func cells(_ name: String, _ numbers: CoverageReport.Numbers) -> [String] {
        let tallies = [
            numbers.steps, numbers.edges, numbers.choices, numbers.timers, numbers.texts,
        ]
        return [name] + tallies.map(text)
    }

    private static func text(_ tally: CoverageReport.Tally) -> String {
        guard tally.total > 0 else { return "–" }
        let percent = String(tally.percent)
        let space = String(repeating: " ", count: 3 - percent.count)
        return "\(tally.covered)/\(tally.total) \(space)\(percent) %"
    }
}
