import Clocks
import Consent
import Testing

struct QuietHoursTableTests {
    typealias Fault = QuietHoursError.Fault

    private static let head = """
        [clocks]
        eu: 03-sun>=25 01:00 utc, 10-sun>=25 01:00 utc
        [places]
        DE: +49 | +01:00 eu
        RU: +7 | +02:00, +12:00

        """
    private static let standard = """
        [hours *]
        open: daily 08:00-21:00
        basis: choice
        source: ours

        """

    private static func rule(_ countries: String, _ open: String) -> String {
        head + "[hours \(countries)]\nopen: \(open)\nbasis: law\nsource: a law\n" + standard
    }

    @Test(
        arguments: [
            ("eu: x", 1, Fault.noSection),
            ("[zones]", 1, .unknownSection("zones")),
            ("[clocks", 1, .unreadable("[clocks")),
            ("[clocks]\neu", 2, .noColon),
            (
                "[clocks]\n# a note\neu: 03-sun>=25 01:00 utc", 3,
                .unreadable("03-sun>=25 01:00 utc")
            ),
            ("[clocks]\neu: 13-01 01:00 utc, 10-01 01:00 utc", 2, .unreadable("13-01 01:00 utc")),
            ("[clocks]\neu: 03-01 01:00 wall, 10-01 01:00 utc", 2, .unreadable("03-01 01:00 wall")),
            ("[places]\nDE: +49 | +01:00 eu", 2, .unknownClock("eu")),
            ("[places]\nde: +49 | +01:00", 2, .unreadable("de: +49 | +01:00")),
            ("[places]\nDE: +49 | 01:00", 2, .unreadable("01:00")),
            ("[places]\nDE: +4a | +01:00", 2, .unreadable("+4a")),
            ("[places]\nDE: +49 | +01:00\nDE: +50 | +01:00", 3, .repeated("DE")),
            ("[places]\nDE: +49 | +01:00\nAT: +43 +49 | +01:00", 3, .repeated("+49")),
            ("[places]\nDE: +49 | +01:00\n[hours FR]", 3, .unknownCountry("FR")),
            ("[places]\nDE: +49 | +01:00", 1, .noStandard),
            (head + "[hours DE]\nbasis: law\nsource: x", 6, .missingKey("open")),
            (head + "[hours DE]\nopens: daily", 7, .unknownKey("opens")),
            (head + "[hours DE]\nbasis: law\nbasis: law", 8, .repeated("basis")),
            (
                head + "[hours DE]\nopen: daily 08:00-21:00\nbasis: hearsay", 8,
                .unreadable("hearsay")
            ),
            (rule("DE", "mon-fri 21:00-08:00"), 7, .unreadable("21:00-08:00")),
            (rule("DE", "mon 08:00-12:00 11:00-13:00"), 7, .unreadable("11:00-13:00")),
            (rule("DE", "fri-mon 08:00-12:00"), 7, .unreadable("fri-mon 08:00-12:00")),
            (rule("DE", "mon-fri 08:00-12:00, fri 13:00-14:00"), 7, .repeated("fri")),
            (rule("DE", "daily 03:00-21:00"), 7, .opensAtNight),
            (rule("DE", "daily 08:00-25:00"), 7, .unreadable("08:00-25:00")),
            (head + standard + standard, 10, .repeated("hours *")),
        ] as [(String, Int, Fault)]
    )
    func `faults name their line`(text: String, line: Int, fault: Fault) {
        let error = #expect(throws: QuietHoursError.self) { try QuietHours(text: text) }
        #expect(error?.fault == fault)
        #expect(error?.line == line)
        #expect(error?.description.hasPrefix("line \(line): ") == true)
    }

    @Test func `zones that share no hours are refused, and an hour more is taken`() throws {
        // Ten hours lie between Kaliningrad and Kamchatka.
        let error = #expect(throws: QuietHoursError.self) {
            try QuietHours(text: Self.rule("RU", "daily 08:00-18:00"))
        }
        #expect(error?.fault == .noCommonHours("RU"))
        // One short Saturday is enough to be refused.
        #expect(throws: QuietHoursError.self) {
            try QuietHours(text: Self.rule("RU", "mon-fri 08:00-21:00, sat 08:00-18:00"))
        }
        let hours = try QuietHours(text: Self.rule("RU", "daily 08:00-18:01"))
        let now = try #require(Timestamp("2026-03-01T12:00Z"))
        #expect(hours.endsAt(country: "RU", at: now)?.text == "2026-03-02T06:00:00.000Z")
    }

    @Test func `summer time counts where hours are short`() throws {
        #expect(throws: QuietHoursError.self) {
            try QuietHours(text: Self.rule("DE", "daily 08:00-09:00"))
        }
        let hours = try QuietHours(text: Self.rule("DE", "daily 08:00-09:01"))
        let now = try #require(Timestamp("2026-07-01T07:01Z"))
        #expect(hours.endsAt(country: "DE", at: now)?.text == "2026-07-02T06:00:00.000Z")
    }

    @Test func `a rule closed on too many days is refused`() throws {
        let days = (1...4).flatMap { month in (10...20).map { "0\(month)-\($0)" } }
        func text(_ count: Int) -> String {
            let closed = days.prefix(count).joined(separator: ", ")
            return Self.head + "[hours DE]\nopen: daily 08:00-21:00\nclosed: \(closed)\n"
                + "basis: law\nsource: x\n" + Self.standard
        }
        let error = #expect(throws: QuietHoursError.self) { try QuietHours(text: text(41)) }
        #expect(error?.fault == .tooManyClosedDays)
        let hours = try QuietHours(text: text(40))
        let now = try #require(Timestamp("2026-01-10T12:00Z"))
        #expect(hours.endsAt(country: "DE", at: now)?.text == "2026-01-21T07:00:00.000Z")
    }

    @Test func `the newest rule that holds decides, in whatever order they stand`() throws {
        func section(_ since: String, _ open: String) -> String {
            "[hours DE]\nopen: \(open)\nbasis: law\nsince: \(since)\nsource: from \(since)\n"
        }
        let sections = [
            section("2027-01-01", "daily 10:00-18:00"), section("2026-06-01", "daily 09:00-19:00"),
        ]
        for order in [sections, sections.reversed()] {
            let hours = try QuietHours(text: Self.head + order.joined() + Self.standard)
            for (now, end) in [
                ("2026-05-31T06:30Z", nil), ("2026-06-01T06:30Z", "2026-06-01T07:00:00.000Z"),
                ("2026-12-31T20:00Z", "2027-01-01T09:00:00.000Z"),
            ] as [(String, String?)] {
                let now = try #require(Timestamp(now))
                #expect(hours.endsAt(country: "DE", at: now)?.text == end)
            }
        }
        #expect(throws: QuietHoursError.self) {
            try QuietHours(text: Self.head + sections[0] + sections[0] + Self.standard)
        }
    }
}
