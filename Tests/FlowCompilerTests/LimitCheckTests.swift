import FlowProgram
import Testing

/// Nothing is larger than the engine takes.
@Suite struct LimitCheckTests {
    @Test(arguments: [(Limits.deadlinesPerStep, false), (Limits.deadlinesPerStep + 1, true)])
    func `deadlines of a step are few`(count: Int, isRefused: Bool) {
        let rows = (1...count).map { "\($0) hours: two" }.joined(separator: ", ")
        #expect(
            findings(
                flow: """
                    steps:
                      1️⃣one: { say: { en: A, de: B }, choose: { agree: two }, after: { \(rows) } }
                      two: { end: done }
                    """
            ) == (isRefused ? ["1️⃣ limit-exceeded"] : [])
        )
    }

    @Test(arguments: [(Limits.slotsPerFlow, false), (Limits.slotsPerFlow + 1, true)])
    func `slots of a flow are few`(count: Int, isRefused: Bool) {
        let rows = (1...count).map { place in
            let marker = place == Limits.slotsPerFlow + 1 ? "1️⃣" : ""
            return "  \(marker)s\(place): { type: text, keep: 1 day }\n"
        }
        #expect(
            findings(flow: "slots:\n\(rows.joined())steps:\n  one: { end: done }\n")
                == (isRefused ? ["1️⃣ limit-exceeded"] : [])
        )
    }
}
