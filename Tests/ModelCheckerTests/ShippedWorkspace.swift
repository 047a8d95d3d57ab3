import ConversationRuntime
import FlowCompiler
import Foundation
import Testing

/// The workspace this repository ships, with changes.
struct ShippedWorkspace {
    /// A change that does not fit the file any more: the flow was rewritten, the change was not.
    struct DoesNotFit: Error, CustomStringConvertible {
        let path: String
        let text: String
        let found: Int

        var description: String {
            "`\(text)` stands \(found) times in `\(path)`: bring the change up to date"
        }
    }

    let sources: WorkspaceSources

    private static let path = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    private static let unchanged = Result {
        var diagnostics = Diagnostics()
        let sources = try WorkspaceFolder(path: path).sources(into: &diagnostics)
        try #require(!diagnostics.hasErrors, "the workspace's files are read")
        return sources.files
    }

    init(_ edits: [SeededDefect.Edit] = []) throws {
        var texts: [String: String] = [:]
        for file in try Self.unchanged.get() { texts[file.path] = file.text }
        for edit in edits {
            let text = texts[edit.file.path] ?? ""
            let found = text.ranges(of: edit.old).count
            guard found == edit.times else {
                throw DoesNotFit(path: edit.file.path, text: edit.old, found: found)
            }
            texts[edit.file.path] = text.replacing(edit.old, with: edit.new)
        }
        sources = WorkspaceSources(files: texts.map { SourceFile(path: $0, text: $1) })
    }
}
