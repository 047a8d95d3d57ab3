/// How many rows of a contact there are to shred, or were shredded.
package struct ShredCounts: Hashable, Sendable {
    /// The contact's own row: 0 or 1.
    package var contacts: Int
    /// Messages waiting for delivery, and dead letters.
    ///
    /// What is kept of messages that were sent goes with them uncounted: names and no content.
    package var outbox: Int
    package var evidence: Int

    package init(contacts: Int = 0, outbox: Int = 0, evidence: Int = 0) {
        self.contacts = contacts
        self.outbox = outbox
        self.evidence = evidence
    }

    package static func += (sum: inout ShredCounts, more: ShredCounts) {
        sum.contacts += more.contacts
        sum.outbox += more.outbox
        sum.evidence += more.evidence
    }
}
