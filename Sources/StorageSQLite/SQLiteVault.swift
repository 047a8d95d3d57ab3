package import Storage

/// Wrapped keys in `keys.db`, in a file and on connections of their own.
///
/// One connection writes and checkpoints, one reads, so that finding a contact never waits for a
/// new one to reach the disk.
package final class SQLiteVault: KeyVault {
    let writer: Connection<VaultWriter>
    let reader: Connection<VaultReader>
    private let search: FileSearch
    /// Held as long as anyone can write.
    private let lock: FolderLock

    init(folder: String, options: SQLiteOptions, lock: FolderLock) throws(StoreError) {
        let schema = Schema.keys
        let opening = Opening(folder: folder, schema: schema, options: options)
        self.lock = lock
        writer = try Connection(opening.writer(), file: schema.file) {
            try VaultWriter($0, file: schema.file)
        }
        reader = try Connection(opening.reader(), file: schema.file) {
            try VaultReader($0, file: schema.file)
        }
        search = try FileSearch(path: "\(folder)/\(schema.file)")
    }

    package func settings() throws(StoreError) -> VaultSettings? {
        try reader.use { reader throws(StoreError) in try reader.settings() }
    }

    package func initialize(_ settings: VaultSettings) throws(StoreError) {
        try writer.use { writer throws(StoreError) in try writer.initialize(settings) }
    }

    package func contact(for identifier: [UInt8]) throws(StoreError) -> ContactID? {
        try reader.use { reader throws(StoreError) in try reader.contact(for: identifier) }
    }

    package func wrappedSecrets(of contact: ContactID) throws(StoreError) -> [UInt8]? {
        try reader.use { reader throws(StoreError) in try reader.wrappedSecrets(of: contact) }
    }

    package func add(_ contacts: [NewContact]) throws(StoreError) -> [ContactID] {
        try writer.use { writer throws(StoreError) in try writer.add(contacts) }
    }

    package func contactCount() throws(StoreError) -> Int {
        try reader.use { reader throws(StoreError) in try reader.contactCount() }
    }

    package func contactIDs(
        after last: ContactID?,
        limit: Int
    ) throws(StoreError) -> [ContactID] {
        try reader.use { reader throws(StoreError) in
            try reader.contactIDs(after: last, limit: limit)
        }
    }

    package func identifiers(of contact: ContactID) throws(StoreError) -> [[UInt8]] {
        try reader.use { reader throws(StoreError) in try reader.identifiers(of: contact) }
    }

    package func link(_ identifier: [UInt8], to contact: ContactID) throws(StoreError) {
        try writer.use { writer throws(StoreError) in try writer.link(identifier, to: contact) }
    }

    package func suppression(for identifier: [UInt8]) throws(StoreError) -> [UInt8]? {
        try reader.use { reader throws(StoreError) in try reader.suppression(for: identifier) }
    }

    package func suppress(_ identifier: [UInt8], record: [UInt8]?) throws(StoreError) {
        let suppression = Suppression(identifier: identifier, record: record)
        try writer.use { writer throws(StoreError) in try writer.suppress(suppression) }
    }

    package func suppressionCount() throws(StoreError) -> Int {
        try reader.use { reader throws(StoreError) in try reader.suppressionCount() }
    }

    package func destroy(
        _ contacts: [ContactID],
        suppressing suppressions: [Suppression]
    ) throws(StoreError) {
        let destroyed = try writer.use { writer throws(StoreError) in
            try writer.destroy(contacts, suppressing: suppressions)
        }
        try removeTraces(of: destroyed)
    }

    /// Looks for copies beside the writer, who never copies what is free in one page to another.
    private func removeTraces(of destroyed: DestroyedBytes) throws(StoreError) {
        let isFound = try search.contains(anyOf: destroyed.traces)
        guard isFound || !destroyed.isComplete else { return }
        try writer.use { writer throws(StoreError) in try writer.rebuild() }
    }

    package func signingKeys() throws(StoreError) -> [StoredSigningKey] {
        try reader.use { reader throws(StoreError) in try reader.signingKeys() }
    }

    package func add(_ key: StoredSigningKey) throws(StoreError) {
        try writer.use { writer throws(StoreError) in try writer.add(key) }
    }

    package func logKeys() throws(StoreError) -> [StoredLogKey] {
        try reader.use { reader throws(StoreError) in try reader.logKeys() }
    }

    package func add(_ key: StoredLogKey) throws(StoreError) {
        try writer.use { writer throws(StoreError) in try writer.add(key) }
    }

    package func destroyLogKey(ofEpoch epoch: UInt32) throws(StoreError) {
        let destroyed = try writer.use { writer throws(StoreError) in
            try writer.destroyLogKey(ofEpoch: epoch)
        }
        try removeTraces(of: destroyed)
    }

    /// Closes the reader, then the writer, which so is the last and empties the log.
    package func close() throws(StoreError) {
        defer { search.release() }
        let reading = Result { () throws(StoreError) in try reader.close() }
        try writer.close()
        try reading.get()
    }
}
