import Clocks
import Testing

struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00.000Z", 0), ("1969-12-31T23:59:59.999Z", -1),
        ("2001-09-09T01:46:40.000Z", 1_000_000_000_000),
        ("2026-03-01T09:00:00.000Z", 1_772_355_600_000),
        ("1900-01-01T00:00:00.000Z", -2_208_988_800_000),
        ("0001-01-01T00:00:00.000Z", -62_135_596_800_000),
        ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
        ("2038-01-19T03:14:08.000Z", 2_147_483_648_000),
    ])
    func `an instant is written as RFC 3339 and read back`(text: String, milliseconds: Int64) {
        let instant = Timestamp(milliseconds: milliseconds)
        #expect(instant.text == text)
        #expect(Timestamp(text) == instant)
    }

    @Test func `instants drawn over the whole calendar are read back as they were`() {
        var state: UInt64 = 1
        for _ in 0..<5000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let span: UInt64 = 253_402_300_799_999 + 62_135_596_800_000
            let instant = Timestamp(milliseconds: Int64(state % span) - 62_135_596_800_000)
            #expect(Timestamp(instant.text) == instant)
            #expect(instant.date.daysSinceEpoch * 86_400_000 <= instant.milliseconds)
        }
    }

    @Test(arguments: [
        ("2026-03-01", "2026-03-01T00:00:00.000Z"),
        ("2026-03-01T09:00Z", "2026-03-01T09:00:00.000Z"),
        ("2026-03-01T09:00:05Z", "2026-03-01T09:00:05.000Z"),
        ("2026-03-01T09:00:05.1Z", "2026-03-01T09:00:05.100Z"),
        ("2026-03-01T09:00:05.12Z", "2026-03-01T09:00:05.120Z"),
        ("2026-03-01T09:00:05.123456789Z", "2026-03-01T09:00:05.123Z"),
        ("2026-03-01T09:00+02:00", "2026-03-01T07:00:00.000Z"),
        ("2026-03-01T00:30+01:00", "2026-02-28T23:30:00.000Z"),
        ("2026-02-28T23:30-01:00", "2026-03-01T00:30:00.000Z"),
        ("2026-03-01T09:00:00.5+05:45", "2026-03-01T03:15:00.500Z"),
        ("2026-03-01T09:00-00:00", "2026-03-01T09:00:00.000Z"),
    ])
    func `shorter forms and offsets mean the same instant`(text: String, canonical: String) {
        #expect(Timestamp(text)?.text == canonical)
    }

    @Test(arguments: [
        "", "T", "now", "2026-03-01T", "T09:00Z", "2026-03-01T09:00", "2026-03-01 09:00Z",
        "2026-03-01T9:00Z", "2026-03-01T24:00Z", "2026-03-01T09:60Z", "2026-03-01T09:00:60Z",
        "2026-03-01T09:00:05.Z", "2026-03-01T09:00:05.1234567890Z", "2026-03-01T09:00:5Z",
        "2026-03-01T09:00:05.1.2Z", "2026-03-01T09:00:05:06Z", "2026-03-01T09Z",
        "2026-03-01T09:00ZZ", "2026-03-01T09:00+0200", "2026-03-01T09:00+02",
        "2026-03-01T09:00+24:00", "2026-03-01T09:00+02:60", "2026-02-30T09:00Z",
        "2026-03-01T09:00:00.000Z ", " 2026-03-01T09:00Z", "2026-03-01t09:00z",
        "2026-03-01T09:00:00.0a0Z", "2026-03-01T٠٩:00Z",
    ])
    func `what is no instant is refused`(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test(arguments: [
        "2026-03-01T+9:00Z", "2026-03-01T09:+5Z", "2026-03-01T-0:00Z", "2026-03-01T09:00:+5Z",
        "2026-03-01T09:00++1:00", "2026-03-01T09:00+01:+5",
    ])
    func `a sign is no digit of a clock`(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test(arguments: [
        "2026-03-01T09:00+01::00", "2026-03-01T09:00+:01:00", "2026-03-01T09:00+01:00:",
        "T2026-03-01T09:00Z",
    ])
    func `an empty field is not passed over`(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test(arguments: [
        ("2026-01-31T10:00Z", "1 month", "2026-02-28T10:00:00.000Z"),
        ("2024-02-29T23:59Z", "1 year", "2025-02-28T23:59:00.000Z"),
        ("2026-03-28T12:00Z", "1 day", "2026-03-29T12:00:00.000Z"),
        ("2026-12-31T23:00Z", "2 hours", "2027-01-01T01:00:00.000Z"),
        ("1969-12-31T23:59Z", "1 minute", "1970-01-01T00:00:00.000Z"),
        ("1968-01-31T01:00Z", "25 months", "1970-02-28T01:00:00.000Z"),
        ("2026-03-01", "24 months", "2028-03-01T00:00:00.000Z"),
    ])
    func `a period is added on the calendar`(from: String, period: String, to: String) throws {
        let instant = try #require(Timestamp(from))
        #expect(instant.adding(try #require(Period(period))).text == to)
    }

    @Test func `months come before the exact remainder`() throws {
        let instant = try #require(Timestamp("2026-01-31"))
        let later = instant.adding(Period(months: 1, milliseconds: 86_400_000))
        #expect(later.text == "2026-03-01T00:00:00.000Z")
    }
}
