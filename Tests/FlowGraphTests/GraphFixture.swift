import Consent
import FlowCompiler
import FlowGraph
import FlowProgram
import Testing

/// A small workspace compiled from text, with one flow of interest.
struct GraphFixture {
    let program: Program

    private static let base: [String: String] = [
        "parley.yaml": """
        controller: { name: Acme, address: Street 1, contact: a@acme.example, country: DE }
        locales: [en]
        purposes:
          newsletter: { opt-in: double, notice: privacy }
        notices:
          privacy: { version: 2026-03 }
        """,
        "flows/goodbye.yaml": """
        flow: goodbye
        command: stop
        steps:
          bye: { say: { en: Bye }, end: done }
        """,
        "flows/lines.yaml": """
        flow: lines
        parameters: { which: purpose }
        steps:
          known:
            when: { 'consent(which) == "given"': yes-already }
            then: no-yet
          yes-already: { end: given }
          no-yet: { end: refused }
        """,
        "locales/en.yaml": """
        words: { yes: [yes], no: [no] }
        purposes: { newsletter: our newsletter }
        notices: { privacy@2026-03: "{controller} is responsible." }
        choices: { small: Small, large: Large }
        """,
    ]

    /// The text of a flow after its first line, `flow: main`.
    init(flow: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let files = Self.base.merging(["flows/main.yaml": "flow: main\n" + flow]) { $1 }
        let sources = WorkspaceSources(
            files: files.map { SourceFile(path: $0.key, text: $0.value) }
        )
        let compilation = WorkspaceCompiler.compile(sources)
        let problems = compilation.errors.map(\.sentence).joined(separator: "\n")
        program = try #require(
            compilation.program,
            Comment(rawValue: problems),
            sourceLocation: sourceLocation
        )
    }

    func index(of name: String = "main") throws -> FlowIndex {
        try #require(program.flow(named: name))
    }

    func graph(
        consent: [StepIndex: Set<ConsentState>] = [:],
        marked: MarkedPath = .none
    ) throws -> Graph {
        Graph(program, try index(), consent: consent, marked: marked)
    }

    /// The flow `main` alone, with what is known of consent at its steps.
    func picture(
        consent: [StepIndex: Set<ConsentState>] = [:],
        of purpose: PurposeIndex? = nil,
        marked: MarkedPath = .none
    ) throws -> Picture {
        let main = try index()
        return Picture(program, [main], consent: [main: consent], of: purpose, marked: marked)
    }

    /// Steps of flows by their names, `main` first: `offer`, `lines/known`.
    func path(_ steps: (String, GraphEdge.Way?)...) throws -> MarkedPath {
        MarkedPath(try steps.map { try visit($0.0, by: $0.1) }, in: program)
    }

    func visit(_ name: String, by way: GraphEdge.Way? = nil) throws -> MarkedPath.Visit {
        let parts = name.split(separator: "/").map { String($0) }
        let flow = try index(of: parts.count == 2 ? parts[0] : "main")
        let step = try #require(program[flow].step(named: parts[parts.count - 1]))
        return MarkedPath.Visit(flow, step, by: way)
    }
}

extension Graph {
    /// `name (kind)` and each fact, for every box.
    var outline: [String] {
        nodes.map { node in
            (["\(node.name) (\(node.kind.rawValue))"] + node.facts.map(\.text))
                .joined(separator: " | ")
        }
    }

    /// `source -> target: label` for every edge.
    var ways: [String] {
        let names = Dictionary(uniqueKeysWithValues: nodes.map { ($0.place, $0.name) })
        return edges.map { edge in
            let ends =
                "\(names[.step(edge.source)] ?? "?") -> \(names[edge.target] ?? "?")"
            return edge.label.isEmpty ? ends : "\(ends): \(edge.label)"
        }
    }
}
