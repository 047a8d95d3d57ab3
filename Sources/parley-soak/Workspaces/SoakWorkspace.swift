import Consent
import ConversationRuntime
import FlowCompiler
import FlowProgram

/// A workspace that random conversations are held in, in two editions.
struct SoakWorkspace: Sendable {
    let name: String
    /// The second has a new version of every notice.
    let editions: [Edition]

    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// Compiles both editions.
    ///
    /// - Throws: `Problem` when one does not compile.
    init(_ name: String, _ first: WorkspaceSources, _ second: WorkspaceSources) throws(Problem) {
        self.name = name
        editions = [try Edition(first, of: name), try Edition(second, of: name)]
    }

    /// Every workspace of a run: the one that is shipped, those written to break the rules, and
    /// some that were drawn.
    static func all(folder: String, seed: UInt64) throws -> [SoakWorkspace] {
        var workspaces = [try shipped(folder: folder)]
        workspaces += try HostileWorkspace.all()
        workspaces += RandomWorkspace.some(seed: seed)
        return workspaces
    }

    private static func shipped(folder: String) throws -> SoakWorkspace {
        var diagnostics = Diagnostics()
        let sources = try WorkspaceFolder(path: folder).sources(into: &diagnostics)
        let version = "2026-03"
        let next = sources.files.map { file in
            SourceFile(path: file.path, text: file.text.renewingNotices(from: version))
        }
        return try SoakWorkspace("shipped", sources, WorkspaceSources(files: next))
    }
}

extension String {
    /// The settings and texts of the next edition: each notice has a new version and new words.
    fileprivate func renewingNotices(from version: String) -> String {
        replacing("version: \(version)", with: "version: next")
            .replacing("@\(version): |-\n", with: "@next: |-\n    (Renewed.)\n")
    }
}
