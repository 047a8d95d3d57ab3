import Consent
import FlowProgram
import TextMatching

/// Checked steps of one flow to steps of the program.
struct StepLowering {
    let symbols: SymbolTable
    let flow: FlowSymbols
    let flowTexts: FlowTexts
    let messages: TextLowering
    let patterns: PatternTable
    var choices: ChoiceLowering
    private var expressions: ExpressionLowering

    init(
        _ symbols: SymbolTable,
        _ flow: FlowSymbols,
        _ flowTexts: FlowTexts,
        _ messages: TextLowering,
        _ patterns: PatternTable,
        _ texts: LocaleTexts
    ) {
        self.symbols = symbols
        self.flow = flow
        self.flowTexts = flowTexts
        self.messages = messages
        self.patterns = patterns
        choices = ChoiceLowering(texts, flow: flow.name)
        expressions = ExpressionLowering(symbols, flow)
    }

    mutating func lower(_ step: StepSyntax, _ contracts: WaitContracts) -> Step {
        var entry = step.assignments.map { Action.set(flow.slot($0.slot), expression($0)) }
        if let act = step.act { entry.append(.act(symbols.act(act, in: flow))) }
        if let right = step.right.flatMap({ Right(rawValue: $0.value) }) {
            entry.append(.exercise(right))
        }
        if let notice = step.notice { entry.append(.notice(symbols.notice(notice, in: flow))) }
        let purpose = step.servesPurpose.map { symbols.purpose($0, in: flow) }
        let question = spoken(step).map { key in
            Say(message: messages.index(key, in: flow), purpose: purpose)
        }
        if let question { entry.append(.say(question)) }
        return Step(
            name: step.name.value,
            line: step.name.span.line,
            entry: entry,
            exit: exit(of: step),
            deadlines: step.deadlines.map { deadline in
                Deadline(period: deadline.period.value, target: flow.step(deadline.target))
            },
            unclear: step.unclear.map { unclear($0, step) },
            waitContract: contracts.digest(of: step)
        )
    }

    /// What the step says: an `ask` without `say` says the message named like the step.
    private func spoken(_ step: StepSyntax) -> TextKey? {
        step.say?.key ?? (step.asked == nil ? nil : .message(step.name.value))
    }

    private mutating func expression(_ assignment: AssignmentSyntax) -> Expression {
        let type = flow.declaration(of: assignment.slot.value)?.type?.valueType
        guard let type, let lowered = expressions.lower(assignment.expression, as: type, "") else {
            FlowSymbols.unchecked("value")
        }
        return lowered
    }

    private mutating func assignments(_ syntax: [AssignmentSyntax]) -> [Assignment] {
        syntax.map { assignment in
            Assignment(slot: flow.slot(assignment.slot), expression: expression(assignment))
        }
    }

    private mutating func exit(of step: StepSyntax) -> Exit {
        switch step.exit {
        case .then(let target): return .go(flow.step(target))
        case .end(let outcome): return .end(outcome: flow.outcome(outcome))
        case .choose(let choices, let patterns):
            return .reply(
                ReplyMenu(
                    choices: menu(choices, step),
                    patterns: patterns.map { pattern($0) }
                )
            )
        case .ask(let slot, let target): return .ask(flow.slot(slot), then: flow.step(target))
        case .when(let branches, let otherwise):
            let lowered = branches.map { branch in
                guard
                    let condition = expressions.lower(branch.condition, as: .truth, "")
                else { FlowSymbols.unchecked("condition") }
                return Branch(condition: condition, target: flow.step(branch.target))
            }
            return .branch(lowered, otherwise: flow.step(otherwise))
        case .call(let call): return .call(self.call(call))
        case .random(let targets):
            return .random(
                targets.map { target in
                    WeightedTarget(target: flow.step(target.target), weight: target.weight)
                }
            )
        case .wait(let period, let target): return .wait(period.value, then: flow.step(target))
        }
    }

