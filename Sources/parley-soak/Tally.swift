/// Counts what happened, so that a run in which nothing happened shows.
final class Tally {
    private(set) var counts: [String: Int] = [:]

    func count(_ name: String, _ times: Int = 1) {
        counts[name, default: 0] += times
    }

    func add(_ other: [String: Int]) {
        counts.merge(other, uniquingKeysWith: +)
    }

    /// What must have happened at least once in a run that proves anything.
    static let required: [String] =
        SoakEvent.kinds.sorted().map { "event: \($0)" } + [
            "consents given", "consent given", "consent renewed", "consent requested",
            "consent refused", "consent deferred", "consent expired", "consent invalidated",
            "consent revoked", "consent withdrawn", "STOP", "STOP again", "perhaps STOP",
            "opted out", "opted in", "persons joined", "numbers changed", "erased", "crashes",
            "faults met", "reloads", "duplicate refused", "deliveries",
            "deliveries for a purpose", "withheld at dispatch", "timers", "conversations",
        ]

    /// Which of these never happened.
    var missing: [String] { Self.required.filter { counts[$0, default: 0] == 0 } }
}
