import Consent
import FlowProgram
import MessageCatalog

/// Reports names that nothing declares, names that mean two things, and calls that do not fit.
///
/// Codes: `unknown-step`, `-flow`, `-slot`, `-purpose`, `-notice`, `-right`, `-vendor`,
/// `-word-set`, `-outcome`, `-parameter`, `-function`, `missing-argument`, `missing-outcome`. Every
/// other check stays silent about a name that is unknown, so each mistake is reported once.
struct NameResolution {
    let symbols: SymbolTable
    private(set) var diagnostics = Diagnostics()

    static func run(_ workspace: Workspace, _ symbols: SymbolTable, _ into: inout Diagnostics) {
        var check = NameResolution(symbols: symbols)
        check.settings(workspace.settings)
        for flow in symbols.flows { check.flow(flow) }
        for diagnostic in check.diagnostics.sorted { into.report(diagnostic) }
    }

    private init(symbols: SymbolTable) {
        self.symbols = symbols
    }

    private mutating func settings(_ settings: SettingsSyntax) {
        for purpose in settings.purposes where symbols.notices[purpose.notice.value] == nil {
            unknown(.unknownNotice, "notice", purpose.notice, among: Array(symbols.notices.keys))
        }
        for channel in settings.channels {
            if let flow = channel.flow { self.flow(named: flow) }
            let vendors = settings.vendors.map(\.name.value)
            if let vendor = channel.vendor, !vendors.contains(vendor.value) {
                let help = "vendors are declared under `vendors`"
                unknown(.unknownVendor, "vendor", vendor, among: vendors, or: help)
            }
        }
    }

    private mutating func flow(_ flow: FlowSymbols) {
        for set in flow.syntax.startsWith { wordSet(set) }
        for step in flow.syntax.steps {
            for target in step.targets where flow.steps[target.value] == nil {
                let steps = flow.syntax.steps.map(\.name.value)
                let help = "steps are \(Suggestion.list(steps))"
                unknown(.unknownStep, "step", target, among: steps, or: help)
            }
            names(of: step, in: flow)
            // Without its errors the flow might declare more slots.
            for expression in step.expressions where flow.isSound {
                names(in: expression, flow)
            }
            if let call = step.call { check(call, in: flow) }
        }
        for declaration in flow.declarations where declaration.type == .yesNo {
            for set in ["yes", "no"] where symbols.hasAllWords && !symbols.wordSets.contains(set) {
                diagnostics.report(
                    .unknownWordSet,
                    at: declaration.name.span,
                    "a `yes-no` slot needs the word set \(set.quoted)",
                    help: "add it under `words` in the locale files"
                )
            }
        }
    }

    private mutating func names(of step: StepSyntax, in flow: FlowSymbols) {
        if let asked = step.asked { slot(asked, in: flow) }
        for assignment in step.allAssignments { slot(assignment.slot, in: flow) }
        for act in step.allActs where act.purpose.value != "all" {
            purpose(act.purpose, in: flow)
        }
        if let purpose = step.servesPurpose { self.purpose(purpose, in: flow) }
        if let notice = step.notice { self.notice(notice, in: flow) }
        let rights = Right.ofFlows.map(\.rawValue)
        if let right = step.right, !rights.contains(right.value) {
            let help = "a contact can exercise \(rights.quotedList("or")) here"
            unknown(.unknownRight, "right", right, among: rights, or: help)
        }
    }

    private mutating func wordSet(_ name: Located<String>) {
        guard symbols.hasAllWords, !symbols.wordSets.contains(name.value) else { return }
        let known = symbols.wordSets.sorted()
        let place = "add it under `words` in the locale files"
        let help = known.isEmpty ? place : "\(place); there are \(Suggestion.list(known))"
        unknown(.unknownWordSet, "word set", name, among: known, or: help)
    }

    @discardableResult
    private mutating func flow(named name: Located<String>) -> FlowSymbols? {
        if let flow = symbols.flow(named: name.value) { return flow }
        guard !symbols.brokenFlows.contains(name.value) else { return nil }
        let names = Array(symbols.flowIndices.keys) + Array(symbols.brokenFlows)
        unknown(.unknownFlow, "flow", name, among: names)
        return nil
    }

