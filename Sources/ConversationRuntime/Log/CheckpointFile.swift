import Foundation
package import TransparencyLog

/// A file that holds one checkpoint, or several, each with an empty line after it.
package enum CheckpointFile {
    /// The last checkpoint in a file; `nil` where there is no file, or nothing in it.
    package static func last(of path: String) throws(LogError) -> SignedCheckpoint? {
        let url = URL(fileURLWithPath: path)
        return try last(
            in: PublicFolder(path: url.deletingLastPathComponent().path),
            name: url.lastPathComponent
        )
    }

    static func last(in files: PublicFolder, name: String) throws(LogError) -> SignedCheckpoint? {
        let limit = 2 * SignedCheckpoint.largestByteCount
        guard let tail = try files.tail(of: name, limit: limit), !tail.isEmpty else { return nil }
        // Text, empty line, signatures, empty line: a checkpoint is the last two of these.
        let parts = String(decoding: tail, as: UTF8.self).components(separatedBy: "\n\n")
        let pair = parts.filter { !$0.isEmpty }.suffix(2).joined(separator: "\n\n")
        let note = pair.hasSuffix("\n") ? pair : pair + "\n"
        do {
            return try SignedCheckpoint(bytes: [UInt8](note.utf8))
        } catch {
            throw .unpublished(
                place: "\(files.path)/\(name)",
                why: "it does not end in a checkpoint: \(error.text)"
            )
        }
    }
}
