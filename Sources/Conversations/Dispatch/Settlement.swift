package import Clocks

/// What becomes of a queued message after an attempt to hand it over.
package enum Settlement: Hashable, Sendable {
    /// The provider has it; its ids for it.
    case handedOver(ids: [String])
    case postponed(until: Timestamp, attempts: Int)
    /// It is a dead letter now, until an operator requeues or discards it.
    case failed(code: String, attempts: Int)
    /// It leaves the queue for good: the contact wants it no more.
    case dropped
}
