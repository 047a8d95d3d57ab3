import Foundation

/// The repository these tests were compiled from, read from the disk.
enum Repository {
    /// Files above this size are data, not text somebody reads.
    static let maximumFileSize = 2_000_000

    static let root: URL = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Every text file by its path from the root, without what builds and version control write.
    static func texts() throws -> [String: String] { try loadedTexts.get() }

    /// Every Swift file under `Sources` and `Tests`, in path order.
    static func swiftFiles() throws -> [SourceFile] { try loadedSwiftFiles.get() }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    private static let loadedTexts = Result { try read() }

    private static let loadedSwiftFiles = Result {
        try texts().sorted { $0.key < $1.key }.compactMap { path, text -> SourceFile? in
            guard path.hasSuffix(".swift"), path.hasPrefix("Sources/") || path.hasPrefix("Tests/")
            else { return nil }
            return SourceFile(path: path, text: text)
        }
    }

    private static func read() throws -> [String: String] {
        guard let walk = FileManager.default.enumerator(atPath: root.path) else {
            throw CocoaError(.fileReadNoSuchFile)
        }
        var texts: [String: String] = [:]
        while let path = walk.nextObject() as? String {
            let name = path.split(separator: "/").last ?? ""
            let type = walk.fileAttributes?[.type] as? FileAttributeType
            if type == .typeDirectory {
                if isWritten(byTools: name) { walk.skipDescendants() }
                continue
            }
            let size = walk.fileAttributes?[.size] as? Int ?? 0
            guard type == .typeRegular, size <= maximumFileSize, !isWritten(byTools: name)
            else { continue }
            let data = try Data(contentsOf: root.appending(path: path))
            guard !data.contains(0) else { continue }
            texts[path] = String(bytes: data, encoding: .utf8)
        }
        // Rules that read nothing would all hold.
        guard texts["Package.swift"] != nil else { throw CocoaError(.fileReadNoSuchFile) }
        return texts
    }

    private static func isWritten(byTools name: Substring) -> Bool {
        name.hasPrefix(".build") || [".git", ".swiftpm", ".vscode"].contains(name)
    }
}
