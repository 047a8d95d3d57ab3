package import Storage

extension SQLiteStore {
    package func queued(for contact: ContactID) throws(StoreError) -> [OutboxRow] {
        try lists.use { lists throws(StoreError) in try lists.outbox.queued(for: contact) }
    }

    package func queuedContacts(
        after last: ContactID?,
        limit: Int
    ) throws(StoreError) -> [QueuedContact] {
        try lists.use { lists throws(StoreError) in
            try lists.outbox.contacts(after: last, limit: limit)
        }
    }

    package func deadLetters(
        after id: Int64,
        limit: Int
    ) throws(StoreError) -> [DeadLetter] {
        try lists.use { lists throws(StoreError) in
            try lists.outbox.deadLetters(after: id, limit: limit)
        }
    }

    package func deadLetters(of contact: ContactID) throws(StoreError) -> [DeadLetter] {
        try lists.use { lists throws(StoreError) in try lists.outbox.deadLetters(of: contact) }
    }

    package func deadLetter(_ id: Int64) throws(StoreError) -> DeadLetter? {
        try lists.use { lists throws(StoreError) in try lists.outbox.deadLetter(id) }
    }

    package func outboxCounts() throws(StoreError) -> OutboxCounts {
        try lists.use { lists throws(StoreError) in try lists.outbox.counts() }
    }

    package func sent(_ key: [UInt8]) throws(StoreError) -> StoredSentMessage? {
        try lookups.use { lookups throws(StoreError) in try lookups.sent(key) }
    }
}
