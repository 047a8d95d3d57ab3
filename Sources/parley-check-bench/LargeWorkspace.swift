import FlowCompiler

/// A flow as large as anybody writes one, in many languages.
enum LargeWorkspace {
    private static let tags = ["en", "de", "fr", "es", "pl", "ar", "it", "nl", "pt", "cs"]

    /// One flow of questions, each with two answers and a deadline, and an opt-in at its end.
    static func sources(steps: Int, locales: Int) -> WorkspaceSources {
        let tags = Array(tags.prefix(locales))
        func each(_ text: (String) -> String) -> String {
            "{ " + tags.map { "\($0): \"\(text($0))\"" }.joined(separator: ", ") + " }"
        }
        var flow = "flow: large\nsteps:\n"
        for step in 0..<steps {
            let next = step + 1 < steps ? "s\(step + 1)" : "over"
            flow += """
                  s\(step):
                    say: \(each { "Question \(step) in \($0)" })
                    choose:
                      yes-\(step): { then: \(next), label: \(each { "Yes \(step) \($0)" }) }
                      no-\(step): { then: over, label: \(each { "No \(step) \($0)" }) }
                    unclear: { times: 1, then: over }
                    after: { 1 day: over }

                """
        }
        flow += "  over: { end: done }\n"
        let settings = """
            controller: { name: Acme, address: Street 1, contact: a@acme.example, country: DE }
            locales: [\(tags.joined(separator: ", "))]
            purposes:
              news: { opt-in: double, notice: privacy }
            notices:
              privacy: { version: 2026-03 }
            channels:
              chat: { provider: test, flow: large, window: 24 hours }
            """
        let stop = """
            flow: goodbye
            command: stop
            steps:
              bye: { say: \(each { "Bye \($0)" }), end: done }
            """
        var files = [
            SourceFile(path: "parley.yaml", text: settings),
            SourceFile(path: "flows/large.yaml", text: flow),
            SourceFile(path: "flows/goodbye.yaml", text: stop),
        ]
        for tag in tags {
            let texts = "notices:\n  privacy@2026-03: We are Acme.\npurposes:\n  news: our news\n"
            files.append(SourceFile(path: "locales/\(tag).yaml", text: texts))
        }
        return WorkspaceSources(files: files)
    }
}
