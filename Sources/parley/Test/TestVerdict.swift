import CommandLineSupport
import Simulator

/// What became of one transcript.
struct TestVerdict {
    enum Outcome: Equatable {
        case holds
        case differs([TranscriptPlayer.Mismatch], isRewritten: Bool)
        case unreadable(TranscriptError)
    }

    let file: String
    let outcome: Outcome
    let duration: Duration
    /// What it goes through, where somebody asks.
    let play: MutationRun.Play?

    // MARK: For people

    var text: [String] {
        let paint = Paint()
        switch outcome {
        case .holds: return ["\(paint("ok", .green))   \(file)"]
        case .unreadable(let error):
            return ["\(file):\(error.line): \(paint("error", .red)): \(error.sentence)"]
        case .differs(let mismatches, let isRewritten):
            let details = mismatches.flatMap { mismatch in
                ["  \(file):\(mismatch.line):"]
                    + mismatch.difference.map { "    \(Self.painted($0, paint))" }
            }
            return ["\(paint("fail", .red)) \(file)"] + details
                + (isRewritten ? ["  rewritten; read it before you keep it"] : [])
        }
    }

    private static func painted(_ line: String, _ paint: Paint) -> String {
        if line.hasPrefix("- ") { return paint(line, .red) }
        return line.hasPrefix("+ ") ? paint(line, .green) : line
    }

    // MARK: For programs

    var json: String {
        var fields = ["\"file\": \(JSONText.quoted(file))", "\"passed\": \(outcome == .holds)"]
        switch outcome {
        case .holds: break
        case .unreadable(let error):
            fields.append("\"line\": \(error.line)")
            fields.append("\"error\": \(JSONText.quoted(error.sentence))")
        case .differs(let mismatches, _):
            let items = mismatches.map { mismatch in
                "{\"line\": \(mismatch.line), \"expected\": \(Self.list(mismatch.expected)), "
                    + "\"actual\": \(Self.list(mismatch.actual))}"
            }
            fields.append("\"mismatches\": [\(items.joined(separator: ", "))]")
        }
        return "{\(fields.joined(separator: ", "))}"
    }

    private static func list(_ lines: [String]) -> String {
        "[\(lines.map(JSONText.quoted).joined(separator: ", "))]"
    }

    var junit: JUnitReport.Case {
        let outcome: JUnitReport.Case.Outcome
        switch self.outcome {
        case .holds: outcome = .passed
        case .unreadable(let error):
            outcome = .broken(message: "line \(error.line): \(error.sentence)")
        case .differs(let mismatches, _):
            let lines = mismatches.map {
                "line \($0.line):\n" + $0.difference.joined(separator: "\n")
            }
            let first = mismatches.first.map { "line \($0.line): " } ?? ""
            outcome = .failed(
                message: "\(first)what comes is not what the transcript says",
                details: lines.joined(separator: "\n")
            )
        }
        return JUnitReport.Case(path: file, duration: duration, outcome: outcome)
    }
}
