package import Consent
package import FlowProgram

/// One flow as a picture shows it: its steps, its ends, and every way between them.
///
/// Two programs with equal flows give equal graphs.
package struct Graph: Hashable, Sendable {
    package let index: FlowIndex
    /// The flow's name.
    package let flow: String
    package let about: String?
    /// The command whose answer this flow words, if any.
    package let command: String?
    /// The steps in the order written, then the outcomes in theirs.
    package let nodes: [GraphNode]
    /// By the step they leave; its way out first, then deadlines, then where unclear replies lead.
    package let edges: [GraphEdge]

    /// Reads the graph of one flow off a program.
    ///
    /// `consent` says where consent to some purpose may stand while a conversation is at a step; a
    /// step that is not in it tells nothing.
    package init(
        _ program: Program,
        _ flow: FlowIndex,
        consent: [StepIndex: Set<ConsentState>] = [:],
        marked: MarkedPath = .none
    ) {
        var reading = GraphReading(program, flow, consent, marked)
        reading.read()
        index = flow
        self.flow = program[flow].name
        about = program[flow].about
        command = program[flow].command
        nodes = reading.nodes
        edges = reading.edges
    }
}
