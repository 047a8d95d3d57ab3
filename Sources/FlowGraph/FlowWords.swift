import Consent
import FlowProgram
import MessageCatalog

/// Says in the words of the flow language what a step does.
struct FlowWords {
    private let program: Program
    private let flow: Flow

    init(_ program: Program, _ flow: Flow) {
        self.program = program
        self.flow = flow
    }

    /// What a step does on entry, then what it asks for or calls.
    func facts(of step: Step) -> [GraphFact] {
        let entry = step.entry.flatMap { facts(of: $0) }
        switch step.exit {
        case .ask(let slot, _): return entry + [.does(asked(flow[slot: slot]))]
        case .call(let call): return entry + facts(of: call)
        case .go, .end, .reply, .branch, .random, .wait: return entry
        }
    }

    /// A choice or pattern with what it does on the way: `agree: confirm newsletter`.
    func label(_ name: String, _ edge: Edge) -> String {
        let acts = edge.act.map { [text(of: $0)] } ?? []
        let doings = acts + edge.assignments.map { text(of: $0.slot, $0.expression) }
        return doings.isEmpty ? name : "\(name): \(doings.joined(separator: ", "))"
    }

    func text(of expression: Expression) -> String {
        ExpressionText(program, flow).text(of: expression)
    }

    private func facts(of action: Action) -> [GraphFact] {
        switch action {
        case .set(let slot, let expression): return [.does(text(of: slot, expression))]
        case .act(let act): return [.does(text(of: act))]
        case .exercise(let right): return [.does("exercise \(right.rawValue)")]
        case .notice(let notice): return [.does(text(of: notice))]
        case .say(let say):
            let template = program.catalog.template(say.message, .source)
            let purpose = say.purpose.map { GraphFact.does("for \($0.name(program, flow))") }
            return [.says(SpokenText.firstLine(of: template))] + (purpose.map { [$0] } ?? [])
        }
    }

    private func facts(of call: Call) -> [GraphFact] {
        let callee = program[call.flow]
        let arguments = call.arguments.map { argument in
            let value = text(of: argument.expression)
            return GraphFact.does("with \(callee[slot: argument.slot].name): \(value)")
        }
        return [.does("call \(callee.name)")] + arguments
    }

    private func text(of slot: SlotIndex, _ expression: Expression) -> String {
        "set \(flow[slot: slot].name): \(text(of: expression))"
    }

    private func text(of act: Act) -> String {
        switch act.scope {
        case .all: "\(act.kind.rawValue) all"
        case .purpose(let purpose): "\(act.kind.rawValue) \(purpose.name(program, flow))"
        }
    }

    private func text(of notice: NoticeReference) -> String {
        switch notice {
        case .fixed(let index): return "notice \(program[index].version)"
        case .parameter(let slot):
            let parameter = flow[slot: slot]
            return parameter.kind == .purpose
                ? "notice of \(parameter.name)" : "notice \(parameter.name)"
        }
    }

    private func asked(_ slot: Slot) -> String {
        let type: String
        switch slot.kind {
        case .text: type = "text"
        case .number: type = "number"
        case .date: type = "date"
        case .email: type = "email"
        case .phone: type = "phone"
        case .choice(let options): type = options.map(\.name).joined(separator: ", ")
        case .yesNo: type = "yes-no"
        case .purpose: type = "purpose"
        case .notice: type = "notice"
        }
        return "ask \(slot.name) (\(type))"
    }
}

extension PurposeReference {
    /// The purpose's name, or the name of the parameter that holds it.
    func name(_ program: Program, _ flow: Flow) -> String {
        switch self {
        case .fixed(let index): program[index].id.name
        case .parameter(let slot): flow[slot: slot].name
        }
    }
}
