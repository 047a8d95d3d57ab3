/// A checked expression: every name is an index, every type is right.
///
/// Total: it always ends, in at most as many operations as it has nodes. An operand that is an
/// empty slot makes a comparison false and any other operation empty.
package indirect enum Expression: Hashable, Sendable {
    case value(Value)
    case slot(SlotIndex)
    case has(SlotIndex)
    case not(Expression)
    case negate(Expression)
    case or(Expression, Expression)
    case and(Expression, Expression)
    case compare(Comparison, Expression, Expression)
    case arithmetic(Arithmetic, Expression, Expression)
    case conditional(Expression, Expression, Expression)
    case textLength(Expression)
    case textTest(TextTest, Expression, Expression)
    /// Whole years from a date until today, in UTC.
    case years(Expression)
    /// The consent state's name for a purpose.
    case consent(PurposeReference)
    case cooling(PurposeReference)
    /// How certain the engine is of the command that started this flow.
    case certainty

    package enum Comparison: String, Hashable, Sendable {
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    }

    /// `add` also joins texts.
    package enum Arithmetic: String, Hashable, Sendable {
        case add, subtract, multiply
    }

    package enum TextTest: String, Hashable, Sendable {
        case contains, startsWith, endsWith
    }
}

/// A purpose named in a flow: fixed, or given by the caller.
package enum PurposeReference: Hashable, Sendable {
    case fixed(PurposeIndex)
    case parameter(SlotIndex)
}

/// A notice named in a flow: fixed, or given by the caller.
package enum NoticeReference: Hashable, Sendable {
    case fixed(NoticeIndex)
    case parameter(SlotIndex)
}
