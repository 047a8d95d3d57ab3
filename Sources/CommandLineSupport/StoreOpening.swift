import Audit
package import Clocks
package import ConversationRuntime
package import Encryption
import Foundation
import Storage
package import StorageSQLite

/// Opening stores the way people expect: a new one is made with a key, an old one wants its own.
package enum StoreOpening {
    /// Opens the store in `path`, or makes it, with its key.
    package static func openOrMake(
        _ path: String,
        _ source: KeySource,
        at now: Timestamp
    ) throws -> (StoreFolder, KeyEncryptionKey) {
        // One database without the other is a loss, which opening the store will name.
        let isNew = !["keys.db", "parley.db"].contains {
            FileManager.default.fileExists(atPath: "\(path)/\($0)")
        }
        if isNew, case .file(let file) = source, !FileManager.default.fileExists(atPath: file) {
            try writeNewKey(to: file)
            Output.error("made a new key in \(file); without it nothing in the store can be read")
        }
        guard isNew else { return try open(path, source) }
        let key = try source.load()
        let folder = try StoreFolder(path: path)
        try Vaults.initialize(folder.vault, with: key, at: now)
        try KeyEvents.record(.keyCreated, key, in: folder.store, at: now)
        return (folder, key)
    }

    /// Opens a store that exists with its key, or says which key that is.
    private static func open(
        _ path: String,
        _ source: KeySource
    ) throws -> (StoreFolder, KeyEncryptionKey) {
        let folder = try StoreFolder(path: path)
        do {
            return (folder, try source.load())
        } catch {
            let settings = try folder.vault.settings()
            let wanted = try settings.map { try WrappedIndexKey(bytes: $0.wrappedIndexKey) }
            guard let wanted else { throw error }
            throw Failure.cannotRun(
                "the store in `\(path)` wants key \(wanted.identifier) of epoch "
                    + "\(wanted.epoch), and \(error.sentence)"
            )
        }
    }

    /// Opens a store that exists.
    package static func open(_ path: String) throws -> StoreFolder {
        guard FileManager.default.fileExists(atPath: "\(path)/parley.db") else {
            throw Failure.cannotRun("there is no store in `\(path)`")
        }
        return try StoreFolder(path: path)
    }

    /// Writes a new key, readable by its owner only; an existing file is never replaced.
    package static func writeNewKey(to file: String) throws {
        let text = KeyText.render(KeyEncryptionKey.generate(epoch: 1)) + "\n"
        let made = FileManager.default.createFile(
            atPath: file,
            contents: nil,
            attributes: [.posixPermissions: 0o600]
        )
        guard made, let handle = FileHandle(forWritingAtPath: file) else {
            throw Failure.cannotRun("the key file `\(file)` cannot be written")
        }
        try handle.write(contentsOf: Data(text.utf8))
        try handle.synchronize()
        try handle.close()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o400],
            ofItemAtPath: file
        )
    }
}
