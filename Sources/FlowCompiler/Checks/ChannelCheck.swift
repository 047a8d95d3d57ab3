import FlowProgram
import MessageCatalog

/// Reports what a channel says of itself and of the provider's templates that cannot be followed.
///
/// `unknown-text` for a template that stands for no text, `unknown-argument` for a place that the
/// text has nothing for, `invalid-value` for an address that is none.
enum ChannelCheck {
    static func run(
        _ workspace: Workspace,
        _ flowTexts: [FlowTexts],
        _ diagnostics: inout Diagnostics
    ) {
        let uses = Dictionary(
            flowTexts.flatMap(\.uses).map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for channel in workspace.settings.channels {
            checkAddress(channel.api, "api", &diagnostics)
            for template in channel.templates {
                check(template, uses, &diagnostics)
            }
        }
        checkAddress(workspace.settings.serve.publicURL, "public-url", &diagnostics)
    }

    private static func check(
        _ template: TemplateUseSyntax,
        _ uses: [String: TextUse],
        _ diagnostics: inout Diagnostics
    ) {
        guard let use = uses[template.key.value] else {
            diagnostics.report(
                .unknownText,
                at: template.key.span,
                "no flow says the text \(template.key.value.quoted)",
                help: Suggestion.help(for: template.key.value, among: uses.keys.sorted())
            )
            return
        }
        let known = Set(use.entries.compactMap { $0?.template }.flatMap(\.argumentNames))
        for parameter in template.parameters where !known.contains(parameter.value) {
            diagnostics.report(
                .unknownArgument,
                at: parameter.span,
                "the text \(use.name.quoted) has no \(parameter.value.quoted)",
                help: known.isEmpty
                    ? "it has no arguments" : "it has \(known.sorted().quotedList("and"))"
            )
        }
    }

    /// The address is not repeated: it may hold a password.
    private static func checkAddress(
        _ address: Located<String>?,
        _ key: String,
        _ diagnostics: inout Diagnostics
    ) {
        guard let address else { return }
        let schemes = ["https://", "http://"]
        let isAddress = schemes.contains { scheme in
            let rest = address.value.dropFirst(scheme.count).unicodeScalars
            return address.value.hasPrefix(scheme) && !rest.isEmpty && rest.last != "/"
                && rest.allSatisfy {
                    ("!"..."~").contains($0) && !"@?#".unicodeScalars.contains($0)
                }
        }
        guard !isAddress else { return }
        diagnostics.report(
            .invalidValue,
            at: address.span,
            "\(key.quoted) is not the address of a server",
            help: "write one without name, password and a slash at its end, such as "
                + "`https://parley.example`"
        )
    }
}
