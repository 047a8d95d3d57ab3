package import FlowCompiler
import FlowProgram
import Foundation

/// Reads a workspace from disk: `parley.yaml`, `flows/` and `locales/`.
package struct WorkspaceFolder: Hashable, Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// The files a program is made of, in the order of their paths.
    ///
    /// - Throws: `WorkspaceError` when there is no workspace or it is too large to read.
    package func sources(
        into diagnostics: inout Diagnostics
    ) throws(WorkspaceError) -> WorkspaceSources {
        guard FileManager.default.fileExists(atPath: "\(path)/parley.yaml") else {
            throw .notAWorkspace(path)
        }
        var files: [SourceFile] = []
        var total = 0
        for name in ["parley.yaml"] + yamlFiles(under: "flows") + yamlFiles(under: "locales") {
            guard let data = FileManager.default.contents(atPath: "\(path)/\(name)") else {
                throw .unreadable(name)
            }
            total += data.count
            guard total <= Limits.workspaceBytes else {
                throw .tooLarge(limit: Limits.workspaceBytes)
            }
            let file = SourceFile.read(path: name, bytes: [UInt8](data), into: &diagnostics)
            if let file { files.append(file) }
        }
        return WorkspaceSources(files: files)
    }

    private func yamlFiles(under folder: String) -> [String] {
        guard let found = FileManager.default.enumerator(atPath: "\(path)/\(folder)") else {
            return []
        }
        return found.compactMap { $0 as? String }
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
            .map { "\(folder)/\($0)" }
            .sorted()
    }
}

/// Why a workspace could not be read at all.
package enum WorkspaceError: Error, Hashable, Sendable {
    case notAWorkspace(String)
    case unreadable(String)
    case tooLarge(limit: Int)

    package var sentence: String {
        switch self {
        case .notAWorkspace(let path):
            "there is no `parley.yaml` in `\(path)`; go to a workspace or name one with "
                + "`--workspace`"
        case .unreadable(let name): "`\(name)` cannot be read"
        case .tooLarge(let limit): "the workspace is larger than \(limit >> 20) MiB"
        }
    }
}
