package import ModelChecker

/// What a run came to.
package struct SoundnessSummary: Sendable {
    /// Of one property, how many flows.
    struct Row: Sendable {
        var holds = 0
        var broken = 0
        var undecided = 0
        /// Of the broken ones, how many a random conversation also showed.
        var shown = 0
    }

    private(set) var judged = 0
    private(set) var rejected = 0
    private var rejections: [String: Int] = [:]
    private var situations = 0
    private var conversations = 0
    private var actions = 0
    private var rows: [PropertyID: Row] = [:]
    /// What refutes the checker, printed whole.
    package private(set) var refutations: [String] = []
    /// What kept the run from being one: the engine failed.
    package private(set) var problem: String?

    mutating func add(_ outcome: FlowTrial.Outcome) {
        switch outcome {
        case .rejected(let code):
            rejected += 1
            rejections[code, default: 0] += 1
        case .judged(let judgement):
            judged += 1
            situations += judgement.situations
            conversations += judgement.conversations
            actions += judgement.actions
            for (property, verdict) in judgement.verdicts {
                var row = rows[property] ?? Row()
                switch verdict {
                case .holds: row.holds += 1
                case .undecided: row.undecided += 1
                case .broken:
                    row.broken += 1
                    if judgement.seen.contains(property) { row.shown += 1 }
                }
                rows[property] = row
            }
        }
    }

    mutating func refute(_ text: String) { refutations.append(text) }
    mutating func fail(_ sentence: String) { problem = sentence }

    /// No property was seen broken that the checker says holds.
    package var isSound: Bool { refutations.isEmpty && problem == nil }

    /// Of the drafts, in a hundred, how many compile.
    package var acceptance: Int { judged * 100 / max(1, judged + rejected) }

    /// How often what the checker found broken was also seen in a conversation.
    package var shown: Int { rows.values.reduce(0) { $0 + $1.shown } }

    /// Properties that were never found broken, or never found to hold, which shows nothing of
    /// them.
    package var oneSided: [PropertyID] {
        FlowTrial.watched.filter { property in
            let row = rows[property] ?? Row()
            // This one the engine keeps, whatever a flow does.
            let canBreak = property != .withdrawalIsMonotone
            return row.holds == 0 || canBreak && row.broken == 0
        }
    }

    package var text: String {
        var lines = refutations
        if let problem { lines.append("the run ended early: \(problem)") }
        lines += [
            "",
            "\(judged) flows, \(situations) situations, \(conversations) conversations, "
                + "\(actions) actions",
            "\(rejected) drafts did not compile (\(acceptance) in a hundred did)",
        ]
        let most = rejections.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
        lines += most.map { "  \($0.value) × \($0.key)" }
        lines.append("property       holds  undecided  broken  seen in conversations")
        for property in FlowTrial.watched {
            let row = rows[property] ?? Row()
            let cells = [(row.holds, 14), (row.undecided, 11), (row.broken, 8), (row.shown, 8)]
            let numbers = cells.map { Self.pad("\($0.0)", to: $0.1) }.joined()
            lines.append(Self.fill(property.rawValue, to: 6) + numbers)
        }
        lines.append(
            isSound ? "nothing was seen that was ruled out" : "the checker is refuted, or the run"
        )
        return lines.joined(separator: "\n")
    }

    private static func pad(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    private static func fill(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