    private mutating func menu(_ syntax: [ChoiceSyntax], _ step: StepSyntax) -> [Choice] {
        let words = choices.words(of: syntax.map { MenuChoice($0, flowTexts) }).words
        return zip(syntax, words).map { choice, words in
            let edge = Edge(
                assignments: assignments(choice.assignments),
                act: choice.act.map { symbols.act($0, in: flow) },
                target: flow.target(choice.target)
            )
            let label = choice.label?.key ?? .choice(choice.name.value)
            return Choice(
                name: choice.name.value,
                label: messages.index(label, in: flow),
                words: words,
                edge: edge
            )
        }
    }

    /// The options of a choice slot; one that no step asks for offers nothing.
    mutating func options(of slot: SlotSyntax) -> [Choice] {
        let options = slot.options.map(\.value)
        guard options.allSatisfy({ flowTexts[.choice($0)] != nil }) else { return [] }
        let words = choices.words(of: options.map { MenuChoice(option: $0) }).words
        return zip(options, words).map { option, words in
            Choice(
                name: option,
                label: messages.index(.choice(option), in: flow),
                words: words,
                edge: nil
            )
        }
    }

    private mutating func pattern(_ syntax: PatternSyntax) -> PatternEdge {
        guard let pattern = patterns[syntax.source] else { FlowSymbols.unchecked("pattern") }
        let captures = pattern.captureNames.map { group in
            PatternEdge.Capture(
                group: group,
                slot: flow.slot(Located(group, syntax.source.span))
            )
        }
        let edge = Edge(
            assignments: assignments(syntax.assignments),
            act: nil,
            target: flow.target(syntax.target)
        )
        return PatternEdge(pattern: pattern, captures: captures, edge: edge)
    }

    private mutating func call(_ syntax: CallSyntax) -> Call {
        guard let callee = symbols.flow(named: syntax.flow.value) else {
            FlowSymbols.unchecked("flow")
        }
        let given = Dictionary(
            syntax.arguments.map { ($0.parameter.value, $0.value) },
            uniquingKeysWith: { $1 }
        )
        let arguments = callee.syntax.parameters.map { parameter in
            guard let value = given[parameter.name.value],
                let type = SlotType(rawValue: parameter.type.value)
            else { FlowSymbols.unchecked("argument") }
            return Assignment(
                slot: callee.slot(parameter.name),
                expression: argument(value, type)
            )
        }
        let continuations: [StepIndex]
        switch syntax.continuation {
        case .always(let target):
            let target = flow.step(target)
            continuations = callee.outcomes.map { _ in target }
        case .byOutcome(let cases, _):
            let targets = Dictionary(
                cases.map { ($0.outcome.value, $0.target) },
                uniquingKeysWith: { $1 }
            )
            continuations = callee.outcomes.map { outcome in
                guard let target = targets[outcome] else { FlowSymbols.unchecked("outcome") }
                return flow.step(target)
            }
        }
        return Call(flow: callee.index, arguments: arguments, continuations: continuations)
    }

    private mutating func argument(_ value: Located<String>, _ type: SlotType) -> Expression {
        switch type {
        case .purpose:
            return switch symbols.purpose(value, in: flow) {
            case .fixed(let purpose): .value(.purpose(purpose))
            case .parameter(let slot): .slot(slot)
            }
        case .notice:
            return switch symbols.notice(value, in: flow) {
            case .fixed(let notice): .value(.notice(notice))
            case .parameter(let slot): .slot(slot)
            }
        case .text, .number, .date, .email, .phone, .choice, .yesNo:
            var ignored = Diagnostics()
            guard let syntax = ExpressionParser.parse(value, into: &ignored),
                let lowered = expressions.lower(syntax, as: type.valueType, "")
            else { FlowSymbols.unchecked("argument") }
            return lowered
        }
    }

    private func unclear(_ syntax: UnclearSyntax, _ step: StepSyntax) -> Unclear {
        let target: StepIndex? =
            if syntax.skips, case .ask(_, let next) = step.exit {
                flow.step(next)
            } else {
                syntax.target.map { flow.step($0) }
            }
        let say = syntax.say.map { say in
            Say(message: messages.index(say.key, in: flow), purpose: nil)
        }
        return Unclear(say: say, times: syntax.times, target: target)
    }
}
