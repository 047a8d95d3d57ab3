import CommandLineSupport
import FlowCompiler
import FlowGraph
import FlowProgram

/// Reads the path to mark, as `--path` takes it: `known,offer:accept,double-opt-in/notice`.
struct GraphPath {
    private let program: Program

    init(_ program: Program) {
        self.program = program
    }

    /// The steps of a path, each in the flow of the one before unless it names another.
    ///
    /// - Throws: `Failure.cannotRun` for a name that is not there, with those that are.
    func visits(
        _ text: String,
        startingIn start: FlowIndex?
    ) throws(Failure) -> [MarkedPath.Visit] {
        var visits: [MarkedPath.Visit] = []
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            let visit = try visit(String(item), after: visits.last?.flow ?? start)
            visits.append(visit)
        }
        return visits
    }

    /// The path to mark.
    ///
    /// - Throws: `Failure.cannotRun` where no way leads on; a command may begin anywhere, and what
    ///   was interrupted may go on.
    func marked(_ visits: [MarkedPath.Visit]) throws(Failure) -> MarkedPath {
        let marked = MarkedPath(visits, in: program)
        let jump = marked.jumps.first { jump in
            program[jump.flow].command == nil
                && !visits.contains { program[$0.flow].command != nil }
        }
        guard let jump else { return marked }
        throw .cannotRun(
            "error: no way leads to `\(name(of: jump))` from the step before it in --path"
        )
    }

    static func flow(named name: String, in program: Program) throws(Failure) -> FlowIndex {
        guard let index = program.flow(named: name) else {
            throw missing("flow", name, "the flows", program.flows.map(\.name))
        }
        return index
    }

    private func visit(
        _ item: String,
        after flow: FlowIndex?
    ) throws(Failure) -> MarkedPath.Visit {
        var rest = item[...]
        var way: String?
        if let colon = rest.firstIndex(of: ":") {
            way = String(rest[colon...].dropFirst())
            rest = rest[..<colon]
        }
        var flow = flow
        if let slash = rest.firstIndex(of: "/") {
            flow = try Self.flow(named: String(rest[..<slash]), in: program)
            rest = rest[slash...].dropFirst()
        }
        guard let flow else {
            throw .cannotRun("error: the first step of --path has to name its flow: flow/\(rest)")
        }
        let name = String(rest)
        guard let step = program[flow].step(named: name) else {
            let steps = program[flow].steps.map(\.name)
            throw Self.missing("step", name, "the steps of \(program[flow].name)", steps)
        }
        guard let way else { return MarkedPath.Visit(flow, step) }
        let edges = Graph(program, flow).edges.filter { $0.source == step }
        guard let edge = edges.first(where: { $0.name == way }) else {
            throw Self.missing("way", way, "the ways on from \(name)", edges.map(\.name))
        }
        return MarkedPath.Visit(flow, step, by: edge.way)
    }

    private func name(of visit: MarkedPath.Visit) -> String {
        "\(program[visit.flow].name)/\(program[visit.flow][step: visit.step].name)"
    }

    private static func missing(
        _ kind: String,
        _ name: String,
        _ all: String,
        _ names: [String]
    ) -> Failure {
        let help = Suggestion.help(for: name, among: names).map { "\($0) " } ?? ""
        return .cannotRun(
            "error: there is no \(kind) `\(name)`; \(help)\(all) are "
                + names.joined(separator: ", ")
        )
    }
}
