import Clocks

/// Reads a purpose of `parley.yaml`.
enum PurposeParser {
    private static let keys: [String] = [
        "opt-in", "explicit", "legal-basis", "marketing", "notice", "confirm-within",
        "ask-again-after", "lapses-after", "data", "recipients", "special-categories",
    ]
    private static let optIns: [String] = ["double", "single"]
    private static let defaultLegalBasis = "consent"
    /// A request that is older cannot be told from one forgotten.
    private static let longestConfirmation = Period.days(14)

    static func purpose(
        _ name: Located<String>,
        _ node: YAMLNode,
        into diagnostics: inout Diagnostics
    ) -> PurposeSyntax {
        Name.check(name, "purpose", into: &diagnostics)
        let missing = Located<String>.reported(at: name.span)
        var purpose = PurposeSyntax(
            name: name,
            optIn: missing,
            isExplicit: false,
            isMarketing: false,
            legalBasis: Located(defaultLegalBasis, name.span),
            notice: missing,
            confirmWithin: nil,
            askAgainAfter: nil,
            lapsesAfter: nil,
            data: [],
            recipients: [],
            specialCategories: []
        )
        guard
            let reader = MappingReader(
                node,
                "purpose \(name.value.quoted)",
                known: keys,
                place: name.span,
                into: &diagnostics
            )
        else { return purpose }
        if let optIn = reader.requiredText("opt-in", into: &diagnostics) {
            checkOptIn(optIn, into: &diagnostics)
            purpose.optIn = optIn
        }
        purpose.isExplicit = reader.truth("explicit", into: &diagnostics) ?? false
        purpose.isMarketing = reader.truth("marketing", into: &diagnostics) ?? false
        if let basis = reader.text("legal-basis", into: &diagnostics) { purpose.legalBasis = basis }
        if let notice = reader.requiredText("notice", into: &diagnostics) {
            purpose.notice = notice
        }
        purpose.confirmWithin = confirmWithin(reader, into: &diagnostics)
        purpose.askAgainAfter = reader.period("ask-again-after", into: &diagnostics)
        purpose.lapsesAfter = reader.period("lapses-after", into: &diagnostics)
        purpose.data = reader.texts("data", into: &diagnostics).map(\.value)
        purpose.recipients = reader.texts("recipients", into: &diagnostics).map(\.value)
        purpose.specialCategories =
            reader.texts("special-categories", into: &diagnostics).map(\.value)
        return purpose
    }

    private static func checkOptIn(
        _ optIn: Located<String>,
        into diagnostics: inout Diagnostics
    ) {
        guard !optIns.contains(optIn.value) else { return }
        diagnostics.report(
            .invalidValue,
            at: optIn.span,
            "`opt-in` is either `double` or `single`, not \(optIn.value.quoted)",
            help: Suggestion.help(for: optIn.value, among: optIns)
        )
    }

    private static func confirmWithin(
        _ reader: MappingReader,
        into diagnostics: inout Diagnostics
    ) -> Located<Period>? {
        guard let period = reader.period("confirm-within", into: &diagnostics) else { return nil }
        let isShort =
            period.value.months == 0
            && period.value.milliseconds <= longestConfirmation.milliseconds
        if !isShort {
            diagnostics.report(
                .invalidValue,
                at: period.span,
                "`confirm-within` is at most \(longestConfirmation.text)"
            )
        }
        return period
    }
}
