import Clocks
import FlowProgram
import MessageCatalog
import TextMatching

/// Reports values of the wrong type (`type-mismatch`).
///
/// Conditions are true or false, comparisons are between like values, a slot is set to its own
/// type, arguments fit their parameters, patterns fill slots that can read a text, bounds can be
/// read and leave room between them. Unknown names are silent here.
struct TypeCheck {
    private let symbols: SymbolTable
    private let flow: FlowSymbols
    private let patterns: PatternTable
    private var expressions: ExpressionLowering

    static func run(
        _ symbols: SymbolTable,
        _ patterns: PatternTable,
        _ diagnostics: inout Diagnostics
    ) {
        for flow in symbols.soundFlows {
            var check = TypeCheck(symbols, flow, patterns)
            for step in flow.syntax.steps { check.step(step) }
            for diagnostic in check.expressions.diagnostics.sorted {
                diagnostics.report(diagnostic)
            }
        }
    }

    private init(_ symbols: SymbolTable, _ flow: FlowSymbols, _ patterns: PatternTable) {
        self.patterns = patterns
        self.symbols = symbols
        self.flow = flow
        expressions = ExpressionLowering(symbols, flow)
    }

    private mutating func step(_ step: StepSyntax) {
        for assignment in step.allAssignments { self.assignment(assignment) }
        for act in step.allActs { purpose(act.purpose) }
        if let purpose = step.servesPurpose { self.purpose(purpose) }
        if let notice = step.notice, symbols.notices[notice.value] == nil {
            expect([.notice, .purpose], notice, "a notice")
        }
        if let asked = step.asked, let type = flow.declaration(of: asked.value)?.type {
            if type == .purpose || type == .notice {
                expressions.mismatch(
                    asked.span,
                    "\(type.valueType.phrase) comes from the caller, nobody can type it"
                )
            }
        }
        if case .when(let branches, _) = step.exit {
            for branch in branches {
                _ = expressions.lower(branch.condition, as: .truth, "a condition")
            }
        }
        for pattern in step.patterns { captures(of: pattern) }
        if let call = step.call { arguments(of: call) }
    }

    private mutating func purpose(_ name: Located<String>) {
        if symbols.purposes[name.value] == nil, name.value != "all" {
            expect([.purpose], name, "a purpose")
        }
    }

    private mutating func expect(
        _ types: [SlotType],
        _ name: Located<String>,
        _ wanted: String
    ) {
        guard let type = flow.declaration(of: name.value)?.type, !types.contains(type) else {
            return
        }
        expressions.mismatch(
            name.span,
            "\(name.value.quoted) is \(type.valueType.phrase), not \(wanted)"
        )
    }

    private mutating func assignment(_ assignment: AssignmentSyntax) {
        let slot = assignment.slot
        guard let declaration = flow.declaration(of: slot.value), let type = declaration.type
        else {
            _ = expressions.lower(assignment.expression)
            return
        }
        guard !declaration.isParameter else {
            expressions.mismatch(
                slot.span,
                "\(slot.value.quoted) is a parameter: only the caller gives its value",
                help: "declare a slot and set that"
            )
            return
        }
        let value = expressions.lower(
            assignment.expression,
            as: type.valueType,
            slot.value.quoted
        )
        if type == .choice, value != nil, case .text(let text, let span) = assignment.expression {
            option(text, of: declaration, at: span)
        }
    }

    private mutating func option(
        _ text: String,
        of declaration: SlotDeclaration,
        at span: SourceSpan
    ) {
        let options = declaration.slot?.options.map(\.value) ?? []
        guard !options.contains(text) else { return }
        expressions.mismatch(
            span,
            "\(text.quoted) is no option of \(declaration.name.value.quoted)",
            help: Suggestion.help(for: text, among: options)
        )
    }

    private mutating func arguments(of call: CallSyntax) {
        guard let callee = symbols.flow(named: call.flow.value) else { return }
        for argument in call.arguments {
            guard let declaration = callee.declaration(of: argument.parameter.value),
                declaration.isParameter, let type = declaration.type
            else { continue }
            switch type {
            case .purpose: purpose(argument.value)
            case .notice:
                if symbols.notices[argument.value.value] == nil {
                    expect([.notice, .purpose], argument.value, "a notice")
                }
            case .text, .number, .date, .email, .phone, .choice, .yesNo:
                let parameter = argument.parameter.value.quoted
                var found = Diagnostics()
                if let syntax = ExpressionParser.parse(argument.value, into: &found) {
                    _ = expressions.lower(syntax, as: type.valueType, parameter)
                } else {
                    for diagnostic in found.sorted { expressions.report(diagnostic) }
                }
            }
        }
    }

    private mutating func captures(of pattern: PatternSyntax) {
        for group in patterns[pattern.source]?.captureNames ?? [] {
            guard let declaration = flow.declaration(of: group),
                declaration.isParameter || declaration.type == .choice
            else { continue }
            let kind = declaration.isParameter ? "a parameter" : "a slot of type `choice`"
            expressions.mismatch(
                pattern.source.span,
                "the group \(group.quoted) cannot fill \(kind)"
            )
        }
    }
}
