import FlowProgram

/// The lines of a flow's file that one step takes, and what became of the step.
struct StepBlock {
    enum State: String {
        case full, part, never

        /// Never colour alone.
        var sign: String {
            switch self {
            case .full: "✓"
            case .part: "◐"
            case .never: "✗"
            }
        }

        var words: String {
            switch self {
            case .full: "covered"
            case .part: "partly covered"
            case .never: "never entered"
            }
        }

        /// The state of a line that several steps share.
        static func together(_ states: [State]) -> State? {
            guard let first = states.first else { return nil }
            return states.allSatisfy { $0 == first } ? first : .part
        }
    }

    /// From 1.
    let lines: ClosedRange<Int>
    let state: State
    /// How often it was entered.
    let times: Int
    /// What is missing, in sentences.
    let gaps: [String]

    /// One block for each step: from its line to the next step's, without the blank lines and
    /// comments between them.
    static func blocks(
        of part: CoverageReport.FlowPart,
        _ report: CoverageReport,
        _ text: [String]
    ) -> [StepBlock] {
        let flow = report.program[part.flow]
        let starts = flow.steps.map(\.line)
        return flow.steps.enumerated().map { place, step in
            let next = starts.filter { $0 > step.line }.min() ?? text.count + 1
            let index = StepIndex(place)
            let point = FlowPoint(flow: part.flow, step: index, kind: .step)
            let gaps = CoverageReport.sentences(
                at: index,
                of: part.flow,
                report.coverage,
                report.program
            )
            let times = report.coverage[point]
            return StepBlock(
                lines: step.line...lastLine(from: step.line, before: next, text),
                state: times == 0 ? .never : gaps.isEmpty ? .full : .part,
                times: times,
                gaps: gaps
            )
        }
    }

    private static func lastLine(from first: Int, before next: Int, _ text: [String]) -> Int {
        var last = first
        guard text.indices.contains(first - 1) else { return last }
        let depth = indentation(text[first - 1])
        for number in first..<min(next, text.count + 1) where number > first {
            let line = text[number - 1]
            let words = line.trimmed
            if words.isEmpty || words.hasPrefix("#") { continue }
            // What stands no deeper than the step's name belongs to something else.
            guard indentation(line) > depth else { break }
            last = number
        }
        return last
    }

    private static func indentation(_ line: String) -> Int {
        line.prefix { $0 == " " }.count
    }
}
