import Clocks

/// A day that comes once a year: a date, a weekday near a date, or a day counted from Easter.
enum YearlyDay: Hashable, Sendable {
    case date(month: Int, day: Int)
    /// The first such weekday on or after a date; Monday is 0.
    case weekday(Int, month: Int, onOrAfter: Int)
    /// Days after Easter Sunday of the western churches.
    case easter(Int)

    /// Monday first.
    static let weekdays: [String] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// Reads `07-14`, `03-sun>=8` or `easter+1`.
    init?(_ text: Substring) {
        if text.hasPrefix("easter"), let offset = Int(text.dropFirst(6)) {
            self = .easter(offset)
            return
        }
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let month = Int(parts[0]), (1...12).contains(month) else {
            return nil
        }
        if let day = Int(parts[1]) {
            self = .date(month: month, day: day)
            guard (1...31).contains(day) else { return nil }
            return
        }
        let sides = parts[1].split(separator: ">", maxSplits: 1)
        guard sides.count == 2, let weekday = Self.weekdays.firstIndex(of: String(sides[0])),
            sides[1].hasPrefix("="), let day = Int(sides[1].dropFirst()), (1...31).contains(day)
        else { return nil }
        self = .weekday(weekday, month: month, onOrAfter: day)
    }

    /// The day in a year, counted from 1970-01-01; `nil` outside the years 1 to 9999.
    func day(in year: Int) -> Int64? {
        switch self {
        case .date(let month, let day):
            return Self.count(year, month, day)
        case .weekday(let weekday, let month, let first):
            guard let start = Self.count(year, month, first) else { return nil }
            return start + Int64((weekday - Self.weekday(of: start) + 7) % 7)
        case .easter(let offset):
            return Self.easterSunday(in: year).map { $0 + Int64(offset) }
        }
    }

    // The first day of 1970 was a Thursday.
    /// The weekday of a day counted from 1970-01-01; Monday is 0.
    static func weekday(of day: Int64) -> Int {
        let remainder = Int((day + 3) % 7)
        return remainder < 0 ? remainder + 7 : remainder
    }

    /// A day past the end of its month is one of the next.
    private static func count(_ year: Int, _ month: Int, _ day: Int) -> Int64? {
        CalendarDate(year: year, month: month, day: 1).map { $0.daysSinceEpoch + Int64(day - 1) }
    }

    // The Gregorian computus in the form of Meeus, Jones and Butcher: the Sunday after the
    // ecclesiastical full moon on or after 21 March.
    private static func easterSunday(in year: Int) -> Int64? {
        let (century, yearOfCentury) = (year / 100, year % 100)
        let golden = year % 19
        let solarCorrection = century - century / 4
        let lunarCorrection = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + solarCorrection - lunarCorrection + 15) % 30
        let toSunday =
            (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let late = (golden + 11 * epact + 22 * toSunday) / 451
        return count(year, 3, 22 + epact + toSunday - 7 * late)
    }
}
