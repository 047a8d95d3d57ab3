extension String {
    /// Characters of an author's text that a sentence may repeat.
    private static let quotedLimit = 60

    /// What an author wrote, in backticks and short enough for one line.
    var quoted: String {
        guard count > Self.quotedLimit else { return "`\(self)`" }
        return "`\(prefix(Self.quotedLimit - 1))…`"
    }
}

extension Sequence<String> {
    /// ``a``, ``b`` and ``c``, each quoted; `joining` stands before the last.
    func quotedList(_ joining: String) -> String {
        let quoted = map(\.quoted)
        guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " \(joining) " + last
    }
}
