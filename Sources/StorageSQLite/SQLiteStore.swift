package import Audit
package import Clocks
package import Storage

/// Conversations in `parley.db`.
///
/// Three connections: one writes and checkpoints; one finds what has a key, which every turn and
/// every report of a provider asks for, in microseconds; one reads lists. So a page of the audit
/// log being read delays no turn, and no read waits for a commit to reach the disk.
package final class SQLiteStore: ConversationStore {
    let writer: Connection<StoreWriter>
    let lookups: Connection<StoreLookups>
    let lists: Connection<StoreLists>
    /// Held as long as anyone can write.
    private let lock: FolderLock

    init(folder: String, options: SQLiteOptions, lock: FolderLock) throws(StoreError) {
        let schema = Schema.conversations
        let opening = Opening(folder: folder, schema: schema, options: options)
        self.lock = lock
        writer = try Connection(opening.writer(), file: schema.file) {
            try StoreWriter($0, file: schema.file)
        }
        lookups = try Connection(opening.reader(), file: schema.file) {
            try StoreLookups($0, file: schema.file)
        }
        lists = try Connection(opening.reader(), file: schema.file) {
            try StoreLists($0, file: schema.file)
        }
    }

    package func commit(_ turns: [TurnCommit]) throws(StoreError) -> [CommitResult] {
        try writer.use { writer throws(StoreError) in try writer.commit(turns) }
    }

    package func append(_ leaves: [PreparedLeaf], at now: Timestamp) throws(StoreError) {
        try writer.use { writer throws(StoreError) in try writer.append(leaves, at: now) }
    }

    package func archive(program digest: [UInt8], sources: [UInt8]) throws(StoreError) {
        try writer.use { writer throws(StoreError) in
            try writer.archive(program: digest, sources: sources)
        }
    }

    package func contact(_ id: ContactID) throws(StoreError) -> StoredContact? {
        try lookups.use { lookups throws(StoreError) in try lookups.contact(id) }
    }

    package func isTaken(inboxKey: [UInt8]) throws(StoreError) -> Bool {
        try lookups.use { lookups throws(StoreError) in try lookups.isTaken(inboxKey) }
    }

    package func due(at now: Timestamp, limit: Int) throws(StoreError) -> [ContactID] {
        try lists.use { lists throws(StoreError) in try lists.due(at: now, limit: limit) }
    }

    package func evidence(for contact: ContactID) throws(StoreError) -> [EvidenceRow] {
        try lists.use { lists throws(StoreError) in try lists.evidence(for: contact) }
    }

    package func leaves(from index: UInt64, limit: Int) throws(StoreError) -> [StoredLeaf] {
        try lists.use { lists throws(StoreError) in try lists.leaves(from: index, limit: limit) }
    }

    package func heads(from size: UInt64, limit: Int) throws(StoreError) -> [TreeHead] {
        try lists.use { lists throws(StoreError) in try lists.heads(from: size, limit: limit) }
    }

    package func frontier() throws(StoreError) -> Frontier {
        try lists.use { lists throws(StoreError) in try lists.frontier() }
    }

    package func archivedProgram(_ digest: [UInt8]) throws(StoreError) -> [UInt8]? {
        try lists.use { lists throws(StoreError) in try lists.archivedProgram(digest) }
    }

    /// Sets how many pages of 4 KiB the file may grow to, from now on.
    package func limit(pages: Int) throws(StoreError) {
        try writer.configure { try Opening.limit($0, pages: pages) }
    }

    /// Closes the readers, then the writer, which so is the last and empties the log.
    package func close() throws(StoreError) {
        let lookingUp = Result { () throws(StoreError) in try lookups.close() }
        let listing = Result { () throws(StoreError) in try lists.close() }
        try writer.close()
        try lookingUp.get()
        try listing.get()
    }
}
