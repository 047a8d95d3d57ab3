package import Consent
package import FlowProgram

/// Flows drawn together: their graphs, the calls between them, and what holds for all.
///
/// A picture is drawn the same each time.
package struct Picture: Hashable, Sendable {
    /// A call from a step of one drawn flow to another drawn flow.
    package struct Call: Hashable, Sendable {
        /// By their places in `graphs`.
        package let caller: Int
        package let callee: Int
        package let step: StepIndex
        /// The moves of a marked path along it, counted from 1.
        package let moves: [Int]

        package var isMarked: Bool { !moves.isEmpty }
    }

    /// A command that works at every step, and the flow that words its answer.
    package struct Command: Hashable, Sendable {
        package let words: String
        package let flow: String
    }

    /// At least one.
    package let graphs: [Graph]
    package let calls: [Call]
    /// In one note, as they are no edges: every step would have five of them.
    package let commands: [Command]
    /// Whose consent the boxes tell of; `nil` when they tell of none.
    package let purpose: PurposeID?

    /// Reads flows off a program, each drawn once, in the order given.
    ///
    /// `consent` says where consent to `purpose` may stand while a conversation is at a step; a
    /// step that is not in it tells nothing. `marked` is drawn thick and red, as far as it goes
    /// through these flows. Without any flow there is no picture: that is a defect of the caller.
    package init(
        _ program: Program,
        _ flows: [FlowIndex],
        consent: [FlowIndex: [StepIndex: Set<ConsentState>]] = [:],
        of purpose: PurposeIndex? = nil,
        marked: MarkedPath = .none
    ) {
        precondition(!flows.isEmpty, "a picture shows at least one flow")
        var drawn: [FlowIndex] = []
        for flow in flows where !drawn.contains(flow) { drawn.append(flow) }
        graphs = drawn.map { flow in
            Graph(program, flow, consent: consent[flow] ?? [:], marked: marked)
        }
        calls = graphs.enumerated().flatMap { place, graph in
            Self.calls(of: graph, at: place, to: drawn, marked)
        }
        commands = Self.commands(of: program)
        self.purpose = purpose.map { program[$0].id }
    }

    /// The states that boxes tell of, each once, in the order of `ConsentState`.
    package var states: [ConsentState] {
        let told = Set(graphs.flatMap(\.nodes).flatMap(\.consent))
        return ConsentState.allCases.filter(told.contains)
    }

    package var hasMarks: Bool {
        graphs.contains { graph in
            graph.nodes.contains(where: \.isMarked) || graph.edges.contains(where: \.isMarked)
        }
    }

    /// Whether a box tells of states that have not one colour.
    var hasOpenStates: Bool {
        graphs.contains { $0.nodes.contains { ConsentShade($0.consent) == .several } }
    }

    /// `consent to newsletter`, above the colours.
    var whoseConsent: String { purpose.map { "consent to \($0.name)" } ?? "consent" }

    private static func calls(
        of graph: Graph,
        at caller: Int,
        to drawn: [FlowIndex],
        _ marked: MarkedPath
    ) -> [Call] {
        graph.nodes.compactMap { node in
            guard case .step(let step) = node.place, let callee = node.calls,
                let place = drawn.firstIndex(of: callee)
            else { return nil }
            let line = MarkedPath.Line(flow: graph.index, step: step, way: nil)
            return Call(
                caller: caller,
                callee: place,
                step: step,
                moves: marked.moves(along: line)
            )
        }
    }

    private static func commands(of program: Program) -> [Command] {
        let commands = program.commands
        let flows: [(String, FlowIndex?)] = [
            ("STOP", commands.stop), ("START", commands.start), ("HELP", commands.help),
            ("delete my data", commands.delete), ("my consents", commands.receipt),
        ]
        return flows.compactMap { words, flow in
            flow.map { Command(words: words, flow: program[$0].name) }
        }
    }
}
