package import MessageCatalog

/// An expression as written; every node knows its place.
package indirect enum ExpressionSyntax: Sendable {
    case number(DecimalNumber, SourceSpan)
    case text(String, SourceSpan)
    case truth(Bool, SourceSpan)
    case name(Located<String>)
    case not(ExpressionSyntax, SourceSpan)
    case negate(ExpressionSyntax, SourceSpan)
    case binary(BinaryOperator, ExpressionSyntax, ExpressionSyntax, SourceSpan)
    case conditional(ExpressionSyntax, ExpressionSyntax, ExpressionSyntax, SourceSpan)
    /// `size(x)`, and `x.contains(y)` with the receiver as the first argument.
    case call(Located<String>, [ExpressionSyntax], SourceSpan)

    package var span: SourceSpan {
        switch self {
        case .number(_, let span), .text(_, let span), .truth(_, let span), .not(_, let span),
            .negate(_, let span), .binary(_, _, _, let span), .conditional(_, _, _, let span),
            .call(_, _, let span):
            span
        case .name(let name): name.span
        }
    }
}

/// The infix operators, as they are written.
package enum BinaryOperator: String, Sendable, Hashable, CaseIterable {
    case or = "||"
    case and = "&&"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case add = "+"
    case subtract = "-"
    case multiply = "*"
}
