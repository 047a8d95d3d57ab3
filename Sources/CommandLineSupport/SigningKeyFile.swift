package import Encryption
import Glibc

/// The file with a key that signs notes, of a witness or of whoever proves: 32 bytes in base64 on
/// one line, for its owner's eyes only.
///
/// SAFETY: paths and buffers are lent to single system calls, which keep nothing of them.
package struct SigningKeyFile {
    /// Bytes of the longest file that is read.
    private static let largestByteCount = 1024
    private static let mode: mode_t = 0o400

    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// The key; `nil` when there is no such file.
    package func read() throws -> SecretBytes? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw Failure.cannotRun("the key file `\(path)` cannot be read")
        }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Failure.cannotRun("the key file `\(path)` is not a file")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw Failure.cannotRun(
                "the key file `\(path)` can be read by others; run `chmod 400 \(path)`"
            )
        }
        var bytes = [UInt8](repeating: 0, count: Self.largestByteCount)
        let count = unsafe Glibc.read(descriptor, &bytes, bytes.count)
        var text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        if text.last == "\n" { text.removeLast() }
        guard let seed = Base64.decode(text), seed.count == SecretBytes.count else {
            throw Failure.cannotRun(
                "`\(path)` does not hold a key: one line with 32 bytes in base64"
            )
        }
        return SecretBytes(seed)
    }

    /// Makes a new key, durable before anything is signed with it; never replaces a file.
    package func make() throws -> SecretBytes {
        let seed = SecretBytes.random()
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, Self.mode)
        guard descriptor >= 0 else { throw unwritable }
        defer { close(descriptor) }
        let line = [UInt8]("\(Base64.encode(seed.exposed()))\n".utf8)
        guard unsafe write(descriptor, line, line.count) == line.count, fsync(descriptor) == 0,
            syncFolder()
        else { throw unwritable }
        return seed
    }

    private var unwritable: Failure {
        Failure.cannotRun("the key file `\(path)` cannot be written; make its folder first")
    }

    /// Makes the file's name durable.
    private func syncFolder() -> Bool {
        let end = path.lastIndex(of: "/")
        let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }
}
