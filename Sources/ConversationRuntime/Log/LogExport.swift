import Audit
import Foundation
import Storage
package import TransparencyLog

/// Writes the log as static files that any web server can serve and anybody can verify.
///
/// C2SP tlog-tiles: `checkpoint`, `tile/…` and `tile/entries/…`. Beside them stand `checkpoints/`
/// with those that close the time of a key, and, once leaves were removed after their retention,
/// `minimum-index`. What is there already is left alone, so that a second export is quick.
package struct LogExport {
    let store: any ConversationStore
    /// How many leaves the exported log has.
    package let size: UInt64

    private var tree: StoredTree { StoredTree(store: store) }

    /// Brings a folder up to a checkpoint of this size, which is written last.
    ///
    /// `progress` hears how many leaves are written.
    package func write(
        _ checkpoint: SignedCheckpoint,
        to folder: String,
        progress: (UInt64) -> Void = { _ in }
    ) throws(LogError) {
        let files = PublicFolder(path: folder)
        let old = try Self.published(in: folder)?.checkpoint
        // A log of another name is not continued; one that is longer is not cut off.
        if let old, old.origin != checkpoint.checkpoint.origin { throw .foreign(place: folder) }
        if let old, old.size > size {
            throw .behind(size: size, published: old.size, place: folder)
        }
        let oldSize = old?.size ?? 0
        let first = try minimumIndex()
        for place in EntryBundlePlace.newPlaces(from: oldSize, to: size)
        where !place.isPruned(below: first) {
            try files.write(entries(at: place).bytes, to: place.path)
            progress(place.index * UInt64(TilePlace.fullWidth) + UInt64(place.width))
        }
        for place in TilePlace.newPlaces(from: oldSize, to: size)
        where !place.isPruned(below: first) {
            try files.write(tree.hashTile(at: place).bytes, to: place.path)
        }
        try writeKept(to: files)
        try removePruned(below: first, from: files)
        try files.write(checkpoint.bytes, to: "checkpoint")
        try removeOutgrown(oldSize, from: files)
    }

    /// The checkpoint an export has; `nil` where there is none.
    package static func published(in folder: String) throws(LogError) -> SignedCheckpoint? {
        let files = PublicFolder(path: folder)
        guard let bytes = try files.read("checkpoint") else { return nil }
        do {
            return try SignedCheckpoint(bytes: bytes)
        } catch {
            throw .unpublished(place: folder, why: "its checkpoint is none: \(error.text)")
        }
    }

    private func minimumIndex() throws(LogError) -> UInt64 {
        do {
            return try store.firstLeaf()
        } catch {
            throw .store(error)
        }
    }

    private func entries(at place: EntryBundlePlace) throws(LogError) -> EntryBundle {
        let first = place.index * UInt64(TilePlace.fullWidth)
        let leaves: [StoredLeaf]
        do {
            leaves = try store.leaves(from: first, limit: place.width)
        } catch {
            throw .store(error)
        }
        guard leaves.count == place.width, leaves.first?.index == first,
            leaves.allSatisfy({ $0.body.count <= EntryBundle.longestEntryByteCount })
        else { throw .inconsistent(size: size) }
        return EntryBundle(place: place, entries: leaves.map(\.body))
    }

    /// Those that close a key's time: without them nobody can tell that it ended where it did.
    private func writeKept(to files: PublicFolder) throws(LogError) {
        var next: UInt64 = 0
        while true {
            let piece: [StoredCheckpoint]
            do {
                piece = try store.checkpoints(from: next, limit: AuditReading.pieceSize)
            } catch {
                throw .store(error)
            }
            for row in piece where row.isKept && row.size <= size {
                try files.write(row.note, to: "checkpoints/\(row.size)")
            }
            guard let last = piece.last, piece.count == AuditReading.pieceSize else { return }
            next = last.size + 1
        }
    }

    private func removePruned(
        below first: UInt64,
        from files: PublicFolder
    ) throws(LogError) {
        guard first > 0 else { return }
        let text = try files.read("minimum-index").map { String(decoding: $0, as: UTF8.self) }
        let before = text.flatMap { UInt64($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        guard before != first else { return }
        try files.write([UInt8]("\(first)\n".utf8), to: "minimum-index")
        let width = UInt64(TilePlace.fullWidth)
        for index in (before ?? 0) / width..<first / width {
            try files.remove(EntryBundlePlace(index: index).path)
            try files.remove(TilePlace(level: 0, index: index).path)
        }
    }

    /// Open tiles of the size before, which others have taken the place of.
    private func removeOutgrown(
        _ oldSize: UInt64,
        from files: PublicFolder
    ) throws(LogError) {
        guard oldSize > 0, oldSize < size else { return }
        let bundles = Set(EntryBundlePlace.newPlaces(from: 0, to: oldSize).suffix(1))
        for place in bundles where !place.isFull && !Self.isKept(place.tile, size) {
            try files.remove(place.path)
        }
        for place in TilePlace.places(forTreeOf: oldSize)
        where !place.isFull && !Self.isKept(place, size) {
            try files.remove(place.path)
        }
    }

    private static func isKept(_ place: TilePlace, _ size: UInt64) -> Bool {
        let hashes = size >> UInt64(8 * place.level)
        let width = UInt64(TilePlace.fullWidth)
        return hashes / width == place.index && hashes % width == UInt64(place.width)
    }
}
