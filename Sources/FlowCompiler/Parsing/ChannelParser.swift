/// Reads a channel of `parley.yaml`.
enum ChannelParser {
    private static let keys: [String] = [
        "provider", "flow", "window", "vendor", "quiet-hours", "sender", "account", "api",
        "messages-per-second", "templates",
    ]
    /// What a provider may take at most; Meta raises a busy number to 1 000.
    static let rates = 1...1000

    static func channel(
        _ name: Located<String>,
        _ node: YAMLNode,
        into diagnostics: inout Diagnostics
    ) -> ChannelSyntax {
        Name.check(name, "channel", into: &diagnostics)
        let missing = Located<String>.reported(at: name.span)
        let reader = MappingReader(
            node,
            "channel \(name.value.quoted)",
            known: keys,
            place: name.span,
            into: &diagnostics
        )
        return ChannelSyntax(
            name: name,
            provider: reader?.requiredText("provider", into: &diagnostics) ?? missing,
            flow: reader?.text("flow", into: &diagnostics),
            window: reader?.period("window", into: &diagnostics),
            vendor: reader?.text("vendor", into: &diagnostics),
            keepsQuietHours: reader?.truth("quiet-hours", into: &diagnostics) ?? true,
            sender: reader?.text("sender", into: &diagnostics),
            account: reader?.text("account", into: &diagnostics),
            api: reader?.text("api", into: &diagnostics),
            messagesPerSecond: reader?.number("messages-per-second", rates, into: &diagnostics),
            templates: templates(reader, into: &diagnostics)
        )
    }

    private static func templates(
        _ reader: MappingReader?,
        into diagnostics: inout Diagnostics
    ) -> [TemplateUseSyntax] {
        guard let (_, node) = reader?.entry("templates"),
            let entries = MappingReader.entries(node, "`templates`", into: &diagnostics)
        else { return [] }
        return entries.compactMap { key, node in
            guard
                let template = MappingReader(
                    node,
                    "template \(key.value.quoted)",
                    known: ["name", "parameters"],
                    place: key.span,
                    into: &diagnostics
                ), let name = template.requiredText("name", into: &diagnostics)
            else { return nil }
            return TemplateUseSyntax(
                key: key,
                name: name,
                parameters: template.texts("parameters", into: &diagnostics)
            )
        }
    }
}
