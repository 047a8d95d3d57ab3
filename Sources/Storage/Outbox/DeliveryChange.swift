package import Clocks

/// What an attempt to deliver, or an operator, makes of one queued message.
///
/// It touches only a message of the turn's own contact. One that is not there any more, because a
/// STOP cancelled it, or that is not in the state the change starts from, is passed over.
package enum DeliveryChange: Hashable, Sendable {
    /// A message that waits is tried again, not before an instant.
    case postponed(id: Int64, attempts: Int, until: Timestamp)
    /// A message that waits becomes a dead letter, which nobody tries to deliver; the code says why
    /// in clear, and so says nothing of the person.
    case buried(id: Int64, attempts: Int, code: String)
    /// A dead letter waits again, as if it had never been tried.
    case requeued(id: Int64)
    /// A dead letter goes.
    case discarded(id: Int64)

    /// The message it is about.
    package var id: Int64 {
        switch self {
        case .postponed(let id, _, _), .buried(let id, _, _), .requeued(let id), .discarded(let id):
            id
        }
    }
}
