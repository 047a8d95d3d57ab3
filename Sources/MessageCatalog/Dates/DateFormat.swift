package import Clocks

/// Writes calendar days the way a locale does, in the Gregorian calendar.
package enum DateFormat {
    package enum Style: Hashable, Sendable, CaseIterable {
        case short, medium, long

        package var keyword: String {
            switch self {
            case .short: "short"
            case .medium: "medium"
            case .long: "long"
            }
        }
    }

    package static func text(
        _ date: CalendarDate,
        locale: LocaleTag,
        style: Style = .medium
    ) -> String {
        var text = ""
        append(date, style, LocaleConventions.of(locale), to: &text)
        return text
    }

    static func append(
        _ date: CalendarDate,
        _ style: Style,
        _ conventions: LocaleConventions,
        to text: inout String
    ) {
        append(date, pattern(style, conventions), conventions, to: &text)
    }

    static func append(
        _ date: CalendarDate,
        _ pattern: DatePattern,
        _ conventions: LocaleConventions,
        to text: inout String
    ) {
        for field in pattern.fields {
            switch field {
            case .literal(let literal):
                text += literal
            case .day(let digits):
                NumberFormat.append(date.day, width: digits, conventions, to: &text)
            case .month(let digits):
                NumberFormat.append(date.month, width: digits, conventions, to: &text)
            case .monthName(let form):
                text += conventions.months.name(form, month: date.month)
            case .year(let digits):
                let year = digits == 2 ? date.year % 100 : date.year
                NumberFormat.append(year, width: digits, conventions, to: &text)
            }
        }
    }

    /// The most Unicode scalars a date of the years 1 to 9999 takes.
    static func longestText(_ style: Style, _ conventions: LocaleConventions) -> Int {
        pattern(style, conventions).fields.reduce(0) { total, field in
            switch field {
            case .literal(let literal): total + literal.unicodeScalars.count
            case .day, .month: total + 2
            case .monthName(let form):
                total
                    + ((1...12).map { month in
                        conventions.months.name(form, month: month).unicodeScalars.count
                    }.max() ?? 0)
            case .year(let digits): total + max(4, digits)
            }
        }
    }

    private static func pattern(_ style: Style, _ conventions: LocaleConventions) -> DatePattern {
        switch style {
        case .short: conventions.shortDate
        case .medium: conventions.mediumDate
        case .long: conventions.longDate
        }
    }
}
