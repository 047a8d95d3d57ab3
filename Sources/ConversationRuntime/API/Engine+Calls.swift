import Audit
import Clocks
package import Storage

/// A call of the interface, for the log: which operation, with which key, and about whom.
package struct APICall: Hashable, Sendable {
    /// The operation's id, such as `contacts.export`.
    package let operation: String
    /// The public part of the key.
    package let key: String
    /// The contact that it is about, if it is about one that there is.
    package let contact: ContactID?

    package init(operation: String, key: String, contact: ContactID?) {
        self.operation = operation
        self.key = key
        self.contact = contact
    }
}

extension Engine {
    // INVARIANT: the leaf is durable before the call does or tells anything.
    /// Writes down who called what, about whom, and when.
    ///
    /// The leaf has no subject, and names the contact in `to`: the leaves with a subject are
    /// numbered by the contact's state, so only a turn of theirs may write one, and a call may be
    /// refused before it comes to a turn.
    package func record(_ call: APICall) throws(EngineError) {
        let now = clock.now()
        let event = AuditEvent(
            time: now,
            kind: .apiCalled,
            to: call.contact.map { AuditEvent.text(ofPseudonym: $0.bytes) },
            cause: call.operation,
            actor: APIKeys.actor(call.key)
        )
        do {
            try store.append([PreparedLeaf(body: AuditLeaf.encode(event))], at: now)
        } catch {
            throw .store(error)
        }
    }
}
