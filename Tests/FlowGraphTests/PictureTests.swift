import Consent
import FlowGraph
import FlowProgram
import Testing

/// Several flows in one picture, and what holds for all of them.
@Suite struct PictureTests {
    private static let flow = """
        steps:
          first: { call: lines, with: { which: newsletter }, then: { given: told, refused: out } }
          told: { say: { en: Told }, then: out }
          out: { end: done }
        """

    @Test func `states stand in their order and only where they are told`() throws {
        let fixture = try GraphFixture(flow: Self.flow)
        let picture = try fixture.picture(
            consent: [StepIndex(0): [.withdrawn, .unknown, .given], StepIndex(1): [.requested]]
        )
        let nodes = picture.graphs[0].nodes
        #expect(nodes[0].consent == [.unknown, .given, .withdrawn])
        #expect(nodes[1].consent == [.requested])
        #expect(nodes[2].consent == [])
        #expect(picture.states == [.unknown, .requested, .given, .withdrawn])
        #expect(try fixture.picture().states == [])
    }

    @Test func `states of one colour are one colour, others are several`() throws {
        let picture = try GraphFixture(flow: Self.flow).picture(
            consent: [StepIndex(0): [.given, .renewed], StepIndex(1): [.given, .withdrawn]]
        )
        let lines = DOTRenderer.text(picture).split(separator: "\n")
        let valid = try #require(lines.first { $0.hasPrefix("  s0 [") })
        #expect(valid.contains("fillcolor=\"#8FD9B6\""))
        let either = try #require(lines.first { $0.hasPrefix("  s1 [") })
        #expect(either.contains("fillcolor=\"#E9EDF7\""))
    }

    @Test func `a call is drawn when the flow it calls is`() throws {
        let fixture = try GraphFixture(flow: Self.flow)
        let (main, lines) = (try fixture.index(), try fixture.index(of: "lines"))
        let both = Picture(fixture.program, [main, lines, main])
        #expect(both.graphs.map(\.flow) == ["main", "lines"])
        #expect(both.calls.map(\.step) == [StepIndex(0)])
        #expect(try fixture.picture().calls == [])
        let dot = DOTRenderer.text(both)
        #expect(dot.contains("\n  subgraph cluster_1 {"))
        #expect(dot.contains("\n  s0 -> f1entry ["))
        #expect(dot.contains("\n    f1s0 -> f1s1 ["))
        #expect(try DOTProgram(drawing: dot).errors.isEmpty)
        let chart = MermaidRenderer.text(both)
        #expect(chart.contains("\n  subgraph cluster_1 [\"lines\"]\n    f1entry(("))
        #expect(chart.contains("\n  s0 --o|\"calls\"| f1entry\n"))
        #expect(chart.contains("  class e0,f1e0,f1e1 outcome\n"))
    }

    @Test func `commands stand in one note and are no edges`() throws {
        let fixture = try GraphFixture(flow: Self.flow)
        let picture = try fixture.picture()
        #expect(picture.commands.map(\.words) == ["STOP"])
        #expect(picture.commands.map(\.flow) == ["goodbye"])
        #expect(DOTRenderer.text(picture).matches(of: /STOP/).count == 1)
        #expect(MermaidRenderer.text(picture).matches(of: /STOP/).count == 1)
    }
}
