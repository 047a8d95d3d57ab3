import Consent

/// How well the matcher's answers meet the labels of some texts.
struct CommandScore {
    private(set) var texts = 0
    private(set) var definite = Hits()
    private(set) var definiteOrProbable = Hits()
    /// Texts said to be definite that are labelled otherwise.
    private(set) var falseDefinites: [String] = []
    /// Texts taken for STOP in any degree that are none, or the other way round.
    private(set) var misses: [String] = []

    struct Hits {
        private(set) var said = 0
        private(set) var labelled = 0
        private(set) var both = 0

        var precision: Double { said == 0 ? 1 : Double(both) / Double(said) }
        var recall: Double { labelled == 0 ? 1 : Double(both) / Double(labelled) }

        fileprivate mutating func count(said isSaid: Bool, labelled isLabelled: Bool) {
            if isSaid { said += 1 }
            if isLabelled { labelled += 1 }
            if isSaid, isLabelled { both += 1 }
        }
    }

    /// `knowsLanguage` gives the matcher the language of each text, as an engine does that knows
    /// the contact's.
    init(_ cases: [CommandCorpus.Case], knowsLanguage: Bool) {
        for example in cases { count(example, knowsLanguage) }
    }

    private mutating func count(_ example: CommandCorpus.Case, _ knowsLanguage: Bool) {
        let context = CommandContext(language: knowsLanguage ? example.language : nil)
        let decision = CommandMatcher.standard.decide(example.text, context: context)
        let said = decision.command == .stop ? decision.certainty : .none
        let line = "[\(example.language)] \(example.label) said \(said): \(example.text)"
        texts += 1
        definite.count(said: said == .definite, labelled: example.label == .definite)
        definiteOrProbable.count(said: said != .none, labelled: example.label != .none)
        if said == .definite, example.label != .definite { falseDefinites.append(line) }
        if (said == .none) != (example.label == .none) { misses.append(line) }
    }

    /// One line for each language and one for all, with the misses below.
    static func table(_ cases: [CommandCorpus.Case], _ title: String) -> String {
        var languages: [String] = []
        for example in cases where !languages.contains(example.language) {
            languages.append(example.language)
        }
        var lines = ["\(title)", "  language  texts   definite         definite or probable"]
        lines.append("                    precision recall precision recall")
        for language in languages {
            let own = cases.filter { $0.language == language }
            lines.append(CommandScore(own, knowsLanguage: true).line(language))
        }
        let all = CommandScore(cases, knowsLanguage: true)
        lines.append(all.line("all"))
        lines.append(CommandScore(cases, knowsLanguage: false).line("no hint"))
        lines.append("  STOP and not, mixed up:")
        return (lines + all.misses.map { "    \($0)" }).joined(separator: "\n") + "\n"
    }

    private func line(_ name: String) -> String {
        let figures = [
            definite.precision, definite.recall, definiteOrProbable.precision,
            definiteOrProbable.recall,
        ]
        let columns = figures.map { Self.right(Self.thousandths($0), 9) }.joined()
        return "  \(Self.left(name, 9))\(Self.right("\(texts)", 6)) \(columns)"
    }

    private static func thousandths(_ share: Double) -> String {
        let value = Int((share * 1000).rounded(.down))
        let digits = "\(value % 1000)"
        return "\(value / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }

    private static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
