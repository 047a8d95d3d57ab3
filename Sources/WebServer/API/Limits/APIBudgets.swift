/// How many requests there may be in how long a time.
package struct APIBudgets: Hashable, Sendable {
    /// Seconds that every budget is counted over.
    static let windowSeconds = 60
    /// Requests a minute that any budget may be set to.
    package static let perMinute = 1...1_000_000

    private let requests: Int

    /// 600 requests a minute to read and to send, a tenth of that for all else.
    package static let standard = APIBudgets(requests: 600)

    private init(requests: Int) {
        self.requests = requests
    }

    /// Takes how many requests a minute one key may send or read; `nil` for a number out of bounds.
    package init?(requestsPerMinute: Int) {
        guard Self.perMinute.contains(requestsPerMinute) else { return nil }
        self.init(requests: requestsPerMinute)
    }

    package func quota(of budget: Budget) -> Quota {
        let requests =
            switch budget {
            case .read, .send: requests
            case .rights, .manage, .failures: max(1, requests / 10)
            }
        return Quota(name: budget.rawValue, requests: requests, seconds: Self.windowSeconds)
    }
}
