import Clocks
import Consent
import Testing

struct QuietHoursTests {
    private static let hours = QuietHours.standard

    private static func instant(_ text: String) throws -> Timestamp {
        try #require(Timestamp(text))
    }

    private static func end(_ country: String?, _ now: String) throws -> String? {
        hours.endsAt(country: country, at: try instant(now))?.text
    }

    /// `now` as the end means that a message may leave at once.
    private static func expectEnd(_ country: String?, _ now: String, _ end: String) throws {
        let found = try Self.end(country, now)
        let expected = end == "now" ? nil : try instant(end).text
        #expect(found == expected, "\(country ?? "nowhere") at \(now)")
    }

    @Test(arguments: [
        // 29 March 2026: clocks go forward at 01:00 UTC.
        ("DE", "2026-03-28T19:59:59.999Z", "now"),
        ("DE", "2026-03-28T20:00Z", "2026-03-29T06:00Z"),
        ("DE", "2026-03-29T05:59:59.999Z", "2026-03-29T06:00Z"),
        ("DE", "2026-03-29T06:00Z", "now"),
        ("DE", "2026-03-28T06:30Z", "2026-03-28T07:00Z"),
        ("DE", "2026-03-29T18:59:59.999Z", "now"),
        ("DE", "2026-03-29T19:00Z", "2026-03-30T06:00Z"),
        // 25 October 2026: and back.
        ("DE", "2026-10-24T19:00Z", "2026-10-25T07:00Z"),
        ("DE", "2026-10-25T06:59:59.999Z", "2026-10-25T07:00Z"),
        ("DE", "2026-10-25T19:59:59.999Z", "now"),
        ("GB", "2026-03-28T21:00Z", "2026-03-29T07:00Z"),
        ("GB", "2026-10-24T20:00Z", "2026-10-25T08:00Z"),
    ])
    func `hours follow the clocks of Europe over their changes`(
        country: String,
        now: String,
        end: String
    ) throws {
        try Self.expectEnd(country, now, end)
    }

    @Test(arguments: [
        // From 08:00 in Honolulu to 21:00 in New York.
        ("2026-01-15T17:59:59.999Z", "2026-01-15T18:00Z"), ("2026-01-15T18:00Z", "now"),
        ("2026-01-16T01:59:59.999Z", "now"), ("2026-01-16T02:00Z", "2026-01-16T18:00Z"),
        // 8 March 2026: New York goes forward, Honolulu never does.
        ("2026-03-08T01:30Z", "now"), ("2026-03-09T01:30Z", "2026-03-09T18:00Z"),
        // 1 November 2026: and back.
        ("2026-11-01T01:30Z", "2026-11-01T18:00Z"), ("2026-11-02T01:30Z", "now"),
    ])
    func `a country of many zones is open when each of them is`(now: String, end: String) throws {
        try Self.expectEnd("US", now, end)
    }

    @Test(arguments: [
        // 27 September 2026 and 5 April 2026; the Chatham Islands are 45 minutes ahead.
        ("NZ", "2026-09-25T19:30Z", "2026-09-25T20:00Z"),
        ("NZ", "2026-09-26T18:59:59.999Z", "2026-09-26T19:00Z"),
        ("NZ", "2026-04-04T18:30Z", "2026-04-04T20:00Z"),
        ("NZ", "2026-04-03T18:30Z", "2026-04-03T19:00Z"),
        ("NZ", "2026-01-10T07:14:59.999Z", "now"),
        ("NZ", "2026-01-10T07:15Z", "2026-01-10T19:00Z"),
        // Friday 27 March 2026 at 02:00, a day of its own.
        ("IL", "2026-03-26T18:59:59.999Z", "now"), ("IL", "2026-03-27T18:00Z", "2026-03-28T05:00Z"),
        ("IN", "2026-03-01T04:29Z", "2026-03-01T04:30Z"), ("IN", "2026-03-01T15:29Z", "now"),
        // A pause at noon.
        ("TW", "2026-03-02T04:45Z", "2026-03-02T05:30Z"), ("TW", "2026-03-02T04:29Z", "now"),
    ])
    func `other clocks and other hours are kept as the table says`(
        country: String,
        now: String,
        end: String
    ) throws {
        try Self.expectEnd(country, now, end)
    }

