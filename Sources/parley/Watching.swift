import CommandLineSupport
import Foundation
import Glibc
import Starter

/// Tells when a file of a workspace was added, changed or removed.
///
/// It asks the file system for names, sizes, times and inodes four times a second. That is cheap
/// for as many files as a workspace may have, works on every file system, also over a network, and
/// needs no care when an editor replaces a file or a folder is gone for a while.
///
/// Make the watch, then read the workspace, then wait for `changes`: what changed while it was
/// read is told as well.
struct FileWatch {
    /// The most files and folders that are looked at.
    static let mostFiles = 20_000

    private let path: String
    private let start = ContinuousClock.now
    private var settling: ChangeSettling

    init(path: String) throws {
        self.path = path
        settling = ChangeSettling(knowing: try Self.stamp(of: path))
    }

    /// Waits until something changed and came to rest.
    ///
    /// - Returns: What is different since the watch was made or last told, never nothing.
    /// - Throws: `CancellationError` when the task is cancelled; `Failure` if there are more files
    ///   than `mostFiles`.
    mutating func changes() async throws -> [WorkspaceStamp.Change] {
        while true {
            let stamp = try Self.stamp(of: path)
            switch settling.see(stamp, at: ContinuousClock.now - start) {
            case .tell(let changes): return changes
            case .look(let pause): try await Task.sleep(for: pause)
            }
        }
    }

    /// What the files that make a program look like now; a workspace that is gone has none.
    static func stamp(of path: String) throws -> WorkspaceStamp {
        var files: [String: WorkspaceStamp.File] = [:]
        files["parley.yaml"] = file("\(path)/parley.yaml")
        var count = 0
        for folder in ["flows", "locales"] {
            guard let found = FileManager.default.enumerator(atPath: "\(path)/\(folder)") else {
                continue
            }
            while let name = found.nextObject() as? String {
                count += 1
                guard count <= mostFiles else {
                    throw Failure.cannotRun(
                        "`flows` and `locales` in `\(path)` hold more than \(mostFiles) files; "
                            + "watch a folder that holds a workspace and nothing else"
                    )
                }
                guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") else { continue }
                // Editors keep marks of their own beside a file, such as Emacs's lock links.
                guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else {
                    continue
                }
                files["\(folder)/\(name)"] = file("\(path)/\(folder)/\(name)")
            }
        }
        return WorkspaceStamp(files: files)
    }

    /// Nil if there is none, or it went between two looks.
    private static func file(_ path: String) -> WorkspaceStamp.File? {
        var status = stat()
        // SAFETY: `stat` reads the path as C text and fills `status`, both of which outlive it.
        guard unsafe stat(path, &status) == 0 else { return nil }
        return WorkspaceStamp.File(
            device: UInt64(status.st_dev),
            inode: UInt64(status.st_ino),
            size: Int64(status.st_size),
            modified: .seconds(status.st_mtim.tv_sec) + .nanoseconds(status.st_mtim.tv_nsec)
        )
    }
}
