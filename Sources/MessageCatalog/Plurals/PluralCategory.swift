/// A grammatical number class of CLDR, in canonical order.
package enum PluralCategory: Int, CaseIterable, Hashable, Comparable, Sendable {
    case zero, one, two, few, many, other

    /// Reads a keyword as templates and CLDR write it (`few`).
    package init?(_ keyword: some StringProtocol) {
        guard let match = Self.allCases.first(where: { $0.keyword == keyword }) else { return nil }
        self = match
    }

    package var keyword: String {
        switch self {
        case .zero: "zero"
        case .one: "one"
        case .two: "two"
        case .few: "few"
        case .many: "many"
        case .other: "other"
        }
    }

    package static func < (left: PluralCategory, right: PluralCategory) -> Bool {
        left.rawValue < right.rawValue
    }
}
