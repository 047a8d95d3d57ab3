/// An instant, in whole milliseconds since 1970-01-01T00:00:00Z: the only date in the core.
///
/// Leap seconds are not counted (POSIX time). The text form is RFC 3339 in UTC, always with
/// three decimals (`2026-03-01T09:00:00.000Z`), so that equal instants have equal text.
package struct Timestamp: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The instant `period` later: calendar months first, then the exact remainder.
    ///
    /// A month added to the 31st ends on the last day of a shorter month.
    package func adding(_ period: Period) -> Timestamp {
        var shifted = self
        if period.months != 0 {
            let (date, timeOfDay) = split()
            let moved = date.adding(months: period.months)
            shifted = Timestamp(
                milliseconds: moved.daysSinceEpoch * Self.millisecondsPerDay + timeOfDay
            )
        }
        return Timestamp(milliseconds: shifted.milliseconds + period.milliseconds)
    }

    /// The calendar day of this instant in UTC.
    package var date: CalendarDate { split().date }

    /// RFC 3339 text in UTC with millisecond precision.
    package var text: String {
        let (date, timeOfDay) = split()
        let seconds = timeOfDay / 1000
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Self.pad($0, 2) }
        return "\(date.text)T\(clock.joined(separator: ":")).\(Self.pad(timeOfDay % 1000, 3))Z"
    }

    static let millisecondsPerDay: Int64 = 86_400_000

    private func split() -> (date: CalendarDate, timeOfDay: Int64) {
        var days = milliseconds / Self.millisecondsPerDay
        var timeOfDay = milliseconds % Self.millisecondsPerDay
        if timeOfDay < 0 {
            days -= 1
            timeOfDay += Self.millisecondsPerDay
        }
        return (CalendarDate(daysSinceEpoch: days), timeOfDay)
    }

    static func pad(_ number: some BinaryInteger, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Timestamp {
    /// Reads RFC 3339 (`2026-03-01T09:00Z`, seconds and fraction optional, `Z` or `±hh:mm`).
    ///
    /// A bare date is midnight UTC. Anything else is `nil`.
    package init?(_ text: String) {
        guard text.utf8.count <= 40 else { return nil }
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let date = CalendarDate(String(first)) else { return nil }
        let midnight = date.daysSinceEpoch * Self.millisecondsPerDay
        guard parts.count == 2 else {
            self.init(milliseconds: midnight)
            return
        }
        guard let (clock, offset) = Self.splitOffset(parts[1]),
            let timeOfDay = Self.timeOfDay(clock)
        else { return nil }
        self.init(milliseconds: midnight + timeOfDay - offset)
    }

    private static func splitOffset(_ text: Substring) -> (Substring, Int64)? {
        if text.hasSuffix("Z") { return (text.dropLast(), 0) }
        guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
        let fields = text[text.index(after: sign)...].split(
            separator: ":",
            omittingEmptySubsequences: false
        )
        guard fields.count == 2, let hours = twoDigits(fields[0]),
            let minutes = twoDigits(fields[1]), (0..<24).contains(hours), (0..<60).contains(minutes)
        else { return nil }
        let offset = (hours * 60 + minutes) * 60_000
        return (text[..<sign], text[sign] == "-" ? -offset : offset)
    }

    /// Exactly two digits; a number with a sign is none.
    private static func twoDigits(_ text: Substring) -> Int64? {
        text.count == 2 && text.allSatisfy(\.isASCIIDigit) ? Int64(text) : nil
    }

    private static func timeOfDay(_ text: Substring) -> Int64? {
        let fields = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(fields.count), let hours = twoDigits(fields[0]),
            let minutes = twoDigits(fields[1]), (0..<24).contains(hours), (0..<60).contains(minutes)
        else { return nil }
        var total = (hours * 60 + minutes) * 60_000
        if fields.count == 3 {
            let seconds = fields[2].split(separator: ".", omittingEmptySubsequences: false)
            guard let whole = twoDigits(seconds[0]), (0..<60).contains(whole)
            else { return nil }
            total += whole * 1000
            if seconds.count == 2 {
                let digits = seconds[1].prefix(3)
                guard (1...9).contains(seconds[1].count), seconds[1].allSatisfy(\.isASCIIDigit),
                    let fraction = Int64(digits)
                else { return nil }
                let scale: [Int64] = [100, 10, 1]
                total += fraction * scale[digits.count - 1]
            } else if seconds.count > 2 {
                return nil
            }
        }
        return total
    }
}

extension Character {
    var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
