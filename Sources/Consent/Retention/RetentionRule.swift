package import Clocks

/// How long one class of records is kept, from when, and what says so.
package struct RetentionRule: Hashable, Sendable {
    package let recordClass: RecordClass
    /// `nil` if there is no end, or if each record declares its own.
    package let keep: Period?
    package let from: RetentionAnchor
    /// Whether the period runs from the end of the calendar year that the anchor falls in.
    package let countsFromYearEnd: Bool
    /// `nil` for a rule of the workspace's own.
    package let presetName: String?
    /// The day from which its source holds.
    package let since: CalendarDate?
    /// The article it rests on, or the workspace's own words.
    package let citation: String
    /// Goes on from "because".
    let reason: String

    /// Why so long, with the source: the clause after "because".
    package var because: String {
        reason == citation ? citation : "\(reason) (\(citation))"
    }

    // LAW: §§ 187(1), 188 BGB, § 199(1) BGB, § 257(5) HGB.
    // INVARIANT: never early. A year has begun where it begins first (UTC+14), and has ended only
    // where it ends last (UTC-12).
    /// When a record's time is over; `nil` if the rule gives no end.
    package func dueAt(from anchor: Timestamp) -> Timestamp? {
        guard let keep else { return from == .declared ? anchor : nil }
        guard countsFromYearEnd else { return anchor.adding(keep) }
        let year = Timestamp(milliseconds: anchor.milliseconds + Self.ahead).date.year
        guard let next = CalendarDate(year: year + 1, month: 1, day: 1) else { return nil }
        return Timestamp(milliseconds: next.daysSinceEpoch * Self.day + Self.behind).adding(keep)
    }

    // A month added to the 29th, the 30th and the 31st may end on one day, so a later anchor can be
    // due before an earlier one; such a record waits for the earlier ones, three days at most.
    // INVARIANT: never early: the time of every anchor up to the cutoff is over.
    /// The anchor up to which all may go now; `nil` if nothing may.
    package func cutoff(at now: Timestamp) -> Timestamp? {
        guard let keep else { return from == .declared ? now : nil }
        let start = Self.latestStart(of: keep, overBy: now)
        guard countsFromYearEnd else { return start }
        // The turn of a year that lies half a day back is over everywhere.
        let year = Timestamp(milliseconds: start.milliseconds - Self.behind).date.year
        guard let turn = CalendarDate(year: year, month: 1, day: 1) else { return nil }
        return Timestamp(
            milliseconds: turn.daysSinceEpoch * Self.day - Self.ahead - 1
        )
    }

    /// The last instant such that it and all before it are a period ago.
    private static func latestStart(of period: Period, overBy now: Timestamp) -> Timestamp {
        let end = Timestamp(milliseconds: now.milliseconds - period.milliseconds)
        guard period.months != 0 else { return end }
        let date = end.date
        let start = date.adding(months: -period.months)
        let midnight = start.daysSinceEpoch * day
        let timeOfDay = end.milliseconds - date.daysSinceEpoch * day
        // A shorter month ended before the day came: all of its last day is over.
        return Timestamp(milliseconds: midnight + (start.day < date.day ? day - 1 : timeOfDay))
    }

    private static let day: Int64 = 86_400_000
    /// How far the first place on earth is ahead of UTC, and the last behind it.
    private static let ahead: Int64 = 14 * 3_600_000
    private static let behind: Int64 = 12 * 3_600_000

    /// `kept for 5 years from the last contact`.
    package var words: String {
        guard let keep else {
            return from == .declared ? "kept for as long as it declares" : "kept without an end"
        }
        let year = countsFromYearEnd ? "the end of the year of " : ""
        return "kept for \(keep.text) from \(year)\(from.words)"
    }
}
