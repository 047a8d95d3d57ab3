import Consent
import FlowProgram

extension ExpressionLowering {
    mutating func call(
        _ function: Located<String>,
        _ arguments: [ExpressionSyntax],
        _ span: SourceSpan
    ) -> Typed? {
        guard let known = ExpressionFunction(rawValue: function.value) else { return nil }
        guard arguments.count == known.argumentCount, let first = arguments.first else {
            mismatch(
                span,
                "\(function.value.quoted) takes \(known.argumentCount) "
                    + "\(known.argumentCount == 1 ? "argument" : "arguments"), "
                    + "not \(arguments.count)"
            )
            return nil
        }
        let place = function.value.quoted
        switch known {
        case .has: return has(first)
        case .size:
            return lower(first, as: .text, place)
                .map { Typed(expression: .textLength($0), type: .number) }
        case .years:
            return lower(first, as: .date, place)
                .map { Typed(expression: .years($0), type: .number) }
        case .contains: return test(.contains, arguments, place)
        case .startsWith: return test(.startsWith, arguments, place)
        case .endsWith: return test(.endsWith, arguments, place)
        case .consent:
            return purpose(first, place).map { Typed(expression: .consent($0), type: .text) }
        case .cooling:
            return purpose(first, place).map { Typed(expression: .cooling($0), type: .truth) }
        }
    }

    private mutating func has(_ argument: ExpressionSyntax) -> Typed? {
        guard case .name(let name) = argument else {
            mismatch(argument.span, "`has` takes the name of a slot")
            return nil
        }
        if let slot = flow.slots[name.value] {
            return Typed(expression: .has(slot), type: .truth)
        }
        if symbols.purposes[name.value] != nil || symbols.notices[name.value] != nil {
            mismatch(argument.span, "`has` takes a slot, and \(name.value.quoted) is none")
        }
        return nil
    }

    private mutating func test(
        _ test: Expression.TextTest,
        _ arguments: [ExpressionSyntax],
        _ place: String
    ) -> Typed? {
        var operands: [Expression] = []
        for argument in arguments {
            if let operand = lower(argument, as: .text, place) { operands.append(operand) }
        }
        guard operands.count == 2 else { return nil }
        return Typed(expression: .textTest(test, operands[0], operands[1]), type: .truth)
    }

    private mutating func purpose(
        _ argument: ExpressionSyntax,
        _ place: String
    ) -> PurposeReference? {
        guard case .name(let name) = argument else {
            mismatch(argument.span, "\(place) takes the name of a purpose")
            return nil
        }
        if let slot = flow.slots[name.value] {
            guard let type = flow.declarations[slot.value].type else { return nil }
            guard type == .purpose else {
                mismatch(
                    argument.span,
                    "\(place) takes a purpose, \(name.value.quoted) is \(type.valueType.phrase)"
                )
                return nil
            }
            return .parameter(slot)
        }
        return symbols.purposes[name.value].map { .fixed($0) }
    }

    /// A comparison with a text the other side can never be is a slip of the pen.
    mutating func checkKnownTexts(_ typed: Typed, _ other: ExpressionSyntax) {
        guard case .text(let text, let span) = other,
            let possible = possibleTexts(of: typed.expression), !possible.contains(text)
        else { return }
        mismatch(
            span,
            "this is never \(text.quoted)",
            help: Suggestion.help(for: text, among: possible)
                ?? "it is \(possible.quotedList("or"))"
        )
    }

    private func possibleTexts(of expression: Expression) -> [String]? {
        switch expression {
        case .consent: ConsentState.allCases.map(\.rawValue)
        case .certainty: ["definite", "probable"]
        case .slot(let slot):
            flow.declarations[slot.value].type == .choice
                ? flow.declarations[slot.value].slot?.options.map(\.value) : nil
        case .value, .has, .not, .negate, .or, .and, .compare, .arithmetic, .conditional,
            .textLength, .textTest, .years, .cooling:
            nil
        }
    }
}
