package import Clocks

/// A bucket that a request takes a token from, and that fills again evenly.
package struct TokenBucket: Hashable, Sendable {
    private var tokens: Double
    private var filledAt: Timestamp

    /// A full one.
    package init(_ quota: Quota, at now: Timestamp) {
        tokens = Double(quota.requests)
        filledAt = now
    }

    /// What is left after a request, or how long there is nothing.
    package struct Reading: Hashable, Sendable {
        package let isAllowed: Bool
        /// Whole tokens that are left.
        package let left: Int
        /// Seconds until the bucket is full again, rounded up.
        package let secondsToFull: Int
        /// Seconds until there is a token, rounded up; 0 when there is one.
        package let secondsToNext: Int
    }

    /// Takes a token, if there is one; a clock that was set back adds none.
    package mutating func take(_ quota: Quota, at now: Timestamp) -> Reading {
        fill(quota, at: now)
        let isAllowed = tokens >= 1
        if isAllowed { tokens -= 1 }
        return reading(quota, isAllowed)
    }

    /// Whether it is as good as a new one.
    package func isFull(_ quota: Quota, at now: Timestamp) -> Bool {
        var filled = self
        filled.fill(quota, at: now)
        return filled.tokens >= Double(quota.requests)
    }

    private mutating func fill(_ quota: Quota, at now: Timestamp) {
        let elapsed = Double(max(0, now.milliseconds - filledAt.milliseconds)) / 1000
        tokens = min(Double(quota.requests), tokens + elapsed * Self.rate(quota))
        filledAt = now
    }

    private func reading(_ quota: Quota, _ isAllowed: Bool) -> Reading {
        let rate = Self.rate(quota)
        return Reading(
            isAllowed: isAllowed,
            left: Int(tokens),
            secondsToFull: Int(((Double(quota.requests) - tokens) / rate).rounded(.up)),
            secondsToNext: tokens >= 1 ? 0 : Int(((1 - tokens) / rate).rounded(.up))
        )
    }

    private static func rate(_ quota: Quota) -> Double {
        Double(quota.requests) / Double(quota.seconds)
    }
}
