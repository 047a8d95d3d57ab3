/// A length of time as people and laws state it: `20 hours`, `30 days`, `24 months`.
///
/// Months and years are calendar lengths; everything shorter is an exact number of milliseconds
/// (a day is 24 hours).
package struct Period: Hashable, Sendable {
    package let months: Int
    package let milliseconds: Int64

    package static let zero = Period(months: 0, milliseconds: 0)

    package init(months: Int, milliseconds: Int64) {
        self.months = months
        self.milliseconds = milliseconds
    }

    package static func minutes(_ count: Int64) -> Period {
        Period(months: 0, milliseconds: count * 60_000)
    }

    package static func hours(_ count: Int64) -> Period { minutes(count * 60) }
    package static func days(_ count: Int64) -> Period { hours(count * 24) }
    package static func months(_ count: Int) -> Period { Period(months: count, milliseconds: 0) }

    /// The longest a period may be, so that adding one to any date stays in the calendar.
    package static let longestYears = 100

    private struct Unit {
        let names: [String]
        let months: Int
        let milliseconds: Int64
    }

    private static let units: [Unit] = [
        Unit(names: ["second", "seconds", "s"], months: 0, milliseconds: 1000),
        Unit(names: ["minute", "minutes", "min", "m"], months: 0, milliseconds: 60_000),
        Unit(names: ["hour", "hours", "h"], months: 0, milliseconds: 3_600_000),
        Unit(names: ["day", "days", "d"], months: 0, milliseconds: 86_400_000),
        Unit(names: ["week", "weeks", "w"], months: 0, milliseconds: 604_800_000),
        Unit(names: ["month", "months"], months: 1, milliseconds: 0),
        Unit(names: ["year", "years", "y"], months: 12, milliseconds: 0),
    ]

    /// Reads a whole count and a unit (`20 hours`, `20h`, `1 day`); at most 100 years, not zero.
    package init?(_ text: String) {
        let words = text.split(separator: " ")
        let digits = words.first?.prefix { $0.isASCIIDigit } ?? ""
        let rest = [words.first?.dropFirst(digits.count) ?? ""] + words.dropFirst()
        let names = rest.filter { !$0.isEmpty }
        let name = names.first?.lowercased() ?? ""
        guard names.count == 1, digits.count <= 7, let count = Int64(digits), count > 0,
            let unit = Self.units.first(where: { $0.names.contains(name) })
        else { return nil }
        let period = Period(
            months: Int(count) * unit.months,
            milliseconds: count * unit.milliseconds
        )
        let yearMilliseconds: Int64 = 365 * 86_400_000
        let years = Int64(Self.longestYears)
        guard period.months <= 12 * Self.longestYears,
            period.milliseconds <= years * yearMilliseconds
        else { return nil }
        self = period
    }

    /// The period in the largest unit that divides it (`1 day`, `90 minutes`).
    package var text: String {
        let largestFirst = Self.units.reversed()
        let whole = largestFirst.first { unit in
            if months != 0 {
                unit.months != 0 && milliseconds == 0 && months % unit.months == 0
            } else {
                unit.milliseconds != 0 && milliseconds % unit.milliseconds == 0
                    && milliseconds != 0
            }
        }
        guard let whole else {
            return months != 0 ? "\(months) months \(milliseconds) ms" : "\(milliseconds) ms"
        }
        let count =
            months != 0 ? Int64(months / whole.months) : milliseconds / whole.milliseconds
        return "\(count) \(whole.names[count == 1 ? 0 : 1])"
    }
}
