import Foundation

/// Reading and writing transcript files.
package enum TranscriptFile {
    /// Why a file could not be read or written.
    package struct Failure: Error, Hashable, Sendable {
        package let sentence: String
    }

    package static func read(_ path: String) throws(Failure) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(sentence: "`\(path)` cannot be read")
        }
        guard data.count <= Transcript.longestText else {
            throw Failure(sentence: "`\(path)` is larger than 1 MiB")
        }
        guard let text = String(bytes: data, encoding: .utf8) else {
            throw Failure(sentence: "`\(path)` is not UTF-8 text")
        }
        return text
    }

    /// Writes a transcript; a file that is there is replaced only on request.
    package static func write(
        _ text: String,
        to path: String,
        replacing: Bool = false
    ) throws(Failure) {
        guard replacing || !FileManager.default.fileExists(atPath: path) else {
            throw Failure(sentence: "`\(path)` exists already; name another file")
        }
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Failure(sentence: "`\(path)` cannot be written")
        }
    }

    /// The transcripts among `paths`: files as named, and every `*.chat` under folders, by name.
    package static func find(_ paths: [String]) -> [String] {
        paths.flatMap { path -> [String] in
            var isFolder: ObjCBool = false
            let exists = unsafe FileManager.default.fileExists(
                atPath: path,
                isDirectory: &isFolder
            )
            guard exists, isFolder.boolValue,
                let inside = FileManager.default.enumerator(atPath: path)
            else { return [path] }
            return inside.compactMap { $0 as? String }
                .filter { $0.hasSuffix(".chat") }
                .sorted()
                .map { "\(path)/\($0)" }
        }
    }
}
