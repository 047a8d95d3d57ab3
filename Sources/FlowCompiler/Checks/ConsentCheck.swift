import Clocks
import Consent
import FlowProgram

/// Reports consent acts where they can have no effect, and commands without a flow.
///
/// `misplaced-act`: only a choice confirms, because only the contact can; only a step lapses; only
/// `withdraw` may say `all`. `window-too-short` warns of an `after` that comes when a yes no longer
/// counts. `missing-command-flow`: somebody must word the answer to STOP. `duplicate-command`: two
/// flows word the same one.
// LAW: consent is an act of the data subject (Art. 4(11) GDPR) and as easy to withdraw as to give
// (Art. 7(3) GDPR).
enum ConsentCheck {
    static func run(
        _ workspace: Workspace,
        _ symbols: SymbolTable,
        _ values: ParameterValues,
        _ diagnostics: inout Diagnostics
    ) {
        for flow in symbols.soundFlows {
            for step in flow.syntax.steps {
                acts(of: step, &diagnostics)
                windows(of: step, in: flow, workspace, values, &diagnostics)
            }
        }
        commands(workspace, symbols, &diagnostics)
    }

    private static func acts(of step: StepSyntax, _ diagnostics: inout Diagnostics) {
        if let act = step.act {
            switch act.kind {
            case .confirm:
                diagnostics.report(
                    .misplacedAct,
                    at: act.span,
                    "a step cannot confirm, only the contact can",
                    help: "put `confirm` on a choice"
                )
            case .request, .decline, .withdraw, .lapse: break
            }
        }
        for act in step.choices.compactMap(\.act) {
            switch act.kind {
            case .lapse:
                diagnostics.report(
                    .misplacedAct,
                    at: act.span,
                    "a contact does not let a request lapse",
                    help: "put `lapse` on a step, or `decline` on the choice"
                )
            case .request, .confirm, .decline, .withdraw: break
            }
        }
        for act in step.allActs where act.purpose.value == "all" && act.kind != .withdraw {
            diagnostics.report(
                .misplacedAct,
                at: act.purpose.span,
                "only `withdraw` can be for `all`, not \(act.kind.rawValue.quoted)",
                help: "name one purpose"
            )
        }
    }

    private static func windows(
        of step: StepSyntax,
        in flow: FlowSymbols,
        _ workspace: Workspace,
        _ values: ParameterValues,
        _ diagnostics: inout Diagnostics
    ) {
        guard !step.deadlines.isEmpty else { return }
        let purposes = workspace.settings.purposes
        for place in values.confirmed(by: step, in: flow).sorted() {
            let purpose = purposes[place]
            let window = purpose.confirmWithin?.value ?? Purpose.defaultConfirmWithin
            for deadline in step.deadlines where isLonger(deadline.period.value, than: window) {
                diagnostics.report(
                    .windowTooShort,
                    at: deadline.period.span,
                    "a yes to \(purpose.name.value.quoted) no longer counts after \(window.text)",
                    help: "come back earlier, or lengthen `confirm-within`"
                )
            }
        }
    }

    /// Surely longer: months count as short, or as long when they are the window.
    private static func isLonger(_ period: Period, than window: Period) -> Bool {
        let day: Int64 = 86_400_000
        let least = period.milliseconds + Int64(period.months) * 28 * day
        let most = window.milliseconds + Int64(window.months) * 31 * day
        return least > most
    }

    private static func commands(
        _ workspace: Workspace,
        _ symbols: SymbolTable,
        _ diagnostics: inout Diagnostics
    ) {
        var wording: [String: FlowSymbols] = [:]
        for flow in symbols.flows {
            guard let command = flow.syntax.command else { continue }
            if let other = wording[command.value] {
                diagnostics.report(
                    .duplicateCommand,
                    at: command.span,
                    "\(other.name.quoted) already words the command \(command.value.quoted)",
                    help: "keep one of the two"
                )
            } else {
                wording[command.value] = flow
            }
        }
        guard wording["stop"] == nil, workspace.hasAllFlows, !symbols.flows.isEmpty else { return }
        diagnostics.report(
            .missingCommandFlow,
            at: SourceSpan(path: WorkspaceSources.settingsPath, line: 1, column: 1, length: 1),
            "no flow words the answer to STOP",
            help: "add a flow with `command: stop`, for example `flows/stop-opt-out.yaml`"
        )
    }
}
