package import Clocks

/// The hours in which a country lets marketing messages arrive, and what says so.
package struct QuietHoursRule: Hashable, Sendable {
    /// What the hours rest on.
    package enum Basis: String, Hashable, Sendable, CaseIterable {
        /// A law or a regulator's rule names hours for such messages.
        case law
        /// A law names hours for telephone calls, kept here for messages.
        case calls
        /// Carriers or an industry code keep these hours.
        case practice
        /// Nobody names hours: these are our own.
        case choice
    }

    /// One stretch of a day in which messages may arrive, in milliseconds after midnight.
    struct Opening: Hashable, Sendable {
        let start: Int64
        /// The first instant at which it is quiet again.
        let end: Int64
    }

    package let basis: Basis
    /// The day from which the rule holds; `nil` if it always has.
    package let since: CalendarDate?
    /// The law or code, for people.
    package let source: String
    /// For each weekday, Monday first, in order.
    let openings: [[Opening]]
    let closed: [YearlyDay]
    /// Whether the Monday after a closed day that is a Sunday is closed, too.
    let closesMondayAfter: Bool

    /// When messages may arrive on a day, in order; none on one that is closed.
    func openings(on day: Int64) -> [Opening] {
        let weekday = YearlyDay.weekday(of: day)
        let openings = openings[weekday]
        if openings.isEmpty || closed.isEmpty { return openings }
        let isClosed = isClosed(day) || closesMondayAfter && weekday == 0 && isClosed(day - 1)
        return isClosed ? [] : openings
    }

    private func isClosed(_ day: Int64) -> Bool {
        let year = CalendarDate(daysSinceEpoch: day).year
        return closed.contains { $0.day(in: year) == day }
    }

    /// The longest stretch of each weekday that has one.
    var longestOpenings: [Int64] {
        openings.compactMap { $0.map { $0.end - $0.start }.max() }
    }
}
