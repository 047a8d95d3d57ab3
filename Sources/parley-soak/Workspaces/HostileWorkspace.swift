import FlowCompiler

/// Workspaces written to break the rules.
///
/// Their flows send without asking, confirm without a request, nag, ask by themselves, and answer
/// STOP with anything but silence.
enum HostileWorkspace {
    static func all() throws(SoakWorkspace.Problem) -> [SoakWorkspace] {
        [
            try make("hostile-flows", HostileFlows.politeCommands),
            try make("hostile-commands", HostileFlows.hostileCommands),
            try make("broken-stop", HostileFlows.brokenCommands),
        ]
    }

    private static func make(
        _ name: String,
        _ commands: [String: String]
    ) throws(SoakWorkspace.Problem) -> SoakWorkspace {
        try SoakWorkspace(name, sources(commands, version: "1"), sources(commands, version: "2"))
    }

    private static func sources(
        _ commands: [String: String],
        version: String
    ) -> WorkspaceSources {
        var files = [
            SourceFile(path: "parley.yaml", text: settings(version)),
            SourceFile(path: "locales/en.yaml", text: english(version)),
            SourceFile(path: "locales/de.yaml", text: german(version)),
        ]
        let flows = HostileFlows.flows.merging(commands) { _, given in given }
        for (name, text) in flows.sorted(by: { $0.key < $1.key }) {
            files.append(SourceFile(path: "flows/\(name).yaml", text: text))
        }
        return WorkspaceSources(files: files)
    }

    /// Short windows and rests, so that a conversation of thirty events meets all of them.
    static func settings(_ version: String, flow: String = "menu") -> String {
        """
        controller: { name: Example, address: Street 1, contact: a@example.com, country: DE }
        locales: [en, de]
        purposes:
          news:
            opt-in: double
            marketing: true
            notice: privacy
            confirm-within: 1 day
            lapses-after: 30 days
            ask-again-after: 1 hour
          alerts:
            opt-in: single
            notice: terms
            confirm-within: 2 days
            lapses-after: 10 days
            ask-again-after: 1 hour
            on-new-notice: renew
        notices:
          privacy: { version: \(version) }
          terms: { version: \(version) }
        channels:
          chat: { provider: test, flow: \(flow), quiet-hours: false }
          sms: { provider: test, flow: \(flow), quiet-hours: false }
        """
    }

    static func english(_ version: String) -> String {
        """
        messages: {}
        choices:
          agree: { label: I agree, words: [agree, yes] }
          decline: { label: No thanks, words: [no, never] }
          news: { label: News, words: [newsletter] }
          alerts: { label: Alerts, words: [alarm] }
        words: { hello: [hello], yes: [yes], no: [no] }
        purposes: { news: our news, alerts: our alerts }
        notices:
          privacy@\(version): "Privacy of {controller}, edition \(version)."
          terms@\(version): "Terms of {controller}, edition \(version)."
        """
    }

    static func german(_ version: String) -> String {
        """
        messages: {}
        choices:
          agree: { label: Ich stimme zu, words: [einverstanden, ja] }
          decline: { label: Nein danke, words: [nein] }
          news: { label: Neues, words: [neuigkeiten] }
          alerts: { label: Hinweise, words: [hinweis] }
        words: { hello: [hallo], yes: [ja], no: [nein] }
        purposes: { news: unser Neues, alerts: unsere Hinweise }
        notices:
          privacy@\(version): "Datenschutz bei {controller}, Ausgabe \(version)."
          terms@\(version): "Bedingungen von {controller}, Ausgabe \(version)."
        """
    }
}
