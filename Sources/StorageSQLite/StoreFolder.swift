import Audit
package import Storage

/// A folder with a store in it, held by this process alone.
///
/// Two databases, because destroying keys must reach every copy of them, while conversations are
/// kept and backed up for years: `parley.db` and `keys.db`, and `store.lock` beside them.
package final class StoreFolder: Sendable {
    package let path: String
    package let store: SQLiteStore
    package let vault: SQLiteVault
    private let lock: FolderLock

    /// Opens the store in a folder, making what is missing, readable by its owner only.
    ///
    /// - Throws: `StoreError.inUse` while another process, or another place in this one, has it.
    package init(path: String, options: SQLiteOptions = SQLiteOptions()) throws(StoreError) {
        try PrivateFile.createFolder(path)
        self.path = path
        lock = try FolderLock(folder: path)
        try Self.refuseHalf(of: path, options, lock)
        vault = try SQLiteVault(folder: path, options: options, lock: lock)
        store = try SQLiteStore(folder: path, options: options, lock: lock)
        PrivateFile.sync(path)
    }

    /// One database in use without the other is a loss, and making it anew would forget who opted
    /// out.
    ///
    /// An opening that failed half way leaves a database nobody used; that one may be completed.
    private static func refuseHalf(
        of folder: String,
        _ options: SQLiteOptions,
        _ lock: FolderLock
    ) throws(StoreError) {
        let hasKeys = PrivateFile.hasContent("\(folder)/\(Schema.keys.file)")
        let hasConversations = PrivateFile.hasContent("\(folder)/\(Schema.conversations.file)")
        guard hasKeys != hasConversations else { return }
        if hasKeys {
            let vault = try SQLiteVault(folder: folder, options: options, lock: lock)
            let isUsed = try vault.settings() != nil
            try vault.close()
            if isUsed { throw .missingHalf(file: Schema.conversations.file) }
        } else {
            let store = try SQLiteStore(folder: folder, options: options, lock: lock)
            let isUsed = try store.frontier().size > 0
            try store.close()
            if isUsed { throw .missingHalf(file: Schema.keys.file) }
        }
    }

    /// Closes both databases, which empties their logs, and lets the next process in.
    ///
    /// - Throws: the first failure; everything is closed even so.
    package func close() throws(StoreError) {
        // Released last and in any case: a database that failed to close is not used again.
        defer { lock.release() }
        let conversations = Result { () throws(StoreError) in try store.close() }
        try vault.close()
        try conversations.get()
    }
}
