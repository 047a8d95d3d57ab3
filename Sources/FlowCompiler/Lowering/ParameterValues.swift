import FlowProgram

/// Which purposes and notices the callers of each flow can give it.
struct ParameterValues {
    private var purposes: [[Set<Int>]]
    private var notices: [[Set<Int>]]
    private let symbols: SymbolTable
    private let noticeOfPurpose: [Int?]

    init(_ workspace: Workspace, _ symbols: SymbolTable) {
        self.symbols = symbols
        purposes = symbols.flows.map { $0.declarations.map { _ in [] } }
        notices = purposes
        noticeOfPurpose = workspace.settings.purposes.map { purpose in
            symbols.notices[purpose.notice.value]?.value
        }
        let components = GraphComponents(symbols.callGraph)
        // Callers first, so that what they were given themselves is known.
        for flow in components.members.reversed().joined() { give(from: symbols.flows[flow]) }
    }

    private mutating func give(from caller: FlowSymbols) {
        for call in caller.syntax.steps.compactMap(\.call) {
            guard let callee = symbols.flow(named: call.flow.value) else { continue }
            for argument in call.arguments {
                guard let slot = callee.slots[argument.parameter.value] else { continue }
                let name = argument.value.value
                switch callee.declarations[slot.value].type {
                case .purpose:
                    purposes[callee.index.value][slot.value]
                        .formUnion(self.purposes(named: name, in: caller))
                case .notice:
                    notices[callee.index.value][slot.value]
                        .formUnion(self.notices(named: name, in: caller))
                case .text, .number, .date, .email, .phone, .choice, .yesNo, nil: break
                }
            }
        }
    }

    /// The purposes a name can stand for, by their places.
    func purposes(named name: String, in flow: FlowSymbols) -> Set<Int> {
        if let slot = flow.slots[name] { return purposes[flow.index.value][slot.value] }
        return symbols.purposes[name].map { [$0.value] } ?? []
    }

    /// The purposes a choice of the step can consent to, by their places.
    func confirmed(by step: StepSyntax, in flow: FlowSymbols) -> Set<Int> {
        var confirmed: Set<Int> = []
        for act in step.choices.compactMap(\.act) where act.kind == .confirm {
            confirmed.formUnion(purposes(named: act.purpose.value, in: flow))
        }
        return confirmed
    }

    /// The notices a name can stand for; a purpose stands for its own.
    func notices(named name: String, in flow: FlowSymbols) -> Set<Int> {
        guard let slot = flow.slots[name] else {
            return symbols.notices[name].map { [$0.value] } ?? []
        }
        let ofPurposes = purposes[flow.index.value][slot.value].compactMap { noticeOfPurpose[$0] }
        return notices[flow.index.value][slot.value].union(ofPurposes)
    }
}
