/// What a diagnostic means, for people who meet it for the first time.
package struct Explanation: Hashable, Sendable {
    package let meaning: String
    package let example: String
    /// What to do about it.
    package let wayOut: String
}

extension DiagnosticCode {
    package var explanation: Explanation {
        guard let explanation = Self.explanations[rawValue] else {
            preconditionFailure("the code \(rawValue) has no explanation")
        }
        return explanation
    }

    /// The page `docs/diagnostics.md`.
    package static var reference: String {
        var page = """
            # Diagnostics

            What `parley check` can say, by the code it prints in brackets. An error keeps a flow
            from running; a warning does not.

            """
        for (title, codes) in groups {
            page += "\n## \(title)\n"
            for code in codes { page += code.entry }
        }
        return page
    }

    private var entry: String {
        let explanation = explanation
        return """

            ### `\(rawValue)`

            \(severity == .warning ? "Warning. " : "")\(explanation.meaning)

            ```
            \(explanation.example)
            ```

            \(explanation.wayOut)

            """
    }

    private static let sections: [(title: String, text: String)] = [
        ("Reading files", ReadingExplanations.text),
        ("Names", NameExplanations.text),
        ("Meaning", MeaningExplanations.text),
    ]

    private static let groups: [(title: String, codes: [DiagnosticCode])] =
        sections.map { section in
            (section.title, entries(section.text).compactMap { DiagnosticCode(rawValue: $0.code) })
        }

    private static let explanations: [String: Explanation] = Dictionary(
        sections.flatMap { entries($0.text) }.map { ($0.code, $0.explanation) }
    ) { first, _ in first }

    private static func entries(_ text: String) -> [(code: String, explanation: Explanation)] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.split(separator: "").map { entry in
            let parts = entry.map(String.init)
            precondition(parts.count == 4, "an explanation has four lines: \(parts)")
            return (
                parts[0], Explanation(meaning: parts[1], example: parts[2], wayOut: parts[3])
            )
        }
    }
}
