import Audit
import Clocks
import Encryption
package import FlowProgram
import Foundation
import TransparencyLog

/// The places a workspace publishes checkpoints to.
package enum CheckpointSinks {
    /// Those of the settings, whose paths are relative to the workspace's folder.
    package static func declared(
        in settings: AuditSettings,
        workspace folder: String
    ) -> [any CheckpointSink] {
        var sinks: [any CheckpointSink] = []
        // The folder goes first: whoever sees a checkpoint elsewhere can fetch its tiles.
        if let tiles = settings.publishedTiles {
            sinks.append(TileFolderSink(place: "\(folder)/\(tiles)"))
        }
        if let file = settings.publishedFile {
            sinks.append(CheckpointFileSink(folder: folder, name: file))
        }
        if let line = settings.publishedLine {
            sinks.append(CheckpointLineSink(folder: folder, name: line))
        }
        return sinks
    }
}

/// A folder of tlog-tiles; a log that went on under another name is in a folder of its own in it.
struct TileFolderSink: CheckpointSink {
    let place: String

    /// Names a log may have had before it is somebody's who does nothing else.
    private static let mostIncarnations = 100

    func lastPublished() throws(LogError) -> SignedCheckpoint? {
        var last = try LogExport.published(in: place)
        for number in 2...Self.mostIncarnations {
            guard let next = try LogExport.published(in: "\(place)/\(number)") else { break }
            last = next
        }
        return last
    }

    func publish(_ published: PublishedCheckpoint) throws(LogError) {
        try published.write(to: folder(of: published.checkpoint.checkpoint.origin))
    }

    /// `NAME/2` goes into the folder `2`, where there is one of `NAME` already.
    private func folder(of origin: String) throws(LogError) -> String {
        guard let first = try LogExport.published(in: place)?.checkpoint.origin,
            origin != first, origin.hasPrefix("\(first)/"),
            let number = Int(origin.dropFirst(first.count + 1)),
            (2...Self.mostIncarnations).contains(number)
        else { return place }
        return "\(place)/\(number)"
    }
}

/// A file to which each checkpoint is appended as it is, with an empty line after it.
struct CheckpointFileSink: CheckpointSink {
    let folder: String
    let name: String

    var place: String { "\(folder)/\(name)" }

    func lastPublished() throws(LogError) -> SignedCheckpoint? {
        try CheckpointFile.last(in: PublicFolder(path: folder), name: name)
    }

    func publish(_ published: PublishedCheckpoint) throws(LogError) {
        let note = published.checkpoint.bytes + [UInt8(ascii: "\n")]
        try PublicFolder(path: folder).append(note, to: name)
    }
}

/// A file with one JSON object a line, as systems that watch logs read it.
struct CheckpointLineSink: CheckpointSink {
    let folder: String
    let name: String

    private struct Line: Codable {
        let event: String
        let origin: String
        let size: UInt64
        let root: String
        let note: String
    }

    var place: String { "\(folder)/\(name)" }

    func lastPublished() throws(LogError) -> SignedCheckpoint? {
        let limit = 3 * SignedCheckpoint.largestByteCount
        let files = PublicFolder(path: folder)
        guard let tail = try files.tail(of: name, limit: limit),
            let last = tail.split(separator: UInt8(ascii: "\n")).last
        else { return nil }
        do {
            let line = try JSONDecoder().decode(Line.self, from: Data(last))
            return try SignedCheckpoint(bytes: Base64.decode(line.note) ?? [])
        } catch {
            throw .unpublished(place: place, why: "its last line is no checkpoint")
        }
    }

    func publish(_ published: PublishedCheckpoint) throws(LogError) {
        let checkpoint = published.checkpoint.checkpoint
        let line = Line(
            event: "audit.checkpoint",
            origin: checkpoint.origin,
            size: checkpoint.size,
            root: Base64.encode(checkpoint.root.bytes),
            note: Base64.encode(published.checkpoint.bytes)
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            let bytes = [UInt8](try encoder.encode(line))
            try PublicFolder(path: folder).append(bytes + [UInt8(ascii: "\n")], to: name)
        } catch let error as LogError {
            throw error
        } catch {
            throw .unpublished(place: place, why: "the checkpoint cannot be written as JSON")
        }
    }
}
