import FlowProgram
import MessageCatalog
import TextMatching

/// Reports slots that are read but never filled, and slots that are filled for nothing.
///
/// `unset-slot` is an error: the text would show nothing, the comparison never be true.
/// `unused-slot` is a warning for a slot never read whose value also ends with the flow.
// LAW: data nobody uses should not be asked for (data minimisation, Art. 5(1)(c) GDPR).
enum SlotCheck {
    static func run(
        _ symbols: SymbolTable,
        _ texts: [FlowTexts],
        _ patterns: PatternTable,
        _ reading: TemplateReading,
        _ diagnostics: inout Diagnostics
    ) {
        for flow in symbols.soundFlows {
            let filled = filledSlots(flow, patterns)
            var read = Set<String>()
            var missed = Set<String>()
            func note(_ name: String, _ span: SourceSpan, _ diagnostics: inout Diagnostics) {
                read.insert(name)
                guard let declaration = flow.declaration(of: name), !declaration.isParameter,
                    !filled.contains(name), missed.insert(name).inserted
                else { return }
                diagnostics.report(
                    .unsetSlot,
                    at: span,
                    "\(name.quoted) is used here but never gets a value",
                    help: "`ask` for it, `set` it, or name a group of a pattern like it"
                )
            }
            for (name, span) in readNames(flow) { note(name, span, &diagnostics) }
            for use in texts[flow.index.value].uses {
                for entry in use.entries {
                    guard let entry, let template = entry.template else { continue }
                    for argument in template.arguments where flow.slots[argument.name] != nil {
                        let isMissed =
                            !filled.contains(argument.name) && !missed.contains(argument.name)
                        let span =
                            isMissed
                            ? reading.place(ofArgument: argument.name, in: entry.text) : use.span
                        note(argument.name, span, &diagnostics)
                    }
                }
            }
            unused(flow, filled, read, &diagnostics)
        }
    }

    private static func unused(
        _ flow: FlowSymbols,
        _ filled: Set<String>,
        _ read: Set<String>,
        _ diagnostics: inout Diagnostics
    ) {
        for declaration in flow.declarations {
            let name = declaration.name
            guard !read.contains(name.value), declaration.slot?.keep == nil else { continue }
            // The engine reads a date of birth itself.
            let isBirthDate = declaration.slot?.isBirthDate ?? false
            if isBirthDate, filled.contains(name.value) { continue }
            let kind = declaration.isParameter ? "parameter" : "slot"
            diagnostics.report(
                .unusedSlot,
                at: name.span,
                filled.contains(name.value)
                    ? "the \(kind) \(name.value.quoted) gets a value that is never used"
                    : "the \(kind) \(name.value.quoted) is never used",
                help: filled.contains(name.value)
                    ? "use it, `keep` it for longer than the flow, or do not ask" : "remove it"
            )
        }
    }

    private static func filledSlots(_ flow: FlowSymbols, _ patterns: PatternTable) -> Set<String> {
        var filled: Set<String> = []
        for step in flow.syntax.steps {
            if let asked = step.asked { filled.insert(asked.value) }
            for assignment in step.allAssignments { filled.insert(assignment.slot.value) }
            for pattern in step.patterns {
                filled.formUnion(patterns[pattern.source]?.captureNames ?? [])
            }
        }
        return filled
    }

    /// Names read by expressions, acts, notices and calls.
    private static func readNames(_ flow: FlowSymbols) -> [(String, SourceSpan)] {
        var names: [(String, SourceSpan)] = []
        for step in flow.syntax.steps {
            for expression in step.expressions { add(expression, to: &names) }
            let references =
                step.allActs.map(\.purpose)
                + [step.servesPurpose, step.notice]
                .compactMap { $0 }
            names += references.map { ($0.value, $0.span) }
            for argument in step.call?.arguments ?? [] {
                var ignored = Diagnostics()
                if let expression = ExpressionParser.parse(argument.value, into: &ignored) {
                    add(expression, to: &names)
                }
            }
        }
        return names
    }

    private static func add(_ expression: ExpressionSyntax, to names: inout [(String, SourceSpan)])
    {
        expression.forEach { node in
            if case .name(let name) = node { names.append((name.value, name.span)) }
        }
    }
}
