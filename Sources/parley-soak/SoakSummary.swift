import Foundation

/// What a run came to, for people and for scripts.
struct SoakSummary {
    let seed: UInt64
    let counts: [String: Int]
    /// What never happened, though it should have.
    let missing: [String]
    let elapsed: Duration
    let finding: Finding?
    /// The finding's events, with what each wrote to the log.
    let replay: [String]

    var isSound: Bool { finding == nil && missing.isEmpty }

    var text: String {
        var lines: [String] = []
        if let finding {
            lines += [
                "BROKEN: \(finding.breach)",
                "seed \(seed), conversation \(finding.plan.number), "
                    + "workspace `\(finding.workspace.name)`; the shortest that still breaks it:",
            ]
            lines += replay.map { "  \($0)" }
            lines.append("See it again: --seed \(seed) --only \(finding.plan.number)")
        }
        lines += ["", "\(counts["conversations", default: 0]) conversations in \(elapsed)"]
        lines += counts.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
        lines += missing.map { "NEVER HAPPENED: \($0)" }
        return lines.joined(separator: "\n")
    }

    private struct Form: Encodable {
        let seed: UInt64
        let isSound: Bool
        let seconds: Double
        let counts: [String: Int]
        let missing: [String]
        let invariant: String?
        let sentence: String?
        let conversation: Int?
        let workspace: String?
        let replay: [String]?
    }

    func json() throws -> String {
        let seconds = Double(elapsed / .milliseconds(1)) / 1000
        let form = Form(
            seed: seed,
            isSound: isSound,
            seconds: seconds,
            counts: counts,
            missing: missing,
            invariant: finding?.breach.invariant.rawValue,
            sentence: finding?.breach.sentence,
            conversation: finding?.plan.number,
            workspace: finding?.workspace.name,
            replay: finding == nil ? nil : replay
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(form), as: UTF8.self)
    }
}
