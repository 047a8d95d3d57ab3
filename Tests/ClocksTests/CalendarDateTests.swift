import Clocks
import Testing

struct CalendarDateTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
        ("1900-03-01", -25_508), ("1900-02-28", -25_509), ("2026-03-01", 20_513),
        ("2100-03-01", 47_541), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
    func `a day is counted from 1970`(text: String, days: Int64) throws {
        let date = try #require(CalendarDate(text))
        #expect(date.daysSinceEpoch == days)
        #expect(CalendarDate(daysSinceEpoch: days) == date)
        #expect(date.text == text)
    }

    @Test func `every day of 1970 to 2100 follows the one before`() throws {
        var days: Int64 = 0
        var weekday = 4
        for year in 1970...2100 {
            for month in 1...12 {
                for day in 1...CalendarDate.daysIn(month: month, year: year) {
                    let date = try #require(CalendarDate(year: year, month: month, day: day))
                    try #require(date.daysSinceEpoch == days)
                    try #require(CalendarDate(daysSinceEpoch: days) == date)
                    try #require(CalendarDate(date.text) == date)
                    days += 1
                    weekday = (weekday + 1) % 7
                }
            }
        }
        // 2101-01-01 is a Saturday; 1970-01-01 was a Thursday.
        #expect(days == 47_847)
        #expect(weekday == 6)
    }

    @Test(arguments: [
        (1600, true), (1700, false), (1900, false), (2000, true), (2023, false), (2024, true),
        (2100, false), (2400, true), (4, true), (100, false),
    ])
    func `leap years are those of the Gregorian calendar`(year: Int, isLeap: Bool) {
        #expect(CalendarDate.isLeap(year) == isLeap)
        #expect(CalendarDate.daysIn(month: 2, year: year) == (isLeap ? 29 : 28))
        #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == isLeap)
    }

    @Test func `the months have the lengths everybody knows`() {
        let lengths = (1...12).map { CalendarDate.daysIn(month: $0, year: 2026) }
        #expect(lengths == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    }

    @Test(arguments: [
        "", "2026", "2026-3-1", "26-03-01", "2026-13-01", "2026-00-01", "2026-02-29",
        "2026-04-31", "2026-01-00", "0000-01-01", "2026/03/01", "2026-03-01 ", " 2026-03-01",
        "2026-03-01-", "+026-03-01", "2026-+3-01", "-026-03-01", "２０２６-03-01", "٢٠٢٦-٠٣-٠١",
        "2026-03-0१", "20260301", "2026-03-01T", "12026-03-01", "2026--3-01",
    ])
    func `what is no ISO 8601 day is refused`(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
        ("2026-01-31", 3, "2026-04-30"), ("2026-12-15", 1, "2027-01-15"),
        ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
        ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"),
        ("2026-05-31", 0, "2026-05-31"), ("1899-12-31", 2, "1900-02-28"),
        ("2026-06-30", 1200, "2126-06-30"),
    ])
    func `months are added on the calendar`(from: String, months: Int, to: String) throws {
        let date = try #require(CalendarDate(from))
        #expect(date.adding(months: months).text == to)
    }

    @Test(arguments: [
        ("9999-12-31", 1), ("9999-06-30", 7), ("9900-01-31", 1200), ("9999-01-01", 24),
    ])
    func `adding months at the end of the calendar stays in it and never goes back`(
        from: String,
        months: Int
    ) throws {
        let date = try #require(CalendarDate(from))
        let moved = date.adding(months: months)
        #expect(moved >= date)
        #expect(CalendarDate(year: moved.year, month: moved.month, day: moved.day) != nil)
    }

    @Test(arguments: [("0001-01-31", -1), ("0001-03-01", -20), ("0002-06-15", -1200)])
    func `taking months off at the start of the calendar stays in it`(
        from: String,
        months: Int
    ) throws {
        let date = try #require(CalendarDate(from))
        let moved = date.adding(months: months)
        #expect(moved <= date)
        #expect(CalendarDate(year: moved.year, month: moved.month, day: moved.day) != nil)
    }

    @Test func `days are ordered as time runs`() throws {
        let texts: [String] = [
            "0001-01-01", "1999-12-31", "2000-01-01", "2000-01-02", "2000-02-01",
        ]
        let dates = try texts.map { try #require(CalendarDate($0)) }
        #expect(dates.reversed().sorted() == dates)
        #expect(dates.map(\.daysSinceEpoch) == dates.map(\.daysSinceEpoch).sorted())
    }
}
