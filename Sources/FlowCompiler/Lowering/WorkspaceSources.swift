import MessageCatalog

/// The files of a workspace as they were read.
///
/// Paths are relative to its root and decide what a file is; files that are none of
/// `parley.yaml`, `flows/*.yaml`, `locales/*.yaml` and `locales/*/*.yaml` are ignored.
package struct WorkspaceSources: Sendable {
    package static let settingsPath = "parley.yaml"

    /// In the order of their paths.
    package let files: [SourceFile]

    package init(files: [SourceFile]) {
        self.files = files.sorted { $0.path < $1.path }
    }

    /// What a file is for, by its path.
    package enum Role: Hashable, Sendable {
        case settings
        case flow(name: String)
        /// `flow` is `nil` for a file every flow may use.
        case locale(tag: String, flow: String?)

        /// What such a file begins with, for whoever has an empty one.
        var beginning: String {
            switch self {
            case .settings: "`parley.yaml` needs `controller:` and `locales:`"
            case .flow(let name): "a flow begins with `flow: \(name)` and needs `steps:`"
            case .locale: "a locale file has texts under `messages:`, or remove it"
            }
        }
    }

    package static func role(of path: String) -> Role? {
        if path == settingsPath { return .settings }
        guard path.hasSuffix(".yaml") else { return nil }
        let parts = path.dropLast(".yaml".count).split(
            separator: "/",
            omittingEmptySubsequences: false
        ).map(String.init)
        guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        if parts.count == 2, parts[0] == "flows" { return .flow(name: parts[1]) }
        guard parts[0] == "locales" else { return nil }
        if parts.count == 2 { return .locale(tag: parts[1], flow: nil) }
        return parts.count == 3 ? .locale(tag: parts[1], flow: parts[2]) : nil
    }
}

/// A workspace after parsing: what each file says, and which could not be read in full.
struct Workspace: Sendable {
    let settings: SettingsSyntax
    /// The locales spoken; the first is the source.
    let tags: [LocaleTag]
    /// In the order of their paths.
    let flows: [FlowSyntax]
    let locales: [LocaleSyntax]
    /// Flows whose files have errors: their names exist, the rest is not known for certain.
    let brokenFlows: Set<String>
    /// Locales one of whose files has errors: what they lack is not known.
    let brokenLocales: Set<LocaleTag>
    let files: [String: SourceFile]

    var hasAllFlows: Bool { brokenFlows.isEmpty }
}
