import FlowProgram
import MessageCatalog

extension Workspace {
    /// Parses every file; `nil` if without `parley.yaml` there is nothing to check against.
    static func read(_ sources: WorkspaceSources, into diagnostics: inout Diagnostics) -> Workspace?
    {
        checkSize(sources, &diagnostics)
        var settings: SettingsSyntax?
        var parsed = ParsedFiles()
        for file in sources.files {
            guard let role = WorkspaceSources.role(of: file.path) else { continue }
            var found = Diagnostics()
            switch role {
            case .settings:
                settings = SettingsParser.parse(file, into: &found)
                if found.hasErrors { settings = nil }
            case .flow(let name):
                parsed.add(FlowParser.parse(file, into: &found), named: name, found.hasErrors)
            case .locale(let tag, _):
                parsed.add(LocaleParser.parse(file, into: &found), of: tag, found.hasErrors)
            }
            for diagnostic in found.sorted { diagnostics.report(diagnostic) }
        }
        let start = SourceSpan(path: WorkspaceSources.settingsPath, line: 1, column: 1, length: 1)
        if !sources.files.contains(where: { $0.path == WorkspaceSources.settingsPath }) {
            diagnostics.report(
                .missingFile,
                at: start,
                "the workspace has no `parley.yaml`",
                help: "`parley init` writes one"
            )
        }
        if parsed.flows.isEmpty, parsed.brokenFlows.isEmpty {
            diagnostics.report(
                .missingFile,
                at: start,
                "the workspace has no flow",
                help: "a flow is a file in `flows/`, such as `flows/hello.yaml`"
            )
        }
        guard let settings, let tags = tags(of: settings, &diagnostics) else { return nil }
        let files = Dictionary(sources.files.map { ($0.path, $0) }) { first, _ in first }
        return Workspace(
            settings: settings,
            tags: tags,
            flows: parsed.flows,
            locales: parsed.locales,
            brokenFlows: parsed.brokenFlows,
            brokenLocales: parsed.brokenLocales,
            files: files
        )
    }

    private struct ParsedFiles {
        var flows: [FlowSyntax] = []
        var locales: [LocaleSyntax] = []
        var brokenFlows: Set<String> = []
        var brokenLocales: Set<LocaleTag> = []

        mutating func add(_ flow: FlowSyntax?, named name: String, _ hasErrors: Bool) {
            if let flow { flows.append(flow) }
            guard hasErrors || flow == nil else { return }
            brokenFlows.insert(name)
            if let flow { brokenFlows.insert(flow.name.value) }
        }

        mutating func add(_ locale: LocaleSyntax?, of tag: String, _ hasErrors: Bool) {
            if hasErrors || locale == nil, let tag = LocaleTag(tag) { brokenLocales.insert(tag) }
            if let locale { locales.append(locale) }
        }
    }

    private static func checkSize(_ sources: WorkspaceSources, _ diagnostics: inout Diagnostics) {
        let bytes = sources.files.reduce(0) { $0 + $1.text.utf8.count }
        guard bytes > Limits.workspaceBytes, let first = sources.files.first else { return }
        diagnostics.report(
            .limitExceeded,
            at: SourceSpan(path: first.path, line: 1, column: 1, length: 1),
            "the workspace has \(bytes) bytes, more than \(Limits.workspaceBytes)"
        )
    }

    private static func tags(
        of settings: SettingsSyntax,
        _ diagnostics: inout Diagnostics
    ) -> [LocaleTag]? {
        var tags: [LocaleTag] = []
        var isComplete = true
        for written in settings.locales {
            guard let tag = LocaleTag(written.value) else {
                diagnostics.report(
                    .unknownLocale,
                    at: written.span,
                    "`\(written.value)` is not a BCP 47 language tag",
                    help: "for example `en`, `de-AT` or `zh-Hant`"
                )
                isComplete = false
                continue
            }
            if !tags.contains(tag) { tags.append(tag) }
        }
        return isComplete && !tags.isEmpty ? tags : nil
    }
}