    mutating func slot(_ name: Located<String>, in flow: FlowSymbols) {
        guard flow.isSound, flow.slots[name.value] == nil else { return }
        unknown(.unknownSlot, "slot", name, among: Array(flow.slots.keys))
    }

    mutating func purpose(_ name: Located<String>, in flow: FlowSymbols) {
        let own = flow.names(of: .purpose)
        // A slot of another type is reported by the type check.
        guard symbols.purposes[name.value] == nil, flow.slots[name.value] == nil else { return }
        let known = symbols.purposes.keys.sorted() + own
        unknown(
            .unknownPurpose,
            "purpose",
            name,
            among: known,
            or: known.isEmpty
                ? "purposes are declared in `parley.yaml`" : "declared: \(Suggestion.list(known))"
        )
    }

    private mutating func notice(_ name: Located<String>, in flow: FlowSymbols) {
        // A purpose given by the caller stands for its own notice.
        let own = flow.names(of: .notice) + flow.names(of: .purpose)
        guard symbols.notices[name.value] == nil, flow.slots[name.value] == nil else { return }
        unknown(
            .unknownNotice,
            "notice",
            name,
            among: Array(symbols.notices.keys) + own,
            or: "notices are declared in `parley.yaml`"
        )
    }

    mutating func unknown(
        _ code: DiagnosticCode,
        _ kind: String,
        _ name: Located<String>,
        among names: [String],
        or help: String? = nil
    ) {
        // An empty name stands for one that was reported when it was read.
        guard !name.value.isEmpty else { return }
        diagnostics.report(
            code,
            at: name.span,
            "unknown \(kind) \(name.value.quoted)",
            help: Suggestion.help(for: name.value, among: names) ?? help
        )
    }

    private mutating func check(_ call: CallSyntax, in flow: FlowSymbols) {
        guard let callee = self.flow(named: call.flow), callee.isSound else { return }
        let parameters = callee.syntax.parameters
        let given = Set(call.arguments.map(\.parameter.value))
        for parameter in parameters where !given.contains(parameter.name.value) {
            diagnostics.report(
                .missingArgument,
                at: call.flow.span,
                "\(callee.name.quoted) needs \(parameter.name.value.quoted)",
                help: "add it under `with`"
            )
        }
        for argument in call.arguments {
            guard let declaration = callee.declaration(of: argument.parameter.value),
                declaration.isParameter
            else {
                unknown(
                    .unknownParameter,
                    "parameter",
                    argument.parameter,
                    among: parameters.map(\.name.value)
                )
                continue
            }
            check(argument, declaration.type, flow)
        }
        guard case .byOutcome(let cases, let span) = call.continuation else { return }
        for (outcome, _) in cases where callee.outcomeIndices[outcome.value] == nil {
            let known = callee.outcomes
            let help = known.isEmpty ? "it never ends" : "it ends with \(Suggestion.list(known))"
            unknown(.unknownOutcome, "outcome", outcome, among: known, or: help)
        }
        let named = Set(cases.map(\.outcome.value))
        let missing = callee.outcomes.filter { !named.contains($0) }
        if !missing.isEmpty {
            diagnostics.report(
                .missingOutcome,
                at: span,
                "\(callee.name.quoted) can also end with \(missing.quotedList("and"))",
                help: "say where to go on for each"
            )
        }
    }

    private mutating func check(
        _ argument: ArgumentSyntax,
        _ type: SlotType?,
        _ flow: FlowSymbols
    ) {
        switch type {
        case .purpose: purpose(argument.value, in: flow)
        case .notice: notice(argument.value, in: flow)
        case .text, .number, .date, .email, .phone, .choice, .yesNo:
            // A text that is no expression is reported by the type check.
            var ignored = Diagnostics()
            if let expression = ExpressionParser.parse(argument.value, into: &ignored) {
                names(in: expression, flow)
            }
        case nil: break
        }
    }
}
