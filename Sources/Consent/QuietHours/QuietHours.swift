package import Clocks

// LAW: 47 CFR 64.1200(c)(1) and the other rules that Data/quiet-hours.txt cites, each with the day
// from which it holds.
/// When marketing messages that nobody has just asked for may arrive, by country.
///
/// Holds only what the table says. A country with several zones is open when each of them is.
package struct QuietHours: Sendable {
    /// One country: its zones, and its rules from the oldest to the newest.
    struct Place: Sendable {
        let country: String
        let clocks: [LocalClock]
        var rules: [QuietHoursRule]
    }

    /// By the digits of a calling code, which never begin with 0.
    let countries: [Int: String]
    let places: [String: Place]
    /// The rule of every country that has none of its own, or none yet.
    let standardRule: QuietHoursRule
    /// For a contact of whom no country is known, or one that is not in the table.
    let unknownPlace: Place

    // ITU-T E.164 has fifteen digits at most, of which a calling code takes at most these.
    static let longestCode = 7
    static let longestNumber = 15

    /// The country of an E.164 number (`+491700000001`) by its longest calling code.
    ///
    /// `nil` for a text that is not such a number, and for codes that belong to no country.
    package func country(ofNumber number: String) -> String? {
        var digits = number.utf8.makeIterator()
        guard digits.next() == UInt8(ascii: "+") else { return nil }
        var code = 0
        var count = 0
        var country: String?
        while let byte = digits.next() {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            count += 1
            // No code begins with 0.
            if count == 1, byte == UInt8(ascii: "0") { return nil }
            if count > Self.longestNumber { return nil }
            if count > Self.longestCode { continue }
            code = code * 10 + Int(byte - UInt8(ascii: "0"))
            country = countries[code] ?? country
        }
        return country
    }

    /// When quiet hours end, if it is quiet now; `nil` when a message may be sent at once.
    package func endsAt(country: String?, at now: Timestamp) -> Timestamp? {
        let place = place(of: country)
        // INVARIANT: the table loads only if each open weekday of a rule has a stretch that all
        // zones of its places share, and closes too few days to close that weekday for a year. So
        // this ends, and where it ends no zone is quiet.
        var instant = now.milliseconds
        var isSettled = false
        while !isSettled {
            isSettled = true
            for clock in place.clocks {
                let next = nextOpening(of: place, by: clock, from: instant)
                if next != instant { isSettled = false }
                instant = next
            }
        }
        return instant == now.milliseconds ? nil : Timestamp(milliseconds: instant)
    }

    /// The rule that decides for a country at an instant.
    package func rule(for country: String?, at now: Timestamp) -> QuietHoursRule {
        let place = place(of: country)
        let day = place.clocks.first?.reading(at: now.milliseconds).day ?? 0
        return rule(of: place, on: day)
    }

    private func place(of country: String?) -> Place {
        country.flatMap { places[$0] } ?? unknownPlace
    }

    private func rule(of place: Place, on day: Int64) -> QuietHoursRule {
        let inForce = place.rules.last { rule in
            rule.since.map { $0.daysSinceEpoch <= day } ?? true
        }
        return inForce ?? standardRule
    }

    /// The first instant from `instant` on at which one zone is not quiet.
    private func nextOpening(of place: Place, by clock: LocalClock, from instant: Int64) -> Int64 {
        var (day, timeOfDay) = clock.reading(at: instant)
        while true {
            for opening in rule(of: place, on: day).openings(on: day)
            where timeOfDay < opening.end {
                return timeOfDay >= opening.start
                    ? instant
                    : clock.instant(day: day, timeOfDay: opening.start)
            }
            day += 1
            timeOfDay = -1
        }
    }
}
