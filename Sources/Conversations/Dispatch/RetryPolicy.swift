package import Clocks

/// When a message that could not be handed over is tried again, and when it is given up.
package struct RetryPolicy: Hashable, Sendable {
    /// The wait after the first attempt, after the second, and so on; after the last, no more.
    package let delays: [Period]

    package init(delays: [Period]) {
        precondition(!delays.isEmpty, "a message is tried more than once")
        self.delays = delays
    }

    /// Quick at first, for what passes by itself; over three days in all, for a provider that is
    /// down over a weekend.
    ///
    /// From the second on as Standard Webhooks 1.0.0 publishes it.
    package static let standard = RetryPolicy(
        delays: [
            .seconds(1), .seconds(5), .minutes(5), .minutes(30), .hours(2), .hours(5), .hours(10),
            .hours(14), .hours(20), .hours(24),
        ]
    )

    /// The wait after so many attempts, made longer by up to a fifth; `nil` to give up.
    ///
    /// Without the spread, everything that failed together would come back together.
    package func delay(after attempts: Int, jitter: UInt64) -> Period? {
        guard attempts > 0, attempts <= delays.count else { return nil }
        let delay = delays[attempts - 1].milliseconds
        return Period(months: 0, milliseconds: delay + Int64(jitter % UInt64(delay / 5 + 1)))
    }

    /// The wait for a provider that is asked too fast: 4 to the power of the attempt, in seconds,
    /// as WhatsApp asks for its limit for one contact; never more than 20 minutes.
    package static func slowingDown(_ attempts: Int, jitter: UInt64) -> Period {
        let seconds = Int64(1) << Int64(2 * min(max(attempts, 1), 5))
        return Period(months: 0, milliseconds: seconds * 1000 + Int64(jitter % 1000))
    }
}

extension Period {
    package static func seconds(_ count: Int64) -> Period {
        Period(months: 0, milliseconds: count * 1000)
    }
}
