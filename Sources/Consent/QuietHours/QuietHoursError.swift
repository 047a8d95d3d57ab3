/// A line of the table of quiet hours that cannot be used.
package struct QuietHoursError: Error, Hashable, CustomStringConvertible {
    package enum Fault: Hashable, Sendable {
        case noSection
        case unknownSection(String)
        case noColon
        case unreadable(String)
        case unknownClock(String)
        case unknownCountry(String)
        case unknownKey(String)
        case missingKey(String)
        case repeated(String)
        case tooManyClosedDays
        case alwaysClosed
        case opensAtNight
        /// On some weekday the zones of the country are never open together.
        case noCommonHours(String)
        case noStandard
    }

    /// Counted from 1; for a rule, the line that opens it.
    package let line: Int
    package let fault: Fault

    package var description: String {
        let what =
            switch fault {
            case .noSection: "an entry before the first [section]"
            case .unknownSection(let name):
                "there is no section `\(name)`; there are clocks, places and hours"
            case .noColon: "a line must read name: value"
            case .unreadable(let text): "`\(text)` cannot be read"
            case .unknownClock(let name): "no clock rule `\(name)` stands under [clocks]"
            case .unknownCountry(let name): "`\(name)` does not stand under [places]"
            case .unknownKey(let name): "a rule has no `\(name)`"
            case .missingKey(let name): "a rule needs `\(name)`"
            case .repeated(let name): "`\(name)` was said before"
            case .tooManyClosedDays:
                "more than \(QuietHoursReader.closedDayLimit) closed days in a year"
            case .alwaysClosed: "a rule must be open on some weekday"
            case .opensAtNight:
                "hours must begin from 04:00 to 20:59: clocks change at night"
            case .noCommonHours(let country):
                "the zones of `\(country)` share no hour of a day; widen the hours"
            case .noStandard: "there is no [hours *] for the other countries"
            }
        return "line \(line): \(what)"
    }
}
