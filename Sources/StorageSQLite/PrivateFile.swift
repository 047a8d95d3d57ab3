import GRDBSQLite
import Glibc
import Storage

/// Files and folders that only their owner may read.
///
/// SAFETY: each path is lent to one system call, which keeps nothing of it.
enum PrivateFile {
    private static let fileMode: mode_t = 0o600
    private static let folderMode: mode_t = 0o700

    /// Makes an empty file unless it is there; SQLite gives its log the same mode.
    static func create(_ path: String) throws(StoreError) {
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, fileMode)
        guard descriptor >= 0 else { throw StoreError(opening: path, errno) }
        close(descriptor)
    }

    /// Whether a file is there and not empty.
    static func hasContent(_ path: String) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_size > 0
    }

    /// Makes a folder and those above it unless they are there, and makes their names durable.
    static func createFolder(_ path: String) throws(StoreError) {
        if unsafe mkdir(path, folderMode) == 0 { return sync(parent(of: path)) }
        switch errno {
        case EEXIST: return
        case ENOENT where parent(of: path) != path:
            try createFolder(parent(of: path))
            guard unsafe mkdir(path, folderMode) == 0 || errno == EEXIST else {
                throw .noFolder(path)
            }
            sync(parent(of: path))
        default: throw .noFolder(path)
        }
    }

    /// Makes the names in a folder durable, as far as the file system can.
    static func sync(_ folder: String) {
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        // Some file systems cannot; SQLite ignores the same failure.
        fsync(descriptor)
        close(descriptor)
    }

    private static func parent(of path: String) -> String {
        var parts = path.split(separator: "/", omittingEmptySubsequences: true)
        let root = path.hasPrefix("/") ? "/" : ""
        guard parts.popLast() != nil, !parts.isEmpty else { return root.isEmpty ? "." : root }
        return root + parts.joined(separator: "/")
    }
}

extension StoreError {
    /// Why a file of the store could not be opened.
    init(opening path: String, _ reason: Int32) {
        switch reason {
        case ENOSPC, EDQUOT: self = .full
        case ENOENT, ENOTDIR: self = .noFolder(path)
        default: self = .unavailable(code: SQLITE_CANTOPEN)
        }
    }
}
