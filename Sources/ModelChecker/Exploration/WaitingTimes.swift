import Clocks
import Consent
import FlowProgram

/// How long the conversations of a program wait for anything.
struct WaitingTimes {
    /// Milliseconds, the shortest first, without repetitions.
    let periods: [Int64]
    /// Milliseconds after which no conversation waits for an answer any more.
    let horizon: Int64

    private static let start = Timestamp(milliseconds: 0)

    init(_ program: Program) {
        var found: Set<Int64> = []
        for step in program.flows.flatMap(\.steps) {
            for deadline in step.deadlines { found.insert(Self.length(of: deadline.period)) }
            if case .wait(let period, _) = step.exit { found.insert(Self.length(of: period)) }
        }
        for window in program.channels.compactMap(\.window) {
            found.insert(Self.length(of: window))
        }
        for law in program.laws { found.insert(Self.length(of: law.confirmWithin)) }
        periods = found.sorted()
        let day = Self.length(of: .days(1))
        let windows = program.laws.map { Self.length(of: $0.confirmWithin) }
        horizon = 2 * max(found.max() ?? day, windows.max() ?? day, day)
    }

    /// Between which of the waiting times a distance lies: an odd number for one of them.
    func `class`(of distance: Int64) -> Int {
        // A moment before is not yet there, and as good as there.
        let shorter = periods.count { $0 <= distance + 1000 }
        guard shorter > 0, distance < periods[shorter - 1] + 1000 else { return 2 * shorter }
        return 2 * shorter - 1
    }

    private static func length(of period: Period) -> Int64 {
        start.adding(period).milliseconds
    }
}
