package import Clocks

/// When something that failed is tried again: how long to wait before each attempt.
package struct RetrySchedule: Hashable, Sendable {
    /// The wait before the first attempt, the second, and so on: as many as there are attempts.
    package let delays: [Period]

    /// The most that chance adds to a wait, as a share of it.
    package static let longestJitter = 0.2

    package init(delays: [Period]) {
        precondition(
            delays.allSatisfy { $0.months == 0 && $0.milliseconds >= 0 },
            "a wait is an exact time, and not before the attempt it follows"
        )
        self.delays = delays
    }

    /// Standard Webhooks 1.0.0, "Deliverability and reliability": ten attempts in 75 hours and 35
    /// minutes, the first of them at once.
    package static let standardWebhooks = RetrySchedule(delays: [
        .zero, Period(months: 0, milliseconds: 5000), .minutes(5), .minutes(30), .hours(2),
        .hours(5), .hours(10), .hours(14), .hours(20), .hours(24),
    ])

    /// The wait after so many failed attempts (0 before the first); `nil` when that was the last.
    ///
    /// `jitter` is the caller's draw from 0 to 1. It only adds: nobody is asked earlier than the
    /// schedule says, and what failed together does not come back together.
    package func delay(afterAttempt attempt: Int, jitter: Double) -> Period? {
        precondition(attempt >= 0, "attempts count from 1")
        precondition((0...1).contains(jitter), "chance is a share from 0 to 1")
        guard attempt < delays.count else { return nil }
        let delay = delays[attempt].milliseconds
        let chance = Int64(Double(delay) * jitter * Self.longestJitter)
        return Period(months: 0, milliseconds: delay + chance)
    }
}
