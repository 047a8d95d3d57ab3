import FlowGraph
import FlowProgram
import Testing

/// Which arrows follow from the steps of a conversation.
@Suite struct MarkedPathTests {
    private static let flow = """
        steps:
          offer:
            say: { en: Offer }
            choose:
              agree: { label: { en: Agree }, then: called }
              refuse: { label: { en: Refuse }, end: refused }
            unclear: { times: 1, then: pause }
            after: { 1 day: pause }
          called:
            call: lines
            with: { which: newsletter }
            then: { given: pause, refused: offer }
          pause: { wait: 2 hours, then: offer }
        """

    /// `flow step: way (moves)` for each marked edge and call, and the marked boxes.
    private func marks(
        _ steps: [(String, GraphEdge.Way?)]
    ) throws -> (edges: [String], boxes: [String], jumps: Int) {
        let fixture = try GraphFixture(flow: Self.flow)
        let visits = try steps.map { try fixture.visit($0.0, by: $0.1) }
        let path = MarkedPath(visits, in: fixture.program)
        let flows = try ["main", "lines", "goodbye"].map { try fixture.index(of: $0) }
        let picture = Picture(fixture.program, flows, marked: path)
        let edges = picture.graphs.flatMap { graph in
            graph.edges.filter(\.isMarked).map { edge in
                let step = fixture.program[graph.index][step: edge.source].name
                return "\(graph.flow) \(step): \(edge.name) \(edge.moves)"
            }
        }
        let calls = picture.calls.filter(\.isMarked).map { "call \($0.moves)" }
        let boxes = picture.graphs.flatMap { graph in
            graph.nodes.filter(\.isMarked).map { "\(graph.flow) \($0.name)" }
        }
        return (edges + calls, boxes, path.jumps.count)
    }

    @Test func `a way marks its arrow and both its ends`() throws {
        let one = try marks([("offer", .deadline(0)), ("pause", nil)])
        #expect(one.edges == ["main offer: after 1 day [1]"])
        #expect(one.boxes == ["main offer", "main pause"])
    }

    @Test func `without a way every arrow between two steps is marked, as one move`() throws {
        let all = try marks([("offer", nil), ("pause", nil), ("offer", nil), ("pause", nil)])
        #expect(
            all.edges == [
                "main offer: after 1 day [1, 3]", "main offer: unclear [1, 3]",
                "main pause: after 2 hours [2]",
            ]
        )
        let alone = try marks([("offer", nil)])
        #expect(alone.edges == [])
        #expect(alone.boxes == ["main offer"])
    }

    @Test func `the way of the last step is marked too`() throws {
        let ended = try marks([("offer", .choice(1))])
        #expect(ended.edges == ["main offer: refuse [1]"])
        #expect(ended.boxes == ["main offer", "main refused"])
    }

    @Test func `a path goes into a called flow and back by the outcome it had`() throws {
        let path = try marks([
            ("offer", .choice(0)), ("called", nil), ("lines/known", nil), ("lines/no-yet", nil),
            ("offer", nil),
        ])
        #expect(
            path.edges == [
                "main offer: agree [1]", "main called: refused [5]",
                "lines known: otherwise [3]", "lines no-yet: end [4]", "call [2]",
            ]
        )
        #expect(path.boxes.contains("lines refused"))
        #expect(path.jumps == 0)
    }

    @Test func `a command is a jump, and so is what goes on after it`() throws {
        let path = try marks([("offer", nil), ("goodbye/bye", nil), ("offer", .choice(0))])
        #expect(path.jumps == 2)
        #expect(path.edges == ["main offer: agree [1]"])
        #expect(path.boxes == ["main offer", "main called", "goodbye bye"])
    }

    @Test func `a step that no way leads to is a jump, not a line`() throws {
        let path = try marks([("called", nil), ("lines/no-yet", nil)])
        #expect(path.edges == [])
        #expect(path.jumps == 1)
        // It leads there, but not by the way given.
        #expect(try marks([("offer", .choice(0)), ("pause", nil)]).jumps == 1)
    }

    @Test func `steps alone are a path as well`() throws {
        let fixture = try GraphFixture(flow: Self.flow)
        let main = try fixture.index()
        let visits = [(main, StepIndex(0)), (main, StepIndex(1))]
        let path = try fixture.path(("offer", nil), ("called", nil))
        #expect(MarkedPath(visits, in: fixture.program) == path)
    }
}
