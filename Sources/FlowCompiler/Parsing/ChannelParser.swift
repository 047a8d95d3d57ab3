/// Reads a channel of `parley.yaml`.
enum ChannelParser {
    private static let keys: [String] = ["provider", "flow", "window", "vendor", "quiet-hours"]

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
            keepsQuietHours: reader?.truth("quiet-hours", into: &diagnostics) ?? true
        )
    }
}
