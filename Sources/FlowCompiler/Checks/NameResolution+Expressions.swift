import FlowProgram

/// A function of the expression language.
enum ExpressionFunction: String, CaseIterable {
    case has, size, contains, startsWith, endsWith, years, consent, cooling

    var argumentCount: Int {
        switch self {
        case .has, .size, .years, .consent, .cooling: 1
        case .contains, .startsWith, .endsWith: 2
        }
    }

    /// Whether its argument is a purpose rather than a value.
    var takesPurpose: Bool {
        switch self {
        case .consent, .cooling: true
        case .has, .size, .contains, .startsWith, .endsWith, .years: false
        }
    }

    /// How certain the engine is of the command that started the flow.
    static let certainty = "certainty"
}

extension NameResolution {
    /// Slots, parameters, purposes and functions named in an expression.
    mutating func names(in expression: ExpressionSyntax, _ flow: FlowSymbols) {
        switch expression {
        case .number, .text, .truth: break
        case .name(let name): value(name, flow)
        case .not(let inner, _), .negate(let inner, _): names(in: inner, flow)
        case .binary(_, let left, let right, _):
            names(in: left, flow)
            names(in: right, flow)
        case .conditional(let condition, let yes, let no, _):
            names(in: condition, flow)
            names(in: yes, flow)
            names(in: no, flow)
        case .call(let function, let arguments, _):
            call(function, arguments, flow)
        }
    }

    private mutating func value(_ name: Located<String>, _ flow: FlowSymbols) {
        let isKnown =
            flow.slots[name.value] != nil || symbols.purposes[name.value] != nil
            || symbols.notices[name.value] != nil
        if isKnown { return }
        guard name.value == ExpressionFunction.certainty else {
            slot(name, in: flow)
            return
        }
        if !flow.isStopFlow {
            unknown(
                .unknownSlot,
                "slot",
                name,
                among: [],
                or: "only the flow with `command: stop` knows how certain the command is"
            )
        }
    }

    private mutating func call(
        _ function: Located<String>,
        _ arguments: [ExpressionSyntax],
        _ flow: FlowSymbols
    ) {
        guard let known = ExpressionFunction(rawValue: function.value) else {
            unknown(
                .unknownFunction,
                "function",
                function,
                among: ExpressionFunction.allCases.map(\.rawValue)
            )
            for argument in arguments { names(in: argument, flow) }
            return
        }
        for argument in arguments {
            if known.takesPurpose, case .name(let name) = argument {
                purpose(name, in: flow)
            } else {
                names(in: argument, flow)
            }
        }
    }
}
