/// How a language chooses the form of a word for a number.
package struct PluralRules: Hashable, Sendable {
    /// Counting (`3 files`) or ranking (`3rd file`).
    package enum Kind: Hashable, Sendable {
        case cardinal, ordinal
    }

    private struct Rule: Hashable, Sendable {
        let category: PluralCategory
        let condition: PluralCondition
    }

    private var rules: [Rule] = []

    /// The categories the language distinguishes, in canonical order; `other` is always there.
    package var categories: [PluralCategory] { rules.map(\.category).sorted() + [.other] }

    package static func cardinal(for locale: LocaleTag) -> PluralRules {
        LocaleParents.lookup(locale, in: tables.cardinal) ?? PluralRules()
    }

    package static func ordinal(for locale: LocaleTag) -> PluralRules {
        LocaleParents.lookup(locale, in: tables.ordinal) ?? PluralRules()
    }

    package static func rules(_ kind: Kind, for locale: LocaleTag) -> PluralRules {
        switch kind {
        case .cardinal: cardinal(for: locale)
        case .ordinal: ordinal(for: locale)
        }
    }

    /// The form for a number as it is shown: `1.0` may take another than `1`.
    package func category(of number: DecimalNumber) -> PluralCategory {
        category(of: PluralOperands(number))
    }

    package func category(of operands: PluralOperands) -> PluralCategory {
        for rule in rules where rule.condition.holds(for: operands) { return rule.category }
        return .other
    }
}

extension PluralRules {
    private typealias Table = [String: PluralRules]

    private static let tables: (cardinal: Table, ordinal: Table) = readTables()

    private static func readTables() -> (cardinal: Table, ordinal: Table) {
        var cardinal: Table = [:]
        var ordinal: Table = [:]
        var languages: [String] = []
        var isOrdinal = false
        var group = PluralRules()
        for line in PluralRuleText.rules.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else {
                let words = line.split(separator: " ")
                isOrdinal = words.first == "ordinal"
                languages = words.dropFirst().map(String.init)
                group = PluralRules()
                continue
            }
            let text = line[line.index(after: colon)...]
            if let category = PluralCategory(line[..<colon]), category != .other {
                guard let condition = PluralCondition(text) else {
                    preconditionFailure("the generated plural rule `\(text)` does not parse")
                }
                group.rules.append(Rule(category: category, condition: condition))
                continue
            }
            for language in languages {
                if isOrdinal { ordinal[language] = group } else { cardinal[language] = group }
            }
        }
        return (cardinal, ordinal)
    }
}
