import ConversationRuntime
import FlowCompiler
import FlowProgram
package import ModelChecker
import Simulator

/// A workspace written to be misjudged: one conversation breaks a property, by a way that an
/// exploration easily overlooks.
///
/// Random flows seldom come by such a way; each of these does.
package struct DirectedCase: Sendable, CustomStringConvertible {
    package let description: String
    /// What the conversation breaks.
    package let property: PropertyID
    let sources: WorkspaceSources
    /// The lines of a transcript, without what comes of them.
    let conversation: [String]

    package struct Problem: Error, CustomStringConvertible {
        package let description: String
    }

    package struct Result: Sendable {
        /// The conversation shows what it is written to show.
        package let isShown: Bool
        package let verdict: ModelReport.Verdict
        package let transcript: String
    }

    /// Checks the workspace, and holds the conversation.
    package func run(limit: Int) async throws -> Result {
        let compilation = WorkspaceCompiler.compile(sources)
        guard let program = compilation.program else {
            let problems = compilation.errors.map { "\($0.span): \($0.sentence)" }
            throw Problem(description: problems.joined(separator: "; "))
        }
        let header = Transcript.Header(flow: nil, locale: program[.source])
        var held = try Conversation(program, sources, header)
        for line in conversation {
            guard let action = ChatAction(line: line) else {
                throw Problem(description: "`\(line)` is no action")
            }
            try await held.perform(action)
        }
        return Result(
            isShown: held.sightings.contains { $0.property == property },
            verdict: ModelChecker(program: program, limit: limit).check().verdict(on: property),
            transcript: held.transcript.joined(separator: "\n")
        )
    }
}

extension DirectedCase {
    /// Those that the checker has to find.
    package static let all = ofPurposes + ofTime + ofLots
}

// How the cases are written down.
extension DirectedCase {
    /// The rules of the purposes, and of the channel.
    struct Rules {
        var news = ""
        var alerts = ""
        var channel = ""
    }

    init(
        _ description: String,
        breaks property: PropertyID,
        _ rules: Rules = Rules(),
        flows: [String: String],
        by conversation: [String]
    ) {
        self.description = description
        self.property = property
        self.conversation = conversation
        var files = [
            SourceFile(path: "parley.yaml", text: Self.settings(rules)),
            SourceFile(path: "locales/en.yaml", text: Self.texts),
        ]
        let all = flows.merging(["stop": Self.stop]) { own, _ in own }
        for (name, body) in all.sorted(by: { $0.key < $1.key }) {
            files.append(SourceFile(path: "flows/\(name).yaml", text: "flow: \(name)\n\(body)"))
        }
        sources = WorkspaceSources(files: files)
    }

    /// Ends a question that waits for an hour.
    static let ends = "unclear: { times: 1, then: out }, after: { 1 hour: out }"

    /// The steps of a double opt-in from `ask` on; `then` is what follows the yes.
    static func optIn(
        _ purpose: String,
        _ notice: String,
        then end: String = "end: over",
        waits period: String = "1 hour"
    ) -> String {
        let wish = "\(purpose): { request: \(purpose), then: show }"
        return """
              ask: { say: { en: Well? }, choose: { \(wish), back: out }, \(ends) }
              show:
                notice: \(notice)
                choose: { agree: { confirm: \(purpose), \(end) }, back: out }
                unclear: { times: 1, then: out }
                after: { \(period): out }
              out: { lapse: \(purpose), end: over }

            """
    }

    /// A step that always breaks V1.
    static let bad = "  bad: { say: { en: Bad. }, for: news, end: over }\n"
    /// The way out of a flow without a request.
    static let out = "  out: { end: over }\n"

    private static let stop = """
        command: stop
        steps:
          stopped: { say: { en: You hear no more. }, end: stopped }

        """

    private static func settings(_ rules: Rules) -> String {
        """
        controller: { name: Example, address: Street 1, contact: a@example.com, country: DE }
        locales: [en]
        purposes:
          news: { opt-in: double, marketing: true, notice: privacy\(rules.news) }
          alerts: { opt-in: double, notice: terms\(rules.alerts) }
        notices: { privacy: { version: 1 }, terms: { version: 1 } }
        channels:
          chat: { provider: test, flow: main, quiet-hours: false\(rules.channel) }

        """
    }

    private static let texts = """
        messages: {}
        choices:
          agree: { label: I agree, words: [agree] }
          back: { label: Back, words: [return] }
          decline: { label: No thanks, words: [never] }
          news: { label: News, words: [newsletter] }
          alerts: { label: Alerts, words: [alarm] }
        words: { hello: [hello], other: [other], yes: [yes], no: [no] }
        purposes: { news: our news, alerts: our alerts }
        notices: { privacy@1: "Privacy at {controller}.", terms@1: "Terms of {controller}." }

        """
}
