import CommandLineSupport
import FlowCompiler
import FlowProgram
import MessageCatalog
import Simulator

// What the transcripts cover, for people, for programs and as files.
extension TestCommand {
    /// Whether somebody wants to know what the transcripts go through.
    var needsCoverage: Bool {
        coverage || coverageLcov != nil || coveragePage != nil || coverageMinimum != nil || mutate
    }

    /// Writes and prints what was asked for.
    ///
    /// - Returns: Whether the edges covered are as many as they have to be.
    func show(
        _ report: CoverageReport,
        _ sources: WorkspaceSources,
        transcripts: Int
    ) throws -> Bool {
        if let coverageLcov {
            try write(LCOVReport.text(of: report, in: workspace.workspace), to: coverageLcov)
        }
        if let coveragePage {
            let page = CoveragePage(report, sources: sources, transcripts: transcripts)
            try write(page.html, to: coveragePage)
        }
        if coverage {
            for line in json ? Self.json(report) : Self.text(report) { Output.line(line) }
        }
        let edges = report.total.edges
        guard let coverageMinimum, edges.covered * 100 < coverageMinimum * edges.total else {
            return true
        }
        Output.flush()
        Output.error(
            "error: \(edges.covered) of \(edges.total) edges are covered (\(edges.percent) %), and "
                + "--coverage-minimum wants \(coverageMinimum) %; --coverage lists what is missing"
        )
        return false
    }

    private static func text(_ report: CoverageReport) -> [String] {
        let gaps = report.gaps.map { "\($0.path):\($0.line): \($0.sentence)" }
        return [""] + CoverageTable.lines(of: report) + (gaps.isEmpty ? [] : [""] + gaps)
    }

    /// One object a flow.
    private static func json(_ report: CoverageReport) -> [String] {
        report.flows.map { part in
            let gaps = part.gaps.map { gap in
                "{\"line\": \(gap.line), \"sentence\": \(JSONText.quoted(gap.sentence))}"
            }
            let numbers = [
                ("steps", part.numbers.steps), ("edges", part.numbers.edges),
                ("choices", part.numbers.choices), ("timers", part.numbers.timers),
                ("texts", part.numbers.texts),
            ].map(json)
            let languages = zip(report.program.locales, part.numbers.locales).map { locale, tally in
                json(locale.text, tally)
            }
            return "{\"flow\": \(JSONText.quoted(part.name)), "
                + "\"path\": \(JSONText.quoted(part.path)), \(numbers.joined(separator: ", ")), "
                + "\"languages\": {\(languages.joined(separator: ", "))}, "
                + "\"missing\": [\(gaps.joined(separator: ", "))]}"
        }
    }

    private static func json(_ name: String, _ tally: CoverageReport.Tally) -> String {
        "\"\(name)\": {\"covered\": \(tally.covered), \"total\": \(tally.total)}"
    }

    func write(_ text: String, to path: String) throws {
        do {
            try TranscriptFile.write(text, to: path, replacing: true)
        } catch {
            throw Failure.cannotRun(error.sentence)
        }
    }
}
