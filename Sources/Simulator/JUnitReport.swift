/// What became of transcripts, as CI systems read it.
///
/// Source: the JUnit XML that Ant began and Jenkins, GitLab and GitHub's reporters read: a suite
/// for each folder, a case for each transcript.
package struct JUnitReport: Sendable {
    package struct Case: Sendable {
        package enum Outcome: Hashable, Sendable {
            case passed
            /// What came is not what the transcript says: one line, and the difference.
            case failed(message: String, details: String)
            /// The transcript could not be played.
            case broken(message: String)
        }

        /// The transcript's path.
        package let path: String
        package let duration: Duration
        package let outcome: Outcome

        package init(path: String, duration: Duration, outcome: Outcome) {
            self.path = path
            self.duration = duration
            self.outcome = outcome
        }

        fileprivate var folder: String {
            path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        }

        fileprivate var name: String {
            path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
        }
    }

    private let cases: [Case]

    package init(_ cases: [Case]) {
        self.cases = cases
    }

    package var xml: String {
        var folders: [String] = []
        for one in cases where !folders.contains(one.folder) { folders.append(one.folder) }
        let suites = folders.map { folder -> String in
            let own = cases.filter { $0.folder == folder }
            return "<testsuite\(Self.attributes(of: own, name: folder))>\n"
                + own.map(Self.element).joined() + "</testsuite>\n"
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<testsuites\(Self.attributes(of: cases, name: "parley test"))>\n"
            + suites.joined() + "</testsuites>\n"
    }

    private static func attributes(of cases: [Case], name: String) -> String {
        var failures = 0
        var errors = 0
        for one in cases {
            switch one.outcome {
            case .passed: break
            case .failed: failures += 1
            case .broken: errors += 1
            }
        }
        let time = cases.reduce(Duration.zero) { $0 + $1.duration }
        return " name=\(quoted(name)) tests=\"\(cases.count)\" failures=\"\(failures)\""
            + " errors=\"\(errors)\" skipped=\"0\" time=\"\(seconds(time))\""
    }

    private static func element(_ one: Case) -> String {
        let opening =
            "<testcase name=\(quoted(one.name)) classname=\(quoted(one.folder))"
            + " time=\"\(seconds(one.duration))\""
        switch one.outcome {
        case .passed: return "\(opening)/>\n"
        case .failed(let message, let details):
            return "\(opening)>\n<failure message=\(quoted(message)) type=\"difference\">"
                + "\(MarkupText.escaped(details))</failure>\n</testcase>\n"
        case .broken(let message):
            return "\(opening)>\n<error message=\(quoted(message)) type=\"transcript\"/>\n"
                + "</testcase>\n"
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"\(MarkupText.escaped(text, inAttribute: true))\""
    }

    /// Seconds with milliseconds, whatever the machine's language.
    private static func seconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let digits = String(attoseconds / 1_000_000_000_000_000)
        return "\(seconds).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
    }
}
