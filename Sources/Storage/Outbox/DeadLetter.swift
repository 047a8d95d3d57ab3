package import Clocks

/// A message that delivery gave up, kept until an operator decides.
package struct DeadLetter: Hashable, Sendable {
    /// Its id in the outbox, which it keeps when it waits again.
    package let id: Int64
    package let contact: ContactID
    package let effectID: [UInt8]
    package let purpose: String?
    package let sealed: [UInt8]
    /// How often delivery was tried.
    package let attempts: Int
    /// Why it was given up, as `DeliveryChange.buried` said.
    package let code: String
    package let queuedAt: Timestamp

    package init(
        id: Int64,
        contact: ContactID,
        effectID: [UInt8],
        purpose: String?,
        sealed: [UInt8],
        attempts: Int,
        code: String,
        queuedAt: Timestamp
    ) {
        self.id = id
        self.contact = contact
        self.effectID = effectID
        self.purpose = purpose
        self.sealed = sealed
        self.attempts = attempts
        self.code = code
        self.queuedAt = queuedAt
    }
}
