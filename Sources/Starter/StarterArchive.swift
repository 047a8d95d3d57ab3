/// The files that `scripts/embed-starter` put together, before an author's values are filled in.
///
/// The archive is text: a line `=== PATH` for each file, then what the file holds.
package struct StarterArchive: Sendable {
    /// In the order of the archive.
    package let files: [StarterFile]

    /// What this program carries.
    package static let shipped: StarterArchive = {
        let text = String(decoding: PackageResources.starter_txt, as: UTF8.self)
        guard let archive = StarterArchive(text) else {
            preconditionFailure("starter.txt is no archive: run scripts/embed-starter")
        }
        return archive
    }()

    /// Reads an archive; nil if it does not begin with a path, or two files have one path.
    package init?(_ text: String) {
        var parts = "\n\(text)".split(
            separator: "\n\(Self.mark)",
            omittingEmptySubsequences: false
        )[...]
        guard parts.popFirst()?.isEmpty == true, let end = parts.indices.last else { return nil }
        files = parts.indices.map { place in
            let path = parts[place].prefix { $0 != "\n" }
            let body = parts[place][path.endIndex...].dropFirst()
            // The line break before the next path ends this file.
            return StarterFile(path: String(path), text: body + (place == end ? "" : "\n"))
        }
        guard Set(files.map(\.path)).count == files.count else { return nil }
    }

    private static let mark = "=== "

    /// The locales it has texts in, by their tags.
    package var locales: [String] { names(in: "locales") }

    /// The flows whose names are fixed: all but the author's own.
    package var builtInFlows: [String] {
        names(in: "flows").filter { !$0.contains(Placeholders.mark) }
    }

    /// The names of the YAML files that lie directly in a folder.
    private func names(in folder: String) -> [String] {
        files.compactMap { file in
            let parts = file.path.split(separator: "/")
            guard parts.count == 2, parts[0] == folder, parts[1].hasSuffix(".yaml") else {
                return nil
            }
            return String(parts[1].dropLast(".yaml".count))
        }
    }
}
