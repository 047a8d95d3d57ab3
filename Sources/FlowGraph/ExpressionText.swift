import Clocks
import Consent
import FlowProgram
import MessageCatalog

/// Writes an expression as an author would, with no more brackets than it needs.
struct ExpressionText {
    /// How tightly an operator binds; an operand that binds less stands in brackets.
    private enum Binding: Int, Comparable {
        case conditional, or, and, comparison, sum, product, sign, member

        static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
    }

    private let program: Program
    private let flow: Flow

    init(_ program: Program, _ flow: Flow) {
        self.program = program
        self.flow = flow
    }

    func text(of expression: Expression) -> String {
        text(of: expression, atLeast: .conditional)
    }

    private func text(of expression: Expression, atLeast least: Binding) -> String {
        let written = written(expression)
        return written.binding < least ? "(\(written.text))" : written.text
    }

    private func written(_ expression: Expression) -> (text: String, binding: Binding) {
        switch expression {
        case .value(let value): (text(of: value), .member)
        case .slot(let slot): (flow[slot: slot].name, .member)
        case .has(let slot): ("has(\(flow[slot: slot].name))", .member)
        case .not(let operand): ("!\(text(of: operand, atLeast: .sign))", .sign)
        case .negate(let operand): ("-\(text(of: operand, atLeast: .sign))", .sign)
        case .or(let left, let right): binary(left, "||", right, .or, .and)
        case .and(let left, let right): binary(left, "&&", right, .and, .comparison)
        case .compare(let sign, let left, let right): comparison(left, sign, right)
        case .arithmetic(let sign, let left, let right): arithmetic(left, sign, right)
        case .conditional(let condition, let yes, let no):
            (
                text(of: condition, atLeast: .or) + " ? " + text(of: yes, atLeast: .or) + " : "
                    + text(of: no),
                .conditional
            )
        case .textLength(let operand): ("size(\(text(of: operand)))", .member)
        case .textTest(let test, let subject, let part):
            (
                "\(text(of: subject, atLeast: .member)).\(test.rawValue)(\(text(of: part)))",
                .member
            )
        case .years(let date): ("years(\(text(of: date)))", .member)
        case .consent(let purpose): ("consent(\(purpose.name(program, flow)))", .member)
        case .cooling(let purpose): ("cooling(\(purpose.name(program, flow)))", .member)
        case .certainty: ("certainty", .member)
        }
    }

    private func binary(
        _ left: Expression,
        _ sign: String,
        _ right: Expression,
        _ binding: Binding,
        _ tighter: Binding
    ) -> (text: String, binding: Binding) {
        let first = text(of: left, atLeast: binding)
        return ("\(first) \(sign) \(text(of: right, atLeast: tighter))", binding)
    }

    private func comparison(
        _ left: Expression,
        _ comparison: Expression.Comparison,
        _ right: Expression
    ) -> (text: String, binding: Binding) {
        let sign =
            switch comparison {
            case .equal: "=="
            case .notEqual: "!="
            case .less: "<"
            case .lessOrEqual: "<="
            case .greater: ">"
            case .greaterOrEqual: ">="
            }
        let first = text(of: left, atLeast: .sum)
        return ("\(first) \(sign) \(text(of: right, atLeast: .sum))", .comparison)
    }

    private func arithmetic(
        _ left: Expression,
        _ arithmetic: Expression.Arithmetic,
        _ right: Expression
    ) -> (text: String, binding: Binding) {
        switch arithmetic {
        case .add: binary(left, "+", right, .sum, .product)
        case .subtract: binary(left, "-", right, .sum, .product)
        case .multiply: binary(left, "*", right, .product, .sign)
        }
    }

    private func text(of value: Value) -> String {
        switch value {
        case .text(let text): Self.quoted(text)
        case .number(let number): number.text
        case .truth(let truth): "\(truth)"
        case .date(let date): "\"\(date.text)\""
        case .purpose(let purpose): program[purpose].id.name
        case .notice(let notice): program[notice].version.name
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = ""
        for character in text {
            if character == "\"" || character == "\\" { quoted.append("\\") }
            quoted.append(character)
        }
        return "\"\(quoted)\""
    }
}
