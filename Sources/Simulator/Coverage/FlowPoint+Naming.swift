import Clocks
package import FlowProgram
import MessageCatalog
import TextMatching

// How people read of a point.
extension FlowPoint {
    /// What never happened, in a sentence without its place.
    package func missing(in program: Program) -> String {
        let step = program[flow][step: step]
        switch kind {
        case .step: return "the step \(step.name) was never entered"
        case .edge(let edge):
            let name = step.name(of: edge, in: program)
            return "the \(edge.noun) \(name) of \(step.name) was never taken"
        case .timer(.waitOver): return "the wait of \(step.name) was never over"
        case .timer(let timer):
            return "the timer \(step.name(of: timer)) of \(step.name) never fired"
        case .texts(let locale):
            return "the texts of \(step.name) were never said in \(program[locale].text)"
        }
    }
}

extension FlowEdge {
    /// What people call it.
    var noun: String {
        switch self {
        case .choice: "choice"
        case .pattern: "pattern"
        case .then, .answer, .unclear, .branch, .otherwise, .drawn, .returned: "edge"
        }
    }
}

extension Step {
    /// An edge as its flow writes it.
    func name(of edge: FlowEdge, in program: Program) -> String {
        switch (edge, exit) {
        case (.choice(let place), .reply(let menu)): menu.choices[place].name
        case (.pattern(let place), .reply(let menu)): "\"\(menu.patterns[place].pattern.source)\""
        case (.unclear, .ask(_, let target)) where unclear?.target == target: "skip"
        case (.drawn(let place), .random): "random \(place + 1)"
        case (.returned(let place), .call(let call)): program[call.flow].outcomes[place]
        case (.branch(let place), _): "when \(place + 1)"
        case (.unclear, _): "unclear"
        case (.answer, _): "answer"
        case (.otherwise, _): "otherwise"
        case (.then, _), (.choice, _), (.pattern, _), (.drawn, _), (.returned, _): "then"
        }
    }

    /// A timer as its flow writes it.
    func name(of timer: FlowTimer) -> String {
        switch (timer, exit) {
        case (.after(let place), _): "after \(deadlines[place].period.text)"
        case (.waitOver, .wait(let period, _)): "wait \(period.text)"
        case (.waitOver, _): "wait"
        }
    }
}

extension Flow {
    /// The file it is written in: a file's name is its flow's.
    package var path: String { "flows/\(name).yaml" }
}
