import ConversationRuntime
import FlowCompiler
import FlowGraph
import FlowProgram
import Foundation
import Testing

/// The flows of this repository, drawn.
@Suite struct ShippedFlowTests {
    private static func program() throws -> Program {
        let path = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .path
        var diagnostics = Diagnostics()
        let sources = try WorkspaceFolder(path: path).sources(into: &diagnostics)
        return try #require(WorkspaceCompiler.compile(sources).program)
    }

    @Test func `dot draws every flow, with every step and every end`() throws {
        let program = try Self.program()
        #expect(program.flows.count >= 10)
        for index in program.flows.indices {
            let picture = Picture(program, [FlowIndex(index)])
            let drawing = try DOTProgram(drawing: DOTRenderer.text(picture))
            let graph = picture.graphs[0]
            #expect(drawing.status == 0, "\(graph.flow)")
            #expect(drawing.errors.isEmpty, "\(graph.flow)")
            for node in graph.nodes {
                #expect(drawing.svg.contains(">\(node.name)</text>"), "\(graph.flow): \(node.name)")
            }
        }
    }

    @Test func `dot draws all flows in one picture, each in its frame`() throws {
        let program = try Self.program()
        let flows = program.flows.indices.map { FlowIndex($0) }
        let picture = Picture(program, flows)
        let drawing = try DOTProgram(drawing: DOTRenderer.text(picture))
        #expect(drawing.status == 0)
        #expect(drawing.errors.isEmpty)
        for flow in program.flows { #expect(drawing.svg.contains(">\(flow.name)</text>")) }
        #expect(picture.calls.count >= 5)
    }

    @Test func `no edge leads nowhere, and every box but the first is led to`() throws {
        let program = try Self.program()
        for index in program.flows.indices {
            let graph = Graph(program, FlowIndex(index))
            let places = Set(graph.nodes.map(\.place))
            let led = Set(graph.edges.map(\.target))
            #expect(led.isSubset(of: places), "\(graph.flow)")
            #expect(places.subtracting(led).isSubset(of: [.step(Flow.entry)]), "\(graph.flow)")
        }
    }

    @Test func `a flow is drawn the same each time`() throws {
        let (one, other) = (try Self.program(), try Self.program())
        for index in one.flows.indices {
            let flow = FlowIndex(index)
            let (first, second) = (Picture(one, [flow]), Picture(other, [flow]))
            #expect(first == second)
            #expect(DOTRenderer.text(first) == DOTRenderer.text(second))
            #expect(MermaidRenderer.text(first) == MermaidRenderer.text(second))
        }
    }

    @Test func `a flow of ten thousand steps is written at once`() throws {
        let steps = (0..<Limits.stepsPerFlow - 1).map { "  s\($0): { then: s\($0 + 1) }" }
        let last = "  s\(Limits.stepsPerFlow - 1): { end: done }"
        let fixture = try GraphFixture(
            flow: "steps:\n\((steps + [last]).joined(separator: "\n"))\n"
        )
        let picture = try fixture.picture()
        #expect(picture.graphs[0].nodes.count == Limits.stepsPerFlow + 1)
        #expect(MermaidRenderer.text(picture).contains("s9999 --> e0\n"))
        #expect(DOTRenderer.text(picture).contains("s9999 -> e0 ["))
    }
}
