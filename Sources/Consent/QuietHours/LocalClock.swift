import Clocks

/// When the clocks of some countries go forward an hour, and when back.
struct SavingRule: Hashable, Sendable {
    /// One change of the clocks in a year.
    struct Change: Hashable, Sendable {
        let day: YearlyDay
        let timeOfDay: Int64
        /// Whether the time is the zone's own without daylight saving; otherwise UTC.
        let isStandardTime: Bool

        /// The instant in a year, in milliseconds, for a zone with this offset.
        func instant(in year: Int, standard: Int64) -> Int64? {
            day.day(in: year).map {
                $0 * LocalClock.day + timeOfDay - (isStandardTime ? standard : 0)
            }
        }
    }

    let forward: Change
    let back: Change
}

/// What the clocks of one zone show; all lengths in milliseconds.
struct LocalClock: Hashable, Sendable {
    static let minute: Int64 = 60_000
    static let hour: Int64 = 60 * minute
    static let day: Int64 = 24 * hour

    /// Ahead of UTC without daylight saving.
    let standard: Int64
    let saving: SavingRule?

    /// What the offset can be, from least to most.
    var offsets: ClosedRange<Int64> {
        standard...(saving == nil ? standard : standard + Self.hour)
    }

    /// How far the clock is ahead of UTC at an instant.
    func offset(at instant: Int64) -> Int64 {
        guard let saving else { return standard }
        let year = CalendarDate(daysSinceEpoch: Self.split(instant + standard).day).year
        guard let forward = saving.forward.instant(in: year, standard: standard),
            let back = saving.back.instant(in: year, standard: standard)
        else { return standard }
        // South of the equator summer runs over the turn of the year.
        let isSummer =
            forward < back
            ? forward <= instant && instant < back
            : forward <= instant || instant < back
        return isSummer ? standard + Self.hour : standard
    }

    /// The day, counted from 1970-01-01, and the time of day that the clock shows.
    func reading(at instant: Int64) -> (day: Int64, timeOfDay: Int64) {
        Self.split(instant + offset(at: instant))
    }

    /// The instant at which the clock shows a time, the first of two.
    ///
    /// A time that a change of the clocks leaves out is taken as if they had not changed.
    func instant(day: Int64, timeOfDay: Int64) -> Int64 {
        let local = day * Self.day + timeOfDay
        let inSummer = local - standard - Self.hour
        return offset(at: inSummer) > standard ? inSummer : local - standard
    }

    private static func split(_ local: Int64) -> (day: Int64, timeOfDay: Int64) {
        let timeOfDay = local % day
        return timeOfDay < 0
            ? (local / day - 1, timeOfDay + day) : (local / day, timeOfDay)
    }
}
