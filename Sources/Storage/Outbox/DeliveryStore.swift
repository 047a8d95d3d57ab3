package import Clocks

/// What a store keeps for delivery: messages that wait, those that were given up, and those that a
/// provider took.
///
/// All of it is written in turns (`TurnCommit`), but for what is forgotten.
package protocol DeliveryStore: Sendable {
    /// Messages waiting for delivery to a contact, oldest first; not its dead letters.
    func queued(for contact: ContactID) throws(StoreError) -> [OutboxRow]
    /// Contacts with messages that wait, in the order of their row numbers: what a process that
    /// starts has to deliver.
    ///
    /// Costs what is queued, however many contacts there are.
    func queuedContacts(
        after last: ContactID?,
        limit: Int
    ) throws(StoreError) -> [QueuedContact]

    /// Dead letters of all contacts with a greater id, oldest first; 0 for the first page.
    func deadLetters(after id: Int64, limit: Int) throws(StoreError) -> [DeadLetter]
    // LAW: Art. 15 GDPR: what was not delivered is still held of the person.
    /// A contact's dead letters, oldest first.
    func deadLetters(of contact: ContactID) throws(StoreError) -> [DeadLetter]
    /// `nil` for a message that waits, and for one that is not there.
    func deadLetter(_ id: Int64) throws(StoreError) -> DeadLetter?
    func outboxCounts() throws(StoreError) -> OutboxCounts

    /// What is kept of a message under its `SentMessage.key`.
    func sent(_ key: [UInt8]) throws(StoreError) -> StoredSentMessage?
    /// Forgets messages handed over before an instant, about 10 000 a call.
    ///
    /// - Returns: How many are gone; 0 when there are no more.
    func pruneSent(before limit: Timestamp) throws(StoreError) -> Int
}

/// A contact with messages that wait.
package struct QueuedContact: Hashable, Sendable {
    package let contact: ContactID
    /// Of the oldest message that waits: as a contact's messages go in order, nothing is delivered
    /// to it earlier.
    package let notBefore: Timestamp?

    package init(contact: ContactID, notBefore: Timestamp?) {
        self.contact = contact
        self.notBefore = notBefore
    }
}

/// How much is in the outbox, over all contacts.
package struct OutboxCounts: Hashable, Sendable {
    /// Messages that wait.
    package let waiting: Int
    /// Dead letters.
    package let dead: Int
    /// When the oldest message that waits was queued.
    package let oldestQueuedAt: Timestamp?

    package init(waiting: Int = 0, dead: Int = 0, oldestQueuedAt: Timestamp? = nil) {
        self.waiting = waiting
        self.dead = dead
        self.oldestQueuedAt = oldestQueuedAt
    }
}
