/// Reports questions that nobody sees (`silent-question`).
///
/// Buttons stand under the message of the step that waits. A step that waits for a choice or a
/// text and says nothing shows none of them, and has nothing to repeat when a reply is unclear. An
/// `ask` always says something: without `say`, the message named like the step.
enum QuestionCheck {
    static func run(_ symbols: SymbolTable, _ diagnostics: inout Diagnostics) {
        for flow in symbols.soundFlows {
            for step in flow.syntax.steps where step.say == nil && step.notice == nil {
                guard case .choose(let choices, _) = step.exit else { continue }
                let name = step.name.value.quoted
                diagnostics.report(
                    .silentQuestion,
                    at: step.name.span,
                    choices.isEmpty
                        ? "\(name) waits for an answer and says nothing, so no question is shown"
                        : "\(name) offers choices and says nothing, so no button is shown",
                    help: "add `say`"
                )
            }
        }
    }
}
