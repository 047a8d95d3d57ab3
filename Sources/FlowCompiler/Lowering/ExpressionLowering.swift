import Clocks
import FlowProgram
import MessageCatalog

/// Gives every part of an expression its type and turns names into indices.
///
/// `nil` when something is wrong: types are reported here, unknown names by `NameResolution`.
struct ExpressionLowering {
    struct Typed {
        let expression: Expression
        let type: ValueType
    }

    let symbols: SymbolTable
    let flow: FlowSymbols
    private(set) var diagnostics = Diagnostics()

    init(_ symbols: SymbolTable, _ flow: FlowSymbols) {
        self.symbols = symbols
        self.flow = flow
    }

    mutating func lower(_ syntax: ExpressionSyntax) -> Typed? {
        switch syntax {
        case .number(let number, _): Typed(expression: .value(.number(number)), type: .number)
        case .text(let text, _): Typed(expression: .value(.text(text)), type: .text)
        case .truth(let truth, _): Typed(expression: .value(.truth(truth)), type: .truth)
        case .name(let name): named(name)
        case .not(let inner, _):
            lower(inner, as: .truth, "`!`").map { Typed(expression: .not($0), type: .truth) }
        case .negate(let inner, _):
            lower(inner, as: .number, "`-`").map { Typed(expression: .negate($0), type: .number) }
        case .binary(let sign, let left, let right, let span): binary(sign, left, right, span)
        case .conditional(let condition, let yes, let no, let span):
            conditional(condition, yes, no, span)
        case .call(let function, let arguments, let span): call(function, arguments, span)
        }
    }

    /// Lowers what must be of one type; `place` names who wants it so.
    mutating func lower(
        _ syntax: ExpressionSyntax,
        as type: ValueType,
        _ place: String
    ) -> Expression? {
        guard let typed = lower(syntax) else { return nil }
        if typed.type == type { return typed.expression }
        if type == .date, let date = Self.date(syntax) { return date }
        mismatch(syntax.span, "\(place) takes \(type.phrase), this is \(typed.type.phrase)")
        return nil
    }

    mutating func mismatch(_ span: SourceSpan, _ sentence: String, help: String? = nil) {
        diagnostics.report(.typeMismatch, at: span, sentence, help: help)
    }

    mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.report(diagnostic)
    }

    private func named(_ name: Located<String>) -> Typed? {
        if let slot = flow.slots[name.value] {
            guard let type = flow.declarations[slot.value].type else { return nil }
            return Typed(expression: .slot(slot), type: type.valueType)
        }
        if let purpose = symbols.purposes[name.value] {
            return Typed(expression: .value(.purpose(purpose)), type: .purpose)
        }
        if let notice = symbols.notices[name.value] {
            return Typed(expression: .value(.notice(notice)), type: .notice)
        }
        guard name.value == ExpressionFunction.certainty, flow.isStopFlow else { return nil }
        return Typed(expression: .certainty, type: .text)
    }

    private mutating func conditional(
        _ condition: ExpressionSyntax,
        _ yes: ExpressionSyntax,
        _ no: ExpressionSyntax,
        _ span: SourceSpan
    ) -> Typed? {
        let truth = lower(condition, as: .truth, "the condition before `?`")
        guard let first = lower(yes), let second = lower(no), let truth else { return nil }
        guard first.type == second.type else {
            mismatch(
                span,
                "one branch is \(first.type.phrase), the other \(second.type.phrase)"
            )
            return nil
        }
        return Typed(
            expression: .conditional(truth, first.expression, second.expression),
            type: first.type
        )
    }

    private mutating func binary(
        _ sign: BinaryOperator,
        _ left: ExpressionSyntax,
        _ right: ExpressionSyntax,
        _ span: SourceSpan
    ) -> Typed? {
        switch sign {
        case .or, .and:
            let first = lower(left, as: .truth, "`\(sign.rawValue)`")
            let second = lower(right, as: .truth, "`\(sign.rawValue)`")
            guard let first, let second else { return nil }
            return Typed(
                expression: sign == .or ? .or(first, second) : .and(first, second),
                type: .truth
            )
        case .equal: return compare(.equal, left, right, span)
        case .notEqual: return compare(.notEqual, left, right, span)
        case .less: return compare(.less, left, right, span)
        case .lessOrEqual: return compare(.lessOrEqual, left, right, span)
        case .greater: return compare(.greater, left, right, span)
        case .greaterOrEqual: return compare(.greaterOrEqual, left, right, span)
        case .add: return add(left, right, span)
        case .subtract: return arithmetic(.subtract, left, right, "`-`")
        case .multiply: return arithmetic(.multiply, left, right, "`*`")
        }
    }

    private mutating func add(
        _ left: ExpressionSyntax,
        _ right: ExpressionSyntax,
        _ span: SourceSpan
    ) -> Typed? {
        guard let first = lower(left), let second = lower(right) else { return nil }
        guard first.type == second.type, first.type == .number || first.type == .text else {
            mismatch(
                span,
                "`+` adds two numbers or joins two texts, "
                    + "not \(first.type.phrase) and \(second.type.phrase)"
            )
            return nil
        }
        return Typed(
            expression: .arithmetic(.add, first.expression, second.expression),
            type: first.type
        )
    }

    private mutating func arithmetic(
        _ operation: Expression.Arithmetic,
        _ left: ExpressionSyntax,
        _ right: ExpressionSyntax,
        _ sign: String
    ) -> Typed? {
        let first = lower(left, as: .number, sign)
        let second = lower(right, as: .number, sign)
        guard let first, let second else { return nil }
        return Typed(expression: .arithmetic(operation, first, second), type: .number)
    }

    private mutating func compare(
        _ comparison: Expression.Comparison,
        _ left: ExpressionSyntax,
        _ right: ExpressionSyntax,
        _ span: SourceSpan
    ) -> Typed? {
        guard var first = lower(left), var second = lower(right) else { return nil }
        // Dates have no literal of their own: an ISO text beside a date is one.
        if first.type == .date, let date = Self.date(right) {
            second = Typed(expression: date, type: .date)
        } else if second.type == .date, let date = Self.date(left) {
            first = Typed(expression: date, type: .date)
        }
        guard first.type == second.type else {
            mismatch(
                span,
                "\(first.type.phrase) cannot be compared with \(second.type.phrase)",
                help: first.type == .date || second.type == .date
                    ? "a date is written `\"2026-03-01\"`" : nil
            )
            return nil
        }
        let isOrdering = comparison != .equal && comparison != .notEqual
        if isOrdering, first.type == .truth || first.type == .purpose || first.type == .notice {
            mismatch(span, "\(first.type.phrase) is neither less nor greater than another")
            return nil
        }
        checkKnownTexts(first, right)
        checkKnownTexts(second, left)
        return Typed(
            expression: .compare(comparison, first.expression, second.expression),
            type: .truth
        )
    }

    private static func date(_ syntax: ExpressionSyntax) -> Expression? {
        guard case .text(let text, _) = syntax, let date = CalendarDate(text) else { return nil }
        return .value(.date(date))
    }
}

extension ValueType {
    /// With its article, for sentences.
    var phrase: String {
        switch self {
        case .text: "a text"
        case .number: "a number"
        case .truth: "true or false"
        case .date: "a date"
        case .purpose: "a purpose"
        case .notice: "a notice"
        }
    }
}
