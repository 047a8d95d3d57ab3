import Clocks
import Consent
import FlowProgram

/// How long the conversations of a program wait for anything.
struct WaitingTimes {
    /// Milliseconds after which no conversation waits for an answer any more.
    let horizon: Int64
    /// Whether something is waited for until after a silent conversation is given up.
    let outlastSilence: Bool

    private static let start = Timestamp(milliseconds: 0)

    init(_ program: Program) {
        var found: [Int64] = []
        for step in program.flows.flatMap(\.steps) {
            for deadline in step.deadlines { found.append(Self.length(of: deadline.period)) }
            if case .wait(let period, _) = step.exit { found.append(Self.length(of: period)) }
        }
        outlastSilence = found.contains { $0 > Self.length(of: program.sessionIdle) }
        for window in program.channels.compactMap(\.window) {
            found.append(Self.length(of: window))
        }
        for law in program.laws { found.append(Self.length(of: law.confirmWithin)) }
        let day = Self.length(of: .days(1))
        horizon = 2 * max(found.max() ?? day, day)
    }

    private static func length(of period: Period) -> Int64 {
        start.adding(period).milliseconds
    }
}
