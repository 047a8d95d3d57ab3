package import Storage

/// A witness's memory in `witness.db`, in a folder that this process alone holds.
///
/// One connection does everything: a witness is asked seldom, and the order of its answers is the
/// order of its writes.
package final class SQLiteWitnessStore: WitnessStore {
    private let connection: Connection<WitnessStatements>
    private let lock: FolderLock

    /// Opens the memory in a folder, making what is missing, readable by its owner only.
    ///
    /// - Throws: `StoreError.inUse` while another process has the folder, `.notDurable` when an
    ///   answer could be lost in a power cut.
    package init(
        folder: String,
        options: SQLiteOptions = SQLiteOptions()
    ) throws(StoreError) {
        try PrivateFile.createFolder(folder)
        lock = try FolderLock(folder: folder)
        let schema = Schema.witness
        let opening = Opening(folder: folder, schema: schema, options: options)
        connection = try Connection(opening.writer(), file: schema.file) {
            try WitnessStatements($0, file: schema.file)
        }
        PrivateFile.sync(folder)
    }

    /// Whether a folder holds a witness's memory, even an empty one.
    package static func isPresent(in folder: String) -> Bool {
        PrivateFile.hasContent("\(folder)/\(Schema.witness.file)")
    }

    package func checkpoint(of origin: [UInt8]) throws(StoreError) -> WitnessedCheckpoint? {
        try connection.use { statements throws(StoreError) in
            try statements.checkpoint(of: origin)
        }
    }

    package func update(
        _ origin: [UInt8],
        from expected: WitnessedTree?,
        to new: WitnessedCheckpoint
    ) throws(StoreError) -> Bool {
        new.tree.requireSuccessor(of: expected)
        return try connection.use { statements throws(StoreError) in
            try statements.update(origin, from: expected, to: new)
        }
    }

    package func owner() throws(StoreError) -> [UInt8]? {
        try connection.use { statements throws(StoreError) in try statements.owner() }
    }

    package func claim(by owner: [UInt8]) throws(StoreError) -> [UInt8] {
        try connection.use { statements throws(StoreError) in try statements.claim(by: owner) }
    }

    /// Closes the database, which empties its log, and lets the next process in.
    package func close() throws(StoreError) {
        // Released in any case: a database that failed to close is not used again.
        defer { lock.release() }
        try connection.close()
    }
}
