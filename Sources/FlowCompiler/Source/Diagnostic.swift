/// Something wrong, or doubtful, in a workspace.
///
/// The code is stable and has a page in `docs/diagnostics.md`; the sentence says what is wrong,
/// the help what to do about it.
package struct Diagnostic: Sendable, Hashable {
    package enum Severity: String, Sendable, Hashable, Comparable {
        case error, warning

        package static func < (left: Severity, right: Severity) -> Bool {
            left == .error && right == .warning
        }
    }

    package let code: DiagnosticCode
    package let span: SourceSpan
    /// Lowercase start, no full stop, what the author wrote in backticks.
    package let sentence: String
    /// A way out, such as ``did you mean `confirm`?``.
    package let help: String?

    package var severity: Severity { code.severity }

    package init(
        _ code: DiagnosticCode,
        at span: SourceSpan,
        _ sentence: String,
        help: String? = nil
    ) {
        self.code = code
        self.span = span
        self.sentence = sentence
        self.help = help
    }
}

/// Gathers diagnostics in the order of their places.
package struct Diagnostics: Sendable {
    /// More of one severity are not kept: nobody reads them.
    ///
    /// Warnings never crowd out an error.
    package static let limit = 100

    private var found: [Diagnostic] = []

    package init() {}

    package mutating func report(_ diagnostic: Diagnostic) {
        let alike = found.count { $0.severity == diagnostic.severity }
        guard alike < Self.limit else { return }
        found.append(diagnostic)
    }

    package mutating func report(
        _ code: DiagnosticCode,
        at span: SourceSpan,
        _ sentence: String,
        help: String? = nil
    ) {
        report(Diagnostic(code, at: span, sentence, help: help))
    }

    /// In the order of file, line and column, each once.
    package var sorted: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return
            found
            .sorted { ($0.span, $0.severity, $0.code) < ($1.span, $1.severity, $1.code) }
            .filter { seen.insert($0).inserted }
    }

    package var hasErrors: Bool { found.contains { $0.severity == .error } }
}