    @Test(arguments: [
        // Saturday evening, Sunday noon.
        ("FR", "2026-02-28T19:00Z", "2026-03-02T07:00Z"),
        ("FR", "2026-03-01T11:00Z", "2026-03-02T07:00Z"),
        // 14 July, Easter Monday, Ascension, Whit Monday.
        ("FR", "2026-07-14T10:00Z", "2026-07-15T06:00Z"),
        ("FR", "2026-04-06T10:00Z", "2026-04-07T06:00Z"),
        ("FR", "2026-05-14T10:00Z", "2026-05-15T06:00Z"),
        ("FR", "2026-05-25T10:00Z", "2026-05-26T06:00Z"),
        // Easter Monday is another day a year later.
        ("FR", "2027-04-06T10:00Z", "now"), ("FR", "2027-03-29T10:00Z", "2027-03-30T06:00Z"),
        // Christmas on a Saturday, the day of goodwill on a Sunday, so Monday is free.
        ("ZA", "2027-12-24T18:00Z", "2027-12-28T06:00Z"),
        ("ZA", "2026-02-28T11:00Z", "2026-03-02T06:00Z"),
        // 6 January 2026 is kept on Monday the 12th.
        ("CO", "2026-01-06T15:00Z", "now"), ("CO", "2026-01-10T20:00Z", "2026-01-13T12:00Z"),
        // The Canary Islands are an hour behind.
        ("ES", "2026-02-27T20:00Z", "2026-03-02T09:00Z"),
    ])
    func `Sundays and holidays are quiet where the rule says so`(
        country: String,
        now: String,
        end: String
    ) throws {
        try Self.expectEnd(country, now, end)
    }

    @Test func `a rule holds from its day on, and the standard one before`() throws {
        try Self.expectEnd("AE", "2024-08-26T15:00Z", "now")
        try Self.expectEnd("AE", "2024-08-27T15:00Z", "2024-08-28T05:00Z")
        // 22:00 on the last day of the old hours: the next morning has the new ones.
        try Self.expectEnd("AE", "2024-08-26T18:00Z", "2024-08-27T05:00Z")
        let before = Self.hours.rule(for: "AE", at: try Self.instant("2024-08-26T12:00Z"))
        let after = Self.hours.rule(for: "AE", at: try Self.instant("2024-08-27T12:00Z"))
        #expect(before.basis == .choice)
        #expect(after.basis == .law)
        #expect(after.since?.text == "2024-08-27")
        #expect(after.source.contains("Cabinet Resolution 56 of 2024"))
    }

    @Test func `who is nowhere is left in peace at night in UTC`() throws {
        for country in [nil, "QQ", "", "de"] as [String?] {
            try Self.expectEnd(country, "2026-03-01T20:59:59.999Z", "now")
            try Self.expectEnd(country, "2026-03-01T21:00Z", "2026-03-02T08:00Z")
            let rule = Self.hours.rule(for: country, at: try Self.instant("2026-03-01"))
            #expect(rule.basis == .choice)
        }
    }

    @Test(arguments: [
        ("+491700000001", "DE"), ("+33600000001", "FR"), ("+12025550101", "US"),
        ("+14165550101", "CA"), ("+18765550101", "JM"), ("+18002255288", "US"),
        ("+79000000001", "RU"), ("+77000000001", "KZ"), ("+442079460001", "GB"),
        ("+390669800001", "IT"), ("+61400000001", "AU"), ("+6189164000", "CX"), ("+49", "DE"),
    ])
    func `the longest calling code names the country`(number: String, country: String) {
        #expect(Self.hours.country(ofNumber: number) == country)
    }

    @Test(arguments: [
        "", "+", "491700000001", "+0491700000001", "+49 170 0000001", "+49170000000x",
        "+4917000000011234", "+80012345678", "+8835100000001", "contact@example.com", "+٤٩١٧٠",
        "+999999999999999999999999",
    ])
    func `what is no number of a country names none`(text: String) {
        #expect(Self.hours.country(ofNumber: text) == nil)
    }

    @Test(arguments: [
        "AE", "AU", "BR", "CA", "CL", "CO", "DE", "ES", "FR", "GL", "IL", "IN", "KR", "MX", "NZ",
        "PT", "RU", "TW", "US", "ZA",
    ])
    func `quiet hours end later than now, at the first instant that is not quiet`(
        country: String
    ) throws {
        var seed = UInt64(country.utf8.reduce(7) { $0 * 31 + Int($1) })
        let start = try Self.instant("2020-01-01").milliseconds
        let span: UInt64 = 15 * 366 * 86_400_000
        var quiet = 0
        for _ in 0..<1000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let now = Timestamp(milliseconds: start + Int64((seed >> 11) % span))
            guard let end = Self.hours.endsAt(country: country, at: now) else { continue }
            quiet += 1
            try #require(end > now)
            try #require(Self.hours.endsAt(country: country, at: end) == nil)
            let length = end.milliseconds - now.milliseconds
            try #require(length <= 5 * 86_400_000)
            for part in 1...7 {
                let between = Timestamp(
                    milliseconds: now.milliseconds + (length - 1) * Int64(part) / 7
                )
                try #require(Self.hours.endsAt(country: country, at: between) == end)
            }
        }
        #expect((200...970).contains(quiet))
    }
}
