import Consent

/// Reports purposes whose rules cannot hold as declared.
///
/// `age-never-asked`: a purpose has a `minimum-age` and no flow asks for a date of birth, so no
/// yes could count. `needs-explicit`: special categories without explicit consent.
/// `single-opt-in` warns of marketing that one act allows.
// LAW: Art. 8 and Art. 9(2)(a) GDPR. That a double opt-in proves consent to advertising, and less
// does not: BGH, 10 February 2011, I ZR 164/09.
enum PurposeCheck {
    static func run(
        _ workspace: Workspace,
        _ symbols: SymbolTable,
        _ values: ParameterValues,
        _ diagnostics: inout Diagnostics
    ) {
        for purpose in workspace.settings.purposes {
            let name = purpose.name.value.quoted
            if let category = purpose.specialCategories.first, !purpose.isExplicit {
                diagnostics.report(
                    .needsExplicit,
                    at: category.span,
                    "\(category.value.quoted) is a special category of data, "
                        + "and consent to \(name) need not be explicit",
                    help: "add `explicit: true`"
                )
            }
            if let optIn = purpose.optIn, optIn.value == .single, purpose.isMarketing {
                diagnostics.report(
                    .singleOptIn,
                    at: optIn.span,
                    "one act is enough to send marketing for \(name)",
                    help: "write `opt-in: double`: one act does not prove who consented"
                )
            }
        }
        ages(workspace, symbols, values, &diagnostics)
    }

    private static func ages(
        _ workspace: Workspace,
        _ symbols: SymbolTable,
        _ values: ParameterValues,
        _ diagnostics: inout Diagnostics
    ) {
        let slots = symbols.flows.flatMap(\.syntax.slots)
        guard workspace.hasAllFlows, !slots.contains(where: \.isBirthDate) else { return }
        var confirmed: Set<Int> = []
        for flow in symbols.flows {
            for step in flow.syntax.steps {
                confirmed.formUnion(values.confirmed(by: step, in: flow))
            }
        }
        for place in confirmed.sorted() {
            let purpose = workspace.settings.purposes[place]
            guard let age = purpose.minimumAge else { continue }
            diagnostics.report(
                .ageNeverAsked,
                at: age.span,
                "\(purpose.name.value.quoted) is for contacts from \(age.value) on, "
                    + "and no flow asks for a date of birth",
                help: "ask for a slot with `type: date` and `age: true` before the yes"
            )
        }
    }
}

extension SlotSyntax {
    var isBirthDate: Bool { age?.value ?? false }
}
