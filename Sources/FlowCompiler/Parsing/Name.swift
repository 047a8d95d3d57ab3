/// The form of every name an author chooses: `[a-z][a-z0-9-]*`.
enum Name {
    static let limit = 64

    static func isValid(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, isLetter(first) else { return false }
        return text.utf8.count <= limit && text.unicodeScalars.allSatisfy(isPart)
    }

    /// Reports a name that has not that form; `what` is the kind of thing it names.
    static func check(
        _ name: Located<String>,
        _ what: String,
        into diagnostics: inout Diagnostics
    ) {
        guard !isValid(name.value) else { return }
        let sentence: String
        if name.value.isEmpty {
            sentence = "a \(what) needs a name"
        } else if name.value.utf8.count > limit {
            sentence = "the \(what) name \(name.value.quoted) is longer than \(limit) characters"
        } else {
            sentence = "\(name.value.quoted) is no name for \(what)"
        }
        let repaired = repaired(name.value)
        let help =
            isValid(repaired)
            ? "write \(repaired.quoted)"
            : "a name has lowercase letters, digits and hyphens, and begins with a letter"
        diagnostics.report(.invalidName, at: name.span, sentence, help: help)
    }

    /// The nearest valid name: `Ask Name` and `ask_name` become `ask-name`.
    private static func repaired(_ text: String) -> String {
        var parts: [String] = [""]
        for scalar in text.lowercased().unicodeScalars.prefix(limit) {
            if isLetter(scalar) || ("0"..."9").contains(scalar) {
                parts[parts.count - 1].unicodeScalars.append(scalar)
            } else if parts.last?.isEmpty == false {
                parts.append("")
            }
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "-")
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar)
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        isLetter(scalar) || ("0"..."9").contains(scalar) || scalar == "-"
    }
}

extension Located<String> {
    /// Stands for a name that is missing or unreadable and was reported; later stages pass it over.
    static func reported(at span: SourceSpan) -> Located<String> { Located("", span) }
}
