import FlowProgram

// Names to indices, for syntax that was checked: nothing here can be missing.

extension FlowSymbols {
    func step(_ name: Located<String>) -> StepIndex {
        guard let index = steps[name.value] else { Self.unchecked("step") }
        return index
    }

    func slot(_ name: Located<String>) -> SlotIndex {
        guard let index = slots[name.value] else { Self.unchecked("slot") }
        return index
    }

    func outcome(_ name: Located<String>) -> Int {
        guard let index = outcomeIndices[name.value] else { Self.unchecked("outcome") }
        return index
    }

    func target(_ target: TargetSyntax) -> Edge.Target {
        switch target {
        case .step(let name): .step(step(name))
        case .end(let name): .end(outcome: outcome(name))
        }
    }

    static func unchecked(_ kind: String) -> Never {
        preconditionFailure("every \(kind) named is checked before lowering")
    }
}

extension SymbolTable {
    func purpose(_ name: Located<String>, in flow: FlowSymbols) -> PurposeReference {
        if let slot = flow.slots[name.value] { return .parameter(slot) }
        guard let purpose = purposes[name.value] else { FlowSymbols.unchecked("purpose") }
        return .fixed(purpose)
    }

    func notice(_ name: Located<String>, in flow: FlowSymbols) -> NoticeReference {
        if let slot = flow.slots[name.value] { return .parameter(slot) }
        guard let notice = notices[name.value] else { FlowSymbols.unchecked("notice") }
        return .fixed(notice)
    }

    func act(_ act: ActSyntax, in flow: FlowSymbols) -> Act {
        let kind: Act.Kind =
            switch act.kind {
            case .request: .request
            case .confirm: .confirm
            case .decline: .decline
            case .withdraw: .withdraw
            case .lapse: .lapse
            }
        if act.purpose.value == "all" { return Act(kind: kind, scope: .all) }
        return Act(kind: kind, scope: .purpose(purpose(act.purpose, in: flow)))
    }
}
