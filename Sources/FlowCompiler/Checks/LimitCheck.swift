import FlowProgram

/// Reports what is larger than the engine takes (`limit-exceeded`, `too-many-choices`).
///
/// The limits keep every turn short and every message deliverable; each has a name in `Limits`.
enum LimitCheck {
    static func run(_ symbols: SymbolTable, _ diagnostics: inout Diagnostics) {
        if symbols.flows.count > Limits.flows {
            let span = symbols.flows[Limits.flows].syntax.name.span
            diagnostics.report(
                .limitExceeded,
                at: span,
                "the workspace has \(symbols.flows.count) flows, more than \(Limits.flows)"
            )
        }
        for flow in symbols.flows { check(flow, &diagnostics) }
    }

    private static func check(_ flow: FlowSymbols, _ diagnostics: inout Diagnostics) {
        let steps = flow.syntax.steps
        if steps.count > Limits.stepsPerFlow {
            diagnostics.report(
                .limitExceeded,
                at: steps[Limits.stepsPerFlow].name.span,
                "the flow has \(steps.count) steps, more than \(Limits.stepsPerFlow)",
                help: "move some into a flow of their own and `call` it"
            )
        }
        if flow.declarations.count > Limits.slotsPerFlow {
            diagnostics.report(
                .limitExceeded,
                at: flow.declarations[Limits.slotsPerFlow].name.span,
                "the flow has \(flow.declarations.count) slots, more than \(Limits.slotsPerFlow)"
            )
        }
        for step in steps { check(step, &diagnostics) }
        for declaration in flow.declarations {
            guard let slot = declaration.slot else { continue }
            tooMany(slot.options.count, "options", at: slot.name.span, &diagnostics)
        }
    }

    private static func check(_ step: StepSyntax, _ diagnostics: inout Diagnostics) {
        tooMany(step.choices.count, "choices", at: step.name.span, &diagnostics)
        if step.deadlines.count > Limits.deadlinesPerStep {
            diagnostics.report(
                .limitExceeded,
                at: step.name.span,
                "the step has \(step.deadlines.count) deadlines, "
                    + "more than \(Limits.deadlinesPerStep)"
            )
        }
        if let unclear = step.unclear, unclear.times > Limits.unclearMaximum {
            diagnostics.report(
                .limitExceeded,
                at: unclear.span,
                "`times: \(unclear.times)` is more than \(Limits.unclearMaximum)"
            )
        }
    }

    private static func tooMany(
        _ count: Int,
        _ kind: String,
        at span: SourceSpan,
        _ diagnostics: inout Diagnostics
    ) {
        guard count > Limits.choicesPerStep else { return }
        diagnostics.report(
            .tooManyChoices,
            at: span,
            "\(count) \(kind) are more than the \(Limits.choicesPerStep) a message can offer",
            help: "ask in two steps"
        )
    }
}
