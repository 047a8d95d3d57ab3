import FlowProgram

/// Reports steps nothing leads to, and steps a contact cannot get out of.
///
/// `unreachable-step` is a warning: the step does no harm, but somebody meant it to be used.
/// `no-way-out` is an error at a wait whose every answer leads back to itself: the contact could
/// only say STOP. A circle that never waits is for `LoopCheck`.
enum Reachability {
    static func run(_ symbols: SymbolTable, _ diagnostics: inout Diagnostics) {
        for flow in symbols.soundFlows where flow.knowsAllSteps {
            let successors = flow.successors
            unreachable(flow, successors, &diagnostics)
            trapped(flow, successors, &diagnostics)
        }
    }

    private static func unreachable(
        _ flow: FlowSymbols,
        _ successors: [[Int]],
        _ diagnostics: inout Diagnostics
    ) {
        var reached = Array(repeating: false, count: successors.count)
        var open: [Int] = successors.isEmpty ? [] : [0]
        while let step = open.popLast() {
            guard !reached[step] else { continue }
            reached[step] = true
            open += successors[step]
        }
        for (step, isReached) in zip(flow.syntax.steps, reached) where !isReached {
            diagnostics.report(
                .unreachableStep,
                at: step.name.span,
                "nothing leads to \(step.name.value.quoted)",
                help: "lead to it, or remove it"
            )
        }
    }

    private static func trapped(
        _ flow: FlowSymbols,
        _ successors: [[Int]],
        _ diagnostics: inout Diagnostics
    ) {
        for (index, step) in flow.syntax.steps.enumerated()
        where step.exit.waits && step.endings.isEmpty
            && successors[index].allSatisfy({ $0 == index })
        {
            diagnostics.report(
                .noWayOut,
                at: step.name.span,
                "every answer to \(step.name.value.quoted) leads back to it",
                help: "add a choice, an `after` or an `unclear` that leads on"
            )
        }
    }
}
