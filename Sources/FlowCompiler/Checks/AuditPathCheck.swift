/// Reports where the log cannot be published, and a policy that cannot be read.
///
/// `invalid-value`: a path that leaves the workspace, is one of its own, or lies in another.
enum AuditPathCheck {
    /// What stands in every workspace and must not be written over, or served to others.
    private static let own = [
        "flows", "locales", "transcripts", "store", "store.key", WorkspaceSources.settingsPath,
    ]

    static func run(_ audit: AuditSyntax, _ diagnostics: inout Diagnostics) {
        let written = [
            ("file", audit.publishedFile), ("tiles", audit.publishedTiles),
            ("line", audit.publishedLine), ("witnesses", audit.witnessPolicy),
        ]
        var taken: [(name: String, names: [String])] = []
        for case (let name, let path?) in written {
            guard let names = names(in: path.value) else {
                diagnostics.report(
                    .invalidValue,
                    at: path.span,
                    "\(path.value.quoted) is not a path inside the workspace",
                    help: "write names with `/` between them, such as `audit/\(name)`"
                )
                continue
            }
            if own.contains(names[0]) {
                diagnostics.report(
                    .invalidValue,
                    at: path.span,
                    "\(path.value.quoted) is among the workspace's own files",
                    help: "choose another place, such as `audit/\(name)`"
                )
                continue
            }
            if let other = taken.first(where: { zip($0.names, names).allSatisfy(==) }) {
                diagnostics.report(
                    .invalidValue,
                    at: path.span,
                    "the paths of \(other.name.quoted) and \(name.quoted) are the same, "
                        + "or one lies in the other",
                    help: "choose another place, such as `audit/\(name)`"
                )
            }
            taken.append((name, names))
        }
    }

    /// The names a path leads through; nil if it does not start in the workspace, could leave it,
    /// or could be written in another way.
    ///
    /// By scalars: to a file system a `/` is one whatever mark follows it.
    private static func names(in path: String) -> [String]? {
        let scalars = path.unicodeScalars
        guard !scalars.contains(where: { $0.properties.generalCategory == .control }) else {
            return nil
        }
        let names = scalars.split(separator: "/", omittingEmptySubsequences: false).map {
            String($0)
        }
        return names.contains { ["", ".", ".."].contains($0) } ? nil : names
    }
}
