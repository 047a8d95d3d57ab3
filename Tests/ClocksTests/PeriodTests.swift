import Clocks
import Testing

struct PeriodTests {
    @Test(arguments: [
        ("1 second", 0, 1000), ("90 s", 0, 90_000), ("30 minutes", 0, 1_800_000),
        ("5min", 0, 300_000), ("5 m", 0, 300_000), ("20 hours", 0, 72_000_000),
        ("20h", 0, 72_000_000), ("1 day", 0, 86_400_000), ("1 d", 0, 86_400_000),
        ("2 weeks", 0, 1_209_600_000), ("1 month", 1, 0), ("24 months", 24, 0),
        ("2 years", 24, 0), ("1 y", 12, 0), ("100 years", 1200, 0), ("3 DAYS", 0, 259_200_000),
        ("36500 days", 0, 3_153_600_000_000),
    ])
    func `a count and a unit are read`(text: String, months: Int, milliseconds: Int64) throws {
        let period = try #require(Period(text))
        #expect(period.months == months)
        #expect(period.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", " ", "day", "0 days", "-1 day", "1.5 hours", "1,5 hours", "1", "1 fortnight",
        "1 day 2 hours", "101 years", "1201 months", "36501 days", "99999999 seconds",
        "12345678 s", "١ day", "one day", "1 month!", "+1 day", "1e3 s", "days 1", "1 dayss",
    ])
    func `anything else is refused`(text: String) {
        #expect(Period(text) == nil)
    }

    @Test(arguments: ["2 4 hours", "1 0 days", "1 d a y"])
    func `a count and a unit are each one word`(text: String) {
        #expect(Period(text) == nil)
    }

    @Test(arguments: [
        "1 second", "90 seconds", "1 minute", "90 minutes", "1 hour", "20 hours", "1 day",
        "3 days", "1 week", "2 weeks", "1 month", "5 months", "1 year", "2 years",
    ])
    func `a period prints as it is read`(text: String) throws {
        #expect(try #require(Period(text)).text == text)
    }

    @Test(arguments: [
        ("60 seconds", "1 minute"), ("24 hours", "1 day"), ("7 days", "1 week"),
        ("24 months", "2 years"), ("30 days", "30 days"), ("18 months", "18 months"),
    ])
    func `a period prints in the largest unit that divides it`(text: String, printed: String) throws
    {
        let period = try #require(Period(text))
        #expect(period.text == printed)
        #expect(Period(printed) == period)
    }

    @Test func `no time and mixed lengths print too`() {
        #expect(Period.zero.text == "0 ms")
        #expect(Period(months: 1, milliseconds: 5).text == "1 months 5 ms")
        #expect(Period.days(1) == Period.hours(24))
        #expect(Period.months(3).months == 3)
    }

    @Test func `the longest period added to any date of this century stays in the calendar`() throws
    {
        let longest = try #require(Period("\(Period.longestYears) years"))
        let last = try #require(Timestamp("2099-12-31T23:59:59.999Z"))
        #expect(last.adding(longest).text == "2199-12-31T23:59:59.999Z")
    }
}
