import FlowProgram

/// Coverage as an lcov tracefile: a line for each step, a branch for each edge and each timer.
///
/// Source: geninfo(1), “FILES”. The texts of a step in each language have no place in it.
package enum LCOVReport {
    /// `folder` is put before the paths of the flows; `.` is nothing.
    package static func text(of report: CoverageReport, in folder: String = ".") -> String {
        let hasSlash = folder.hasSuffix("/")
        let prefix = [".", "./", ""].contains(folder) ? "" : hasSlash ? folder : "\(folder)/"
        return report.flows.map { record(of: $0, report, prefix) }.joined()
    }

    private static func record(
        of part: CoverageReport.FlowPart,
        _ report: CoverageReport,
        _ prefix: String
    ) -> String {
        let flow = report.program[part.flow]
        var entered: [Int: Int] = [:]
        var branches: [(line: Int, text: String, isTaken: Bool)] = []
        for (place, step) in flow.steps.enumerated() {
            func count(_ kind: FlowPoint.Kind) -> Int {
                let index = StepIndex(place)
                return report.coverage[FlowPoint(flow: part.flow, step: index, kind: kind)]
            }
            let times = count(.step)
            // Steps that share a line are one line to those who read this.
            entered[step.line, default: 0] += times
            let ways =
                step.edges.map { FlowPoint.Kind.edge($0) } + step.timers.map { .timer($0) }
            for (number, way) in ways.enumerated() {
                let taken = times == 0 ? "-" : String(count(way))
                branches.append(
                    (
                        line: step.line,
                        text: "BRDA:\(step.line),\(place),\(number),\(taken)",
                        isTaken: count(way) > 0
                    )
                )
            }
        }
        let lines = entered.sorted { $0.key < $1.key }
        let text =
            ["TN:", "SF:\(prefix)\(part.path)"] + branches.map(\.text)
            + ["BRF:\(branches.count)", "BRH:\(branches.count(where: \.isTaken))"]
            + lines.map { "DA:\($0.key),\($0.value)" }
            + ["LF:\(lines.count)", "LH:\(lines.count { $0.value > 0 })", "end_of_record"]
        return text.joined(separator: "\n") + "\n"
    }
}
