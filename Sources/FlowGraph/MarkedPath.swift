package import FlowProgram

/// The way of a conversation through flows, drawn thick and red with its moves numbered.
///
/// It is told as the steps that were entered, in order, such as those of a counterexample:
///
///     MarkedPath([.init(flow, offer, by: .choice(0)), .init(flow, notice)], in: program)
///
/// From it follow the arrows between them, also into flows that are called and back from them.
package struct MarkedPath: Hashable, Sendable {
    /// A step that was entered, and the way it was left by.
    package struct Visit: Hashable, Sendable {
        package let flow: FlowIndex
        package let step: StepIndex
        /// Without it, every way that leads to the next visit is marked; of the last visit, none.
        package let way: GraphEdge.Way?

        package init(_ flow: FlowIndex, _ step: StepIndex, by way: GraphEdge.Way? = nil) {
            self.flow = flow
            self.step = step
            self.way = way
        }
    }

    /// A line of a picture: a way of a step, or with `nil` the call of another flow.
    struct Line: Hashable {
        let flow: FlowIndex
        let step: StepIndex
        let way: GraphEdge.Way?
    }

    /// A box of a picture.
    struct Spot: Hashable {
        let flow: FlowIndex
        let place: GraphNode.Place
    }

    package static let none = MarkedPath()

    /// Visits that no way leads to from the one before: a command, a new conversation, or where
    /// it goes on after HELP.
    package private(set) var jumps: [Visit] = []
    private var spots: Set<Spot> = []
    private var moves: [Line: [Int]] = [:]
    private var moveCount = 0

    private init() {}

    /// Follows the visits through the flows of the program they are of.
    package init(_ visits: [Visit], in program: Program) {
        var ways = StepWays(program)
        var callers: [Visit] = []
        for (place, visit) in visits.enumerated() {
            spots.insert(Spot(flow: visit.flow, place: .step(visit.step)))
            guard place + 1 < visits.count else {
                if visit.way != nil { mark(ways.edges(from: visit), of: visit.flow) }
                return
            }
            let next = visits[place + 1]
            let edges = ways.edges(from: visit)
            let direct = edges.filter { $0.target == .step(next.step) }
            if next.flow == visit.flow, !direct.isEmpty {
                mark(direct, of: visit.flow)
            } else if ways.calls(visit, next) {
                mark([Line(flow: visit.flow, step: visit.step, way: nil)])
                callers.append(visit)
            } else if let caller = callers.last,
                let (end, back) = ways.ending(edges, into: next, calledBy: caller)
            {
                mark(end, of: visit.flow)
                mark(back, of: caller.flow)
                callers.removeLast()
            } else {
                jumps.append(next)
            }
        }
    }

    /// The same for steps alone, by their flows.
    package init(_ steps: [(FlowIndex, StepIndex)], in program: Program) {
        self.init(steps.map { Visit($0.0, $0.1) }, in: program)
    }

    func marks(_ place: GraphNode.Place, of flow: FlowIndex) -> Bool {
        spots.contains(Spot(flow: flow, place: place))
    }

    /// Which moves go along a line, counted from 1.
    func moves(along line: Line) -> [Int] { moves[line] ?? [] }

    /// One move, along edges of which only one was taken when several are given.
    private mutating func mark(_ edges: [GraphEdge], of flow: FlowIndex) {
        for edge in edges { spots.insert(Spot(flow: flow, place: edge.target)) }
        mark(edges.map { Line(flow: flow, step: $0.source, way: $0.way) })
    }

    private mutating func mark(_ lines: [Line]) {
        guard !lines.isEmpty else { return }
        moveCount += 1
        for line in lines { moves[line, default: []].append(moveCount) }
    }
}

/// The ways of steps, read once for each flow.
private struct StepWays {
    private let program: Program
    private var known: [FlowIndex: [StepIndex: [GraphEdge]]] = [:]

    init(_ program: Program) {
        self.program = program
    }

    /// The ways a visit may have left its step by.
    mutating func edges(from visit: MarkedPath.Visit) -> [GraphEdge] {
        let steps =
            known[visit.flow]
            ?? Dictionary(grouping: Graph(program, visit.flow).edges, by: \.source)
        known[visit.flow] = steps
        return (steps[visit.step] ?? []).filter { visit.way == nil || $0.way == visit.way }
    }

    /// Whether the first visit's step calls the flow that the second one begins.
    func calls(_ visit: MarkedPath.Visit, _ next: MarkedPath.Visit) -> Bool {
        guard case .call(let call) = program[visit.flow][step: visit.step].exit else {
            return false
        }
        return call.flow == next.flow && next.step == Flow.entry
    }

    /// Those of `edges` that end a called flow so that its caller goes on at `next`, and the ways
    /// of the caller there.
    mutating func ending(
        _ edges: [GraphEdge],
        into next: MarkedPath.Visit,
        calledBy caller: MarkedPath.Visit
    ) -> (end: [GraphEdge], back: [GraphEdge])? {
        guard caller.flow == next.flow else { return nil }
        let back = self.edges(from: MarkedPath.Visit(caller.flow, caller.step))
            .filter { $0.target == .step(next.step) }
        let end = edges.filter { edge in
            guard case .end(let outcome) = edge.target else { return false }
            return back.contains { $0.way == .outcome(outcome) }
        }
        guard !end.isEmpty else { return nil }
        let outcomes = Set(end.map(\.target))
        return (
            end,
            back.filter { edge in
                guard case .outcome(let outcome) = edge.way else { return false }
                return outcomes.contains(.end(outcome: outcome))
            }
        )
    }
}
