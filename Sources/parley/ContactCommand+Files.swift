import CommandLineSupport
import Foundation

/// Files with personal data, or with proofs: made anew, and readable by their owner only.
enum PrivateOutput {
    /// Refuses before anything is done that could not be written down afterwards.
    static func require(newFile path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Failure.cannotRun("`\(path)` exists already; nothing was done")
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw Failure.cannotRun("`\(path)` cannot be written; nothing was done")
        }
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        // The mode comes first: a file that others could read for a moment has been read.
        let made = FileManager.default.createFile(
            atPath: path,
            contents: nil,
            attributes: [.posixPermissions: 0o600]
        )
        guard made, let handle = FileHandle(forWritingAtPath: path) else {
            throw Failure.cannotRun("`\(path)` could not be written")
        }
        try handle.write(contentsOf: Data(bytes))
        try handle.synchronize()
        try handle.close()
    }
}

extension Output {
    /// A document as it is, which ends its last line itself.
    static func text(_ bytes: [UInt8]) {
        print(String(decoding: bytes, as: UTF8.self), terminator: "")
    }

    /// `1 contact`, `2 contacts`.
    static func count(_ number: Int, _ one: String) -> String {
        "\(number) \(number == 1 ? one : "\(one)s")"
    }
}
