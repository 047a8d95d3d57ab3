package import Clocks

/// An erasure that was asked for: everything that is needed to finish it after a crash.
package struct ErasureJob: Hashable, Sendable {
    package let contact: ContactID
    package let requestedAt: Timestamp
    /// The sequence of the contact's last leaf, which the leaf that closes the erasure follows.
    package let lastSequence: UInt64
    /// Whatever the next steps need; it stands in clear, so it must say nothing of the person.
    package let details: [UInt8]

    package init(
        contact: ContactID,
        requestedAt: Timestamp,
        lastSequence: UInt64,
        details: [UInt8]
    ) {
        self.contact = contact
        self.requestedAt = requestedAt
        self.lastSequence = lastSequence
        self.details = details
    }
}
