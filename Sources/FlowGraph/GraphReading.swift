import Clocks
import Consent
import FlowProgram
import TextMatching

/// Goes through the steps of a flow and notes what a picture of it shows.
struct GraphReading {
    private let program: Program
    private let index: FlowIndex
    private let flow: Flow
    private let words: FlowWords
    private let consent: [StepIndex: Set<ConsentState>]
    private let marked: MarkedPath
    private(set) var nodes: [GraphNode] = []
    private(set) var edges: [GraphEdge] = []

    init(
        _ program: Program,
        _ index: FlowIndex,
        _ consent: [StepIndex: Set<ConsentState>],
        _ marked: MarkedPath
    ) {
        self.program = program
        self.index = index
        flow = program[index]
        self.consent = consent
        self.marked = marked
        words = FlowWords(program, flow)
    }

    mutating func read() {
        for (number, step) in flow.steps.enumerated() {
            let place = StepIndex(number)
            let states = consent[place] ?? []
            nodes.append(
                GraphNode(
                    place: .step(place),
                    name: step.name,
                    line: step.line,
                    kind: Self.kind(of: step),
                    facts: words.facts(of: step),
                    consent: ConsentState.allCases.filter(states.contains),
                    calls: Self.callee(of: step),
                    isMarked: marked.marks(.step(place), of: index)
                )
            )
            readExit(of: step, at: place)
            readSilence(of: step, at: place)
        }
        for (outcome, word) in flow.outcomes.enumerated() {
            let place = GraphNode.Place.end(outcome: outcome)
            nodes.append(
                GraphNode(
                    place: place,
                    name: word,
                    line: nil,
                    kind: .outcome,
                    facts: [],
                    consent: [],
                    calls: nil,
                    isMarked: marked.marks(place, of: index)
                )
            )
        }
    }

    private static func kind(of step: Step) -> GraphNode.Kind {
        let speaks = step.entry.contains(where: \.speaks)
        return switch step.exit {
        case .go: speaks ? .says : .acts
        case .end: speaks ? .says : .ends
        case .reply: .chooses
        case .ask: .asks
        case .branch: .branches
        case .call: .calls
        case .random: .random
        case .wait: .waits
        }
    }

    private static func callee(of step: Step) -> FlowIndex? {
        if case .call(let call) = step.exit { call.flow } else { nil }
    }

    private mutating func readExit(of step: Step, at source: StepIndex) {
        switch step.exit {
        case .go(let target): add(source, .then, .step(target), "then", label: "")
        case .end(let outcome): add(source, .end, .end(outcome: outcome), "end", label: "")
        case .reply(let menu): read(menu, at: source)
        case .ask(_, let target): add(source, .answer, .step(target), "answer")
        case .branch(let branches, let otherwise):
            for (place, branch) in branches.enumerated() {
                let guardText = words.text(of: branch.condition)
                add(source, .branch(place), .step(branch.target), guardText)
            }
            add(source, .otherwise, .step(otherwise), "otherwise")
        case .call(let call):
            let outcomes = program[call.flow].outcomes
            for (place, target) in call.continuations.enumerated() {
                add(source, .outcome(place), .step(target), outcomes[place])
            }
        case .random(let targets):
            let tickets = targets.reduce(0) { $0 + $1.weight }
            for (place, target) in targets.enumerated() {
                let label = "\(target.weight) in \(tickets)"
                add(source, .draw(place), .step(target.target), label)
            }
        case .wait(let period, let target):
            add(source, .waited, .step(target), "after \(period.text)")
        }
    }

    private mutating func read(_ menu: ReplyMenu, at source: StepIndex) {
        for (place, choice) in menu.choices.enumerated() {
            guard let edge = choice.edge else { continue }
            let label = words.label(choice.name, edge)
            add(source, .choice(place), edge.place, choice.name, label: label)
        }
        for (place, pattern) in menu.patterns.enumerated() {
            let name = "/\(pattern.pattern.source)/"
            let label = words.label(name, pattern.edge)
            add(source, .pattern(place), pattern.edge.place, name, label: label)
        }
    }

    private mutating func readSilence(of step: Step, at source: StepIndex) {
        for (place, deadline) in step.deadlines.enumerated() {
            let label = "after \(deadline.period.text)"
            add(source, .deadline(place), .step(deadline.target), label)
        }
        if let unclear = step.unclear, let target = unclear.target {
            add(source, .unclear, .step(target), "unclear", label: Self.label(of: unclear))
        }
    }

    /// The reply that leads on is the one after the last that was answered.
    private static func label(of unclear: Unclear) -> String {
        switch unclear.times {
        case 0: "unclear"
        case 1: "unclear, more than once"
        default: "unclear, more than \(unclear.times)×"
        }
    }

    private mutating func add(
        _ source: StepIndex,
        _ way: GraphEdge.Way,
        _ target: GraphNode.Place,
        _ name: String,
        label: String? = nil
    ) {
        let line = MarkedPath.Line(flow: index, step: source, way: way)
        edges.append(
            GraphEdge(
                source: source,
                way: way,
                target: target,
                name: name,
                label: label ?? name,
                moves: marked.moves(along: line)
            )
        )
    }
}

extension Edge {
    fileprivate var place: GraphNode.Place {
        switch target {
        case .step(let step): .step(step)
        case .end(let outcome): .end(outcome: outcome)
        }
    }
}
