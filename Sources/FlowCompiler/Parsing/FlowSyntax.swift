package import Clocks

// The syntax tree: what a flow file says, before any name in it is understood. Every name carries
// its place, so that a later stage can point at it.

/// A flow as written.
package struct FlowSyntax: Sendable {
    package var name: Located<String>
    package var revision: Int
    package var about: String?
    package var startsWith: [Located<String>]
    package var command: Located<String>?
    /// Texts that belong to the flow although a command word is in them.
    package var claims: [Located<String>]
    package var parameters: [ParameterSyntax]
    package var slots: [SlotSyntax]
    package var steps: [StepSyntax]
    /// The canonical bytes of the file's node tree: equal for files that differ only in layout
    /// and comments.
    package var canonicalBytes: [UInt8]
}

/// A parameter with its type, both as written.
package struct ParameterSyntax: Sendable {
    package var name: Located<String>
    package var type: Located<String>
}

/// A slot as written; bounds are texts until the type says how to read them.
package struct SlotSyntax: Sendable {
    package var name: Located<String>
    package var type: Located<String>
    package var minimum: Located<String>?
    package var maximum: Located<String>?
    package var options: [Located<String>]
    package var isPersonal: Bool
    package var keep: Located<Period>?
    /// Whether it is a date of birth, where that was written.
    package var age: Located<Bool>?
}

/// A step as written, its keys sorted by what they do.
package struct StepSyntax: Sendable {
    package var name: Located<String>
    package var assignments: [AssignmentSyntax]
    package var act: ActSyntax?
    /// The right the contact exercises by coming here.
    package var right: Located<String>?
    package var notice: Located<String>?
    package var say: TextSyntax?
    package var servesPurpose: Located<String>?
    package var exit: ExitSyntax
    package var deadlines: [DeadlineSyntax]
    package var unclear: UnclearSyntax?
}

/// A message: a key of the locale files, or texts written in place.
package enum TextSyntax: Sendable {
    case key(Located<String>)
    /// Locale tag and text, in the order written.
    case inline([(locale: Located<String>, text: Located<String>)], SourceSpan)

    package var span: SourceSpan {
        switch self {
        case .key(let key): key.span
        case .inline(_, let span): span
        }
    }
}

/// `slot: expression` under `set`.
package struct AssignmentSyntax: Sendable {
    package var slot: Located<String>
    package var expression: ExpressionSyntax
}

/// The consent acts of the language, by their keys.
package enum ActKind: String, Sendable, CaseIterable {
    case request, confirm, decline, withdraw, lapse
}

/// A consent act and the purpose it names.
package struct ActSyntax: Sendable {
    package var kind: ActKind
    /// A purpose, a parameter of type purpose, or `all` (for `withdraw`).
    package var purpose: Located<String>
    /// The place of the key (`request`).
    package var span: SourceSpan
}

/// A step's one way on.
///
/// `then` of a waiting or branching step is kept beside it.
package enum ExitSyntax: Sendable {
    case then(Located<String>)
    case end(Located<String>)
    /// `choose` and `match`, either of which may be empty, in the order written.
    case choose(choices: [ChoiceSyntax], patterns: [PatternSyntax])
    case ask(slot: Located<String>, then: Located<String>)
    case when(branches: [BranchSyntax], otherwise: Located<String>)
    case call(CallSyntax)
    case random([WeightedTargetSyntax])
    case wait(Located<Period>, then: Located<String>)
}

/// Where a choice or pattern leads.
package enum TargetSyntax: Sendable {
    case step(Located<String>)
    case end(Located<String>)
}

/// One entry of `choose`.
package struct ChoiceSyntax: Sendable {
    package var name: Located<String>
    package var assignments: [AssignmentSyntax]
    package var act: ActSyntax?
    /// Inline label texts, if the choice does not use the locale files.
    package var label: TextSyntax?
    package var target: TargetSyntax
}

/// One entry of `match`.
package struct PatternSyntax: Sendable {
    package var source: Located<String>
    package var assignments: [AssignmentSyntax]
    package var target: TargetSyntax
}

/// One entry of `when`.
package struct BranchSyntax: Sendable {
    package var condition: ExpressionSyntax
    package var target: Located<String>
}

/// `call` with its arguments and what follows.
package struct CallSyntax: Sendable {
    package var flow: Located<String>
    package var arguments: [ArgumentSyntax]
    package var continuation: ContinuationSyntax
}

/// One entry of `with`.
package struct ArgumentSyntax: Sendable {
    package var parameter: Located<String>
    /// The raw text: a purpose's or notice's name, or an expression, as the parameter's type says.
    package var value: Located<String>
}

/// The `then` of a `call`: one step, or one for each outcome.
package enum ContinuationSyntax: Sendable {
    case always(Located<String>)
    case byOutcome([(outcome: Located<String>, target: Located<String>)], SourceSpan)
}

/// One entry of `random`; a plain list gives each the weight 1.
package struct WeightedTargetSyntax: Sendable {
    package var target: Located<String>
    package var weight: Int
}

/// One entry of `after`.
package struct DeadlineSyntax: Sendable {
    package var period: Located<Period>
    package var target: Located<String>
}

/// What is written under `unclear`.
package struct UnclearSyntax: Sendable {
    package var say: TextSyntax?
    package var times: Int
    package var target: Located<String>?
    package var skips: Bool
    package var span: SourceSpan
}
