package import Clocks
import Synchronization

/// Counts requests by who sends them, for as many senders as fit in a bounded memory.
package final class RateLimiter: Sendable {
    /// Senders counted apart; beyond that all further ones share what one may.
    package static let senderLimit = 10_000

    /// Who is counted.
    private struct Sender: Hashable {
        let budget: Budget
        /// A key's public part, or the part of the net an attempt came from; empty for all for whom
        /// there is no room.
        let name: String
    }

    private struct State {
        var buckets: [Sender: TokenBucket] = [:]
        var sweptAt: Timestamp?
    }

    /// Between two searches for senders that can be forgotten.
    private static let sweepEvery = Period.minutes(1)

    private let budgets: APIBudgets
    private let state = Mutex(State())

    package init(_ budgets: APIBudgets) {
        self.budgets = budgets
    }

    /// What a sender has left of a budget once this request is counted.
    package func take(_ budget: Budget, by name: String, at now: Timestamp) -> RateReading {
        let quota = budgets.quota(of: budget)
        let reading = state.withLock { state in
            let sender = place(of: Sender(budget: budget, name: name), in: &state, at: now)
            return state.buckets[sender, default: TokenBucket(quota, at: now)]
                .take(quota, at: now)
        }
        return RateReading(quota: quota, reading: reading)
    }

    /// Where a sender is counted; those who have everything again are forgotten to make room.
    private func place(
        of sender: Sender,
        in state: inout State,
        at now: Timestamp
    ) -> Sender {
        guard state.buckets[sender] == nil, state.buckets.count >= Self.senderLimit else {
            return sender
        }
        if state.sweptAt.map({ $0.adding(Self.sweepEvery) <= now }) ?? true {
            state.sweptAt = now
            state.buckets = state.buckets.filter { other, bucket in
                !bucket.isFull(budgets.quota(of: other.budget), at: now)
            }
        }
        let isFull = state.buckets.count >= Self.senderLimit
        return isFull ? Sender(budget: sender.budget, name: "") : sender
    }
}
