package import FlowCompiler
import FlowProgram
import MessageCatalog

/// Coverage as one page to look at: numbers on top, then the source of every flow with a mark
/// beside each step.
///
/// Needs nothing from outside: no script, no font, no picture.
package struct CoveragePage {
    private let report: CoverageReport
    private let sources: WorkspaceSources
    private let transcripts: Int

    package init(_ report: CoverageReport, sources: WorkspaceSources, transcripts: Int) {
        self.report = report
        self.sources = sources
        self.transcripts = transcripts
    }

    package var html: String {
        let name = Self.text(report.program.controller.name)
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Transcript coverage – \(name)</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <header>
            <h1>What the transcripts go through</h1>
            <p>\(name) · \(transcripts) transcripts · \
            program <code>\(report.program.digest.short)</code></p>
            </header>
            <main>
            \(cards)
            \(overview)
            \(languages)
            \(Self.legend)
            \(report.flows.map(section).joined(separator: "\n"))
            </main>
            </body>
            </html>

            """
    }

    // MARK: Numbers

    private var cards: String {
        let total = report.total
        let parts: [(String, CoverageReport.Tally)] = [
            ("steps", total.steps), ("edges", total.edges), ("choices", total.choices),
            ("timers", total.timers), ("texts by language", total.texts),
        ]
        let items = parts.map { name, tally in
            "<li><b>\(tally.percent)&nbsp;%</b> <span>\(name)</span>\(Self.bar(tally))"
                + "<small>\(tally.covered) of \(tally.total)</small></li>"
        }
        return "<ul class=\"cards\">\n\(items.joined(separator: "\n"))\n</ul>"
    }

    private var overview: String {
        let rows = report.flows.map { part -> String in
            let numbers = part.numbers
            let tallies = [
                numbers.steps, numbers.edges, numbers.choices, numbers.timers, numbers.texts,
            ]
            let name = Self.text(part.name)
            return "<tr><th scope=\"row\"><a href=\"#flow-\(name)\">\(name)</a></th>"
                + "\(tallies.map(Self.cell).joined())</tr>"
        }
        return """
            <table class="overview">
            <thead><tr><th scope="col">flow</th><th scope="col">steps</th>\
            <th scope="col">edges</th><th scope="col">choices</th>\
            <th scope="col">timers</th><th scope="col">texts</th></tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            """
    }

    private var languages: String {
        let locales = report.program.locales
        let heads = locales.map { "<th scope=\"col\">\(Self.text($0.text))</th>" }
        let cells = report.total.locales.map(Self.cell)
        return """
            <table class="overview">
            <thead><tr><th scope="col">language</th>\(heads.joined())</tr></thead>
            <tbody>
            <tr><th scope="row">texts</th>\(cells.joined())</tr>
            </tbody>
            </table>
            """
    }

    private static func cell(_ tally: CoverageReport.Tally) -> String {
        guard tally.total > 0 else { return "<td class=\"none\">–</td>" }
        return "<td><span>\(tally.covered)/\(tally.total)</span>\(bar(tally))</td>"
    }

    /// The number it shows stands beside it.
    private static func bar(_ tally: CoverageReport.Tally) -> String {
        "<i class=\"bar\" aria-hidden=\"true\"><i style=\"width:\(tally.percent)%\"></i></i>"
    }

    // MARK: Sources

    private func section(_ part: CoverageReport.FlowPart) -> String {
        let source = sources.files.first { $0.path == part.path }?.text ?? ""
        let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map(String.init)
        let blocks = StepBlock.blocks(of: part, report, lines)
        var rows: [String] = []
        for (place, line) in lines.enumerated() where place < lines.count - 1 || !line.isEmpty {
            let here = blocks.filter { $0.lines.contains(place + 1) }
            rows.append(row(place + 1, line, here))
            let ending = here.filter { $0.lines.upperBound == place + 1 }
            for gap in ending.flatMap(\.gaps) {
                rows.append(
                    "<tr class=\"gap\"><td></td><td></td><td></td>"
                        + "<td>\(Self.text(gap))</td></tr>"
                )
            }
        }
        let name = Self.text(part.name)
        return """
            <section id="flow-\(name)">
            <h2>\(name) <small>\(Self.text(part.path))</small></h2>
            <table class="source">
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            </section>
            """
    }

    private func row(_ number: Int, _ line: String, _ blocks: [StepBlock]) -> String {
        let state = StepBlock.State.together(blocks.map(\.state))
        let first = blocks.filter { $0.lines.lowerBound == number }
        var mark = ""
        var times = ""
        if let state, !first.isEmpty {
            let label = "aria-label=\"\(state.words)\" title=\"\(state.words)\""
            mark = "<span role=\"img\" \(label)>\(state.sign)</span>"
            times = "\(first.reduce(0) { $0 + $1.times })×"
        }
        let name = state.map { " class=\"\($0.rawValue)\"" } ?? ""
        return "<tr\(name)><td class=\"mark\">\(mark)</td><td class=\"times\">\(times)</td>"
            + "<td class=\"number\">\(number)</td><td><code>\(Self.text(line))</code></td></tr>"
    }

    private static func text(_ text: String) -> String { MarkupText.escaped(text) }

    private static let legend = """
        <p class="legend"><span class="full">✓ everything</span> <span class="part">◐ a part</span>
        <span class="never">✗ never entered</span> · the number before a line is how often
        its step was entered.</p>
        """
}
