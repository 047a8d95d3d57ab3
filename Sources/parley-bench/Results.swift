/// Everything measured, and the table it is printed as.
struct Results {
    /// Replies interpreted, and whole turns decided, on one core.
    var interpreted = Figure()
    var decided = Figure()
    var alone = ComparedRate()
    var batched = ComparedRate()
    /// Turns one commit carried when many contacts talked at once.
    var turnsPerCommit = Figure()
    var verifiedFromStore = Figure()
    var verifiedInMemory = Figure()

    /// One line for each figure; budgets stand beside it, and nothing here passes or fails.
    var table: String {
        let rows: [[String]] = [
            ["a second", "ours", "raw bound", "ratio", "lowest–highest", "budget"],
            plain("replies interpreted, a core", interpreted, "≥ 200 000"),
            plain("turns decided, a core", decided, ""),
            compared("turns, one a commit", alone, "ratio ≥ 0.65"),
            compared("turns, 64 a commit", batched, "ratio ≥ 0.50, aim 0.80"),
            plain("audit leaves verified, all cores", verifiedFromStore, "≥ 300 000 a core"),
            plain("… on one core, in memory", verifiedInMemory, "≥ 300 000"),
        ]
        return Self.aligned(rows)
    }

    private func plain(_ name: String, _ figure: Figure, _ budget: String) -> [String] {
        [name, Figure.grouped(figure.median), "", "", "", budget]
    }

    private func compared(_ name: String, _ rate: ComparedRate, _ budget: String) -> [String] {
        [
            name, Figure.grouped(rate.ours.median), Figure.grouped(rate.bound.median),
            Figure.decimal(rate.ratio.median, places: 2), rate.ratio.range, budget,
        ]
    }

    /// Columns padded to their widest cell: words to the left, numbers to the right.
    private static func aligned(_ rows: [[String]]) -> String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row -> String in
            var line = ""
            for (column, cell) in row.enumerated() {
                let gap = String(repeating: " ", count: widths[column] - cell.count)
                let isText = column == 0 || column == columns - 1
                line += (column == 0 ? "" : "  ") + (isText ? cell + gap : gap + cell)
            }
            while line.last == " " { line.removeLast() }
            return line
        }
        return lines.joined(separator: "\n")
    }
}
