import Consent
import FlowGraph
import FlowProgram
import Testing

/// DOT as text, and as Graphviz reads it.
@Suite struct DOTTests {
    private static let flow = """
        steps:
          node:
            say: { en: "One & <two>" }
            choose:
              go: { label: { en: Go }, request: newsletter, then: graph }
            after: { 1 day: graph }
            unclear: { times: 1, then: graph }
          graph: { call: lines, with: { which: newsletter }, then: out }
          out: { end: done }
        """

    @Test func `boxes are numbered, and what they say is escaped`() throws {
        let text = DOTRenderer.text(try GraphFixture(flow: Self.flow).picture())
        #expect(text.hasPrefix("digraph {\n"))
        #expect(text.hasSuffix("}\n"))
        let lines = text.split(separator: "\n")
        let first = try #require(lines.first { $0.hasPrefix("  s0 [") })
        #expect(first.contains("<b>node</b>"))
        #expect(first.contains("“One &amp; &lt;two&gt;”"))
        #expect(first.contains(#"tooltip="node, line 3\n“One &amp; <two>”""#))
        let call = try #require(lines.first { $0.hasPrefix("  s1 [") })
        #expect(call.contains("<i>call lines</i>"))
        #expect(call.contains("peripheries=2"))
        #expect(lines.contains { $0.hasPrefix("  s0 -> s1") && $0.contains("style=dashed") })
        #expect(lines.contains { $0.hasPrefix("  s0 -> s1") && $0.contains("style=dotted") })
        #expect(lines.contains { $0.hasPrefix("  s2 -> e0") })
        #expect(!text.contains("thick and red"))
    }

    @Test func `states are cells with their names, and a legend names whose they are`() throws {
        let picture = try GraphFixture(flow: Self.flow).picture(
            consent: [StepIndex(0): [.requested], StepIndex(1): [.given, .expired]],
            of: PurposeIndex(0)
        )
        let lines = DOTRenderer.text(picture).split(separator: "\n")
        let one = try #require(lines.first { $0.hasPrefix("  s0 [") })
        #expect(one.contains(">requested</font>"))
        #expect(one.contains("fillcolor=\"#FFE3A3\""))
        let several = try #require(lines.first { $0.hasPrefix("  s1 [") })
        #expect(several.contains(">given</font>"))
        #expect(several.contains(">expired</font>"))
        #expect(several.contains("fillcolor=\"#E9EDF7\""))
        let none = try #require(lines.first { $0.hasPrefix("  s2 [") })
        #expect(!none.contains("fillcolor"))
        let title = try #require(lines.first { $0.hasPrefix("  graph [") })
        #expect(title.contains("consent to newsletter:"))
        #expect(title.contains("several are possible"))
    }

    @Test func `a marked path is red and thick, and the legend says so`() throws {
        let fixture = try GraphFixture(flow: Self.flow)
        let path = try fixture.path(("node", .deadline(0)), ("graph", nil))
        let text = DOTRenderer.text(try fixture.picture(marked: path))
        let thick = text.split(separator: "\n").filter { $0.contains("penwidth=3") }
        #expect(
            thick.map { $0.prefix(10) }
                == ["  s0 [labe", "  s1 [labe", "  s0 -> s1 "].map {
                    $0.prefix(10)
                }
        )
        #expect(thick.last?.contains("<b>(1)</b></font>&#160;after 1 day") == true)
        #expect(text.contains("thick and red"))
        #expect(try DOTProgram(drawing: text).errors.isEmpty)
    }

    @Test func `dot draws names and texts that are syntax`() throws {
        let picture = try HostileFlow.picture()
        let drawing = try DOTProgram(drawing: DOTRenderer.text(picture))
        #expect(drawing.status == 0)
        #expect(drawing.errors.isEmpty)
        for name in HostileFlow.names { #expect(drawing.svg.contains(">\(name)</text>")) }
        #expect(!drawing.svg.contains("<script"))
        for part in ["مرحبا", "😀", "漢字", "#quot;", "%%", "direction"] {
            #expect(drawing.svg.contains(part), "\(part)")
        }
        #expect(!drawing.svg.contains("\u{202E}"))
    }

    @Test func `a broken graph is not drawn`() throws {
        let drawing = try DOTProgram(drawing: "digraph { a [label=<<b>x</i>>] }")
        #expect(drawing.status != 0 || !drawing.errors.isEmpty)
    }
}
