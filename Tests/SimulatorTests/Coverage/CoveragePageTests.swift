import FlowCompiler
import FlowProgram
import MessageCatalog
import Simulator
import Testing

struct CoveragePageTests {
    private func section(_ page: MarkupElement, _ flow: String) throws -> MarkupElement {
        try #require(page.all("section").first { $0.attributes["id"] == "flow-\(flow)" })
    }

    @Test func `each line of a step carries what became of it`() async throws {
        let workspace = try PlayedWorkspace(CoverageReportTests.menu)
        let coverage = try await workspace.coverage(of: "> hello\ntap left\n> hello")
        let report = CoverageReport(coverage, of: workspace.program)
        let page = try MarkupReader.read(
            CoveragePage(report, sources: workspace.sources, transcripts: 1).html
        )
        let rows = try section(page, "main").all("tr").map { row in
            let cells = row.all("td").map(\.text)
            return "\(row.attributes["class"] ?? "-")|" + cells.joined(separator: "|")
        }
        #expect(
            rows == [
                "-|||1|flow: main",
                "-|||2|steps:",
                "part|◐|2×|3|  ask:",
                "part|||4|    say: { en: Where to? }",
                "part|||5|    choose:",
                "part|||6|      left: { label: { en: Left }, then: gone }",
                "part|||7|      right: { label: { en: Right }, end: done }",
                "part|||8|    after: { 1 hour: gone }",
                "gap||||the choice right of ask was never taken",
                "gap||||the timer after 1 hour of ask never fired",
                "full|✓|1×|9|  gone: { end: gone }",
            ]
        )
        let goodbye = try section(page, "goodbye").all("tr").compactMap { $0.attributes["class"] }
        #expect(goodbye == ["never", "gap"])
    }

    @Test func `numbers stand on top`() async throws {
        let workspace = try PlayedWorkspace(CoverageReportTests.menu)
        let coverage = try await workspace.coverage(of: "> hello\ntap left")
        let report = CoverageReport(coverage, of: workspace.program)
        let page = try MarkupReader.read(
            CoveragePage(report, sources: workspace.sources, transcripts: 1).html
        )
        let cards = page.all("li").map(\.text)
        #expect(
            cards == [
                "66\u{A0}% steps2 of 3", "50\u{A0}% edges1 of 2", "50\u{A0}% choices1 of 2",
                "0\u{A0}% timers0 of 1", "50\u{A0}% texts by language1 of 2",
            ]
        )
        // Each row leads to its flow.
        let links = page.all("a").compactMap { $0.attributes["href"] }
        #expect(links == ["#flow-goodbye", "#flow-main"])
    }

    @Test func `steps that share a line share its mark`() async throws {
        let workspace = try PlayedWorkspace(
            "steps: { a: { wait: 1 hour, then: b }, b: { end: done } }"
        )
        let report = CoverageReport(
            try await workspace.coverage(of: "> hello"),
            of: workspace.program
        )
        let page = try MarkupReader.read(
            CoveragePage(report, sources: workspace.sources, transcripts: 1).html
        )
        let classes = try section(page, "main").all("tr").map { $0.attributes["class"] ?? "-" }
        #expect(classes == ["-", "part", "gap", "gap"])
    }

    @Test func `what a workspace says is text and never markup`() throws {
        let hostile = "\"><script>alert(1)</script><b title='&"
        let digest = ProgramDigest(bytes: [UInt8](repeating: 7, count: 32))
        let step = Step(
            name: hostile,
            line: 2,
            entry: [],
            exit: .go(Flow.entry),
            deadlines: [],
            unclear: nil,
            waitContract: digest
        )
        let flow = Flow(
            name: hostile,
            revision: 1,
            digest: digest,
            about: nil,
            command: nil,
            startWords: [],
            slots: [],
            steps: [step],
            outcomes: []
        )
        let program = Program(
            digest: digest,
            controller: Controller(name: hostile, address: "", contact: "", country: "DE"),
            locales: [try #require(LocaleTag("en"))],
            flows: [flow],
            purposes: [],
            notices: [],
            catalog: Catalog(messages: []),
            commands: CommandFlows(stop: FlowIndex(0), start: nil, help: nil),
            channels: [],
            sessionIdle: Program.defaultSessionIdle
        )
        let lines = ["flow: x", "  \(hostile):", "    # \u{1}\u{7F}"]
        let sources = WorkspaceSources(files: [
            SourceFile(path: "flows/\(hostile).yaml", text: lines.joined(separator: "\n"))
        ])
        let html = CoveragePage(
            CoverageReport(Coverage(), of: program),
            sources: sources,
            transcripts: 0
        ).html
        let page = try MarkupReader.read(html)
        #expect(page.all("script").isEmpty)
        #expect(page.all("title").first?.text.hasSuffix(hostile) == true)
        let main = try section(page, hostile)
        let shown = main.all("code").map(\.text)
        #expect(shown == ["flow: x", "  \(hostile):", "    # \u{FFFD}\u{FFFD}"])
        #expect(main.all("h2").first?.text.hasPrefix(hostile) == true)
        let gap = try #require(main.all("tr").first { $0.attributes["class"] == "gap" })
        #expect(gap.text == "the step \(hostile) was never entered, and with it 1 edge")
    }

    @Test func `the page asks nobody for anything`() async throws {
        let workspace = try PlayedWorkspace(CoverageReportTests.menu)
        let report = CoverageReport(Coverage(), of: workspace.program)
        let html = CoveragePage(report, sources: workspace.sources, transcripts: 0).html
        for part in ["http:", "https:", "src=", "url(", "@import", "<script", "<link"] {
            #expect(!html.contains(part), "\(part)")
        }
    }
}
