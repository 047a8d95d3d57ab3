package import Clocks

/// A message to deliver, sealed.
package struct OutboxRow: Hashable, Sendable {
    /// Given by the store; 0 before it is stored.
    package let id: Int64
    /// 16 bytes that stay the same however often delivery is tried.
    package let effectID: [UInt8]
    /// The purpose's name, in clear, so that a withdrawal can cancel without opening anything.
    package let purpose: String?
    package let sealed: [UInt8]
    /// How often delivery was tried; 0 at first, and changed only by a `DeliveryChange`.
    package let attempts: Int
    /// The next attempt is not made earlier; `nil` at first, and changed like `attempts`.
    package let notBefore: Timestamp?
    /// When the turn that queued it was decided: given by the store, from `TurnCommit.now`.
    package let queuedAt: Timestamp

    package init(
        id: Int64 = 0,
        effectID: [UInt8],
        purpose: String?,
        sealed: [UInt8],
        attempts: Int = 0,
        notBefore: Timestamp? = nil,
        queuedAt: Timestamp = Timestamp(milliseconds: 0)
    ) {
        self.id = id
        self.effectID = effectID
        self.purpose = purpose
        self.sealed = sealed
        self.attempts = attempts
        self.notBefore = notBefore
        self.queuedAt = queuedAt
    }
}
