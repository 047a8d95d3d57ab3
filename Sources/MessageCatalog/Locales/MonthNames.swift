/// The twelve months of a locale, January first.
///
/// Inside a date many languages inflect the name (Polish `marca`); alone they do not (`marzec`).
package struct MonthNames: Hashable, Sendable {
    package let wide: [String]
    package let abbreviated: [String]
    package let standAloneWide: [String]
    package let standAloneAbbreviated: [String]

    var all: [[String]] { [wide, abbreviated, standAloneWide, standAloneAbbreviated] }
}
