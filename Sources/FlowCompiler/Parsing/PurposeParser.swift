import Clocks
import Consent

/// Reads a purpose of `parley.yaml`.
enum PurposeParser {
    private static let keys: [String] = [
        "opt-in", "explicit", "legal-basis", "marketing", "notice", "confirm-within",
        "ask-again-after", "lapses-after", "data", "recipients", "special-categories",
        "minimum-age", "on-new-notice",
    ]
    private static let defaultLegalBasis = "consent"
    /// A request that is older cannot be told from one forgotten.
    private static let longestConfirmation = Period.days(14)
    private static let ages = 1...21

    static func purpose(
        _ name: Located<String>,
        _ node: YAMLNode,
        into diagnostics: inout Diagnostics
    ) -> PurposeSyntax {
        Name.check(name, "purpose", into: &diagnostics)
        let missing = Located<String>.reported(at: name.span)
        var purpose = PurposeSyntax(
            name: name,
            optIn: nil,
            isExplicit: false,
            isMarketing: false,
            legalBasis: Located(defaultLegalBasis, name.span),
            notice: missing,
            confirmWithin: nil,
            askAgainAfter: nil,
            lapsesAfter: nil,
            data: [],
            recipients: [],
            specialCategories: [],
            minimumAge: nil,
            onNewNotice: .keep
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
        if !reader.has("opt-in") { reader.reportMissing("opt-in", into: &diagnostics) }
        purpose.optIn = reader.word("opt-in", Purpose.OptIn.self, into: &diagnostics)
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
        purpose.specialCategories = reader.texts("special-categories", into: &diagnostics)
        purpose.minimumAge = reader.located("minimum-age") {
            reader.number("minimum-age", ages, into: &diagnostics)
        }
        if let change = reader.word(
            "on-new-notice",
            Purpose.NoticeChange.self,
            into: &diagnostics
        ) {
            purpose.onNewNotice = change.value
        }
        return purpose
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
