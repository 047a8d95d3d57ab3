import Channels
import Clocks
import Testing

/// The waits between attempts.
struct RetryScheduleTests {
    /// Standard Webhooks 1.0.0, "Deliverability and reliability", "Time since start".
    private static let starts: [Int64] = [
        0, 5, 305, 2105, 9305, 27_305, 63_305, 113_705, 185_705, 272_105,
    ]

    @Test func `the published schedule has ten attempts in 75 hours and 35 minutes`() {
        var sum: Int64 = 0
        var starts: [Int64] = []
        for delay in RetrySchedule.standardWebhooks.delays {
            sum += delay.milliseconds / 1000
            starts.append(sum)
        }
        #expect(starts == Self.starts)
    }

    @Test func `after the last attempt there is none`() {
        let schedule = RetrySchedule.standardWebhooks
        #expect(schedule.delay(afterAttempt: 0, jitter: 1) == .zero)
        #expect(
            schedule.delay(afterAttempt: 1, jitter: 0) == Period(months: 0, milliseconds: 5000)
        )
        #expect(schedule.delay(afterAttempt: 9, jitter: 0) == .hours(24))
        #expect(schedule.delay(afterAttempt: 10, jitter: 0) == nil)
        #expect(schedule.delay(afterAttempt: .max, jitter: 0) == nil)
        #expect(RetrySchedule(delays: []).delay(afterAttempt: 0, jitter: 0) == nil)
    }

    @Test(arguments: [(0.0, 300_000), (0.5, 330_000), (1.0, 360_000)] as [(Double, Int64)])
    func `chance adds a fifth at most`(jitter: Double, milliseconds: Int64) {
        let delay = RetrySchedule.standardWebhooks.delay(afterAttempt: 2, jitter: jitter)
        #expect(delay == Period(months: 0, milliseconds: milliseconds))
    }
}
