package import Clocks
package import Storage

extension FaultyStore {
    package func pruneSent(before limit: Timestamp) throws(StoreError) -> Int {
        try plan.run(.pruneSent) { () throws(StoreError) in try store.pruneSent(before: limit) }
    }

    // MARK: Reading

    package func queued(for contact: ContactID) throws(StoreError) -> [OutboxRow] {
        try plan.run(.reading) { () throws(StoreError) in try store.queued(for: contact) }
    }

    package func queuedContacts(
        after last: ContactID?,
        limit: Int
    ) throws(StoreError) -> [QueuedContact] {
        try plan.run(.reading) { () throws(StoreError) in
            try store.queuedContacts(after: last, limit: limit)
        }
    }

    package func deadLetters(
        after id: Int64,
        limit: Int
    ) throws(StoreError) -> [DeadLetter] {
        try plan.run(.reading) { () throws(StoreError) in
            try store.deadLetters(after: id, limit: limit)
        }
    }

    package func deadLetters(of contact: ContactID) throws(StoreError) -> [DeadLetter] {
        try plan.run(.reading) { () throws(StoreError) in try store.deadLetters(of: contact) }
    }

    package func deadLetter(_ id: Int64) throws(StoreError) -> DeadLetter? {
        try plan.run(.reading) { () throws(StoreError) in try store.deadLetter(id) }
    }

    package func outboxCounts() throws(StoreError) -> OutboxCounts {
        try plan.run(.reading) { () throws(StoreError) in try store.outboxCounts() }
    }

    package func sent(_ key: [UInt8]) throws(StoreError) -> StoredSentMessage? {
        try plan.run(.reading) { () throws(StoreError) in try store.sent(key) }
    }
}
