import Consent
import FlowProgram

/// The purposes and notices that the calls of a program give to parameters.
struct CallArguments {
    private struct Parameter: Hashable {
        let flow: FlowIndex
        let slot: SlotIndex
    }

    private let program: Program
    private var values: [Parameter: Set<Value>] = [:]

    init(_ program: Program) {
        self.program = program
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            for (number, flow) in program.flows.enumerated() {
                for case .call(let call) in flow.steps.map(\.exit) {
                    isGrowing = add(call, from: FlowIndex(number)) || isGrowing
                }
            }
        }
    }

    /// Whether something was new.
    private mutating func add(_ call: Call, from caller: FlowIndex) -> Bool {
        var isNew = false
        for argument in call.arguments where program[call.flow][slot: argument.slot].isNamed {
            var found: Set<Value> = []
            argument.expression.walk { expression in
                switch expression {
                case .value(.purpose), .value(.notice):
                    if case .value(let value) = expression { found.insert(value) }
                case .slot(let slot):
                    found.formUnion(values[Parameter(flow: caller, slot: slot)] ?? [])
                default: break
                }
            }
            let parameter = Parameter(flow: call.flow, slot: argument.slot)
            let known = values[parameter] ?? []
            values[parameter] = known.union(found)
            isNew = isNew || !found.isSubset(of: known)
        }
        return isNew
    }

    /// The purposes a reference can mean in a flow, in the order they are declared.
    func purposes(_ reference: PurposeReference, in flow: FlowIndex) -> [DeclaredPurpose] {
        switch reference {
        case .fixed(let index): return [program[index]]
        case .parameter(let slot):
            let given = values[Parameter(flow: flow, slot: slot)] ?? []
            return program.purposes.indices.map { PurposeIndex($0) }
                .filter { given.contains(.purpose($0)) }.map { program[$0] }
        }
    }

    /// Whether `shown` is the notice of `purpose` wherever `reference` means that purpose.
    func shows(
        _ shown: NoticeReference,
        noticeOf purpose: DeclaredPurpose,
        meant reference: PurposeReference,
        in flow: FlowIndex
    ) -> Bool {
        switch (shown, reference) {
        case (.fixed(let notice), _): return notice == purpose.notice
        // One parameter is the purpose and stands for its notice.
        case (.parameter(let slot), .parameter(let other)) where slot == other: return true
        case (.parameter(let slot), _):
            let given = values[Parameter(flow: flow, slot: slot)] ?? []
            return !given.isEmpty
                && given.allSatisfy { value in
                    switch value {
                    case .notice(let notice): notice == purpose.notice
                    case .purpose(let index): program[index].notice == purpose.notice
                    case .text, .number, .truth, .date: false
                    }
                }
        }
    }
}

extension Slot {
    /// Whether it holds the name of a purpose or a notice.
    fileprivate var isNamed: Bool { kind == .purpose || kind == .notice }
}
