import Consent

/// Reports erasures the contact did not choose (`erasure-without-choice`).
///
/// What is erased does not come back, so only a choice, a pattern or the start of the flow that
/// words `delete` may lead to a step with `exercise: erasure`.
// LAW: Art. 17(1) GDPR gives the right to the data subject; silence exercises nothing.
enum RightsCheck {
    static func run(
        _ workspace: Workspace,
        _ symbols: SymbolTable,
        _ diagnostics: inout Diagnostics
    ) {
        for flow in symbols.soundFlows where flow.knowsAllSteps {
            let erasing = Set(flow.syntax.steps.filter(\.erases).map(\.name.value))
            for step in flow.syntax.steps {
                for target in step.targetsWithoutChoice where erasing.contains(target.value) {
                    diagnostics.report(
                        .erasureWithoutChoice,
                        at: target.span,
                        "\(target.value.quoted) erases the contact's data, and this leads there "
                            + "without a choice of theirs",
                        help: "lead to a step with a `choose` instead"
                    )
                }
            }
            if let first = flow.syntax.steps.first, first.erases {
                start(of: flow, at: first, workspace, symbols, &diagnostics)
            }
        }
    }

    private static func start(
        of flow: FlowSymbols,
        at first: StepSyntax,
        _ workspace: Workspace,
        _ symbols: SymbolTable,
        _ diagnostics: inout Diagnostics
    ) {
        guard flow.syntax.command?.value == CommandKind.delete.rawValue else {
            diagnostics.report(
                .erasureWithoutChoice,
                at: first.right?.span ?? first.name.span,
                "the flow begins by erasing the contact's data",
                help: "ask first, with a `choose`; only a flow with `command: delete` begins so"
            )
            return
        }
        let calls = symbols.flows.flatMap { $0.syntax.steps.compactMap(\.call?.flow) }
        let answers = workspace.settings.channels.compactMap(\.flow)
        for name in calls + answers where name.value == flow.name {
            diagnostics.report(
                .erasureWithoutChoice,
                at: name.span,
                "\(flow.name.quoted) begins by erasing the contact's data, and this starts it "
                    + "without their asking",
                help: "let it ask first, with a `choose`"
            )
        }
    }
}

extension StepSyntax {
    var erases: Bool { right?.value == Right.erasure.rawValue }

    /// The steps that time, an unclear reply or the flow itself can lead to from here.
    fileprivate var targetsWithoutChoice: [Located<String>] {
        let onwards: [Located<String>] =
            switch exit {
            case .choose: []
            case .then, .end, .ask, .when, .call, .random, .wait: exit.targets
            }
        return onwards + deadlines.map(\.target) + (unclear?.target.map { [$0] } ?? [])
    }
}
