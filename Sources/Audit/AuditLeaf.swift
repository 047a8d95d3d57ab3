internal import Clocks

/// The bytes of one leaf: one line of JSON in one fixed form, hashed exactly as stored.
///
/// Keys come in a fixed order, absent values are left out, there is no white space, and a string
/// is escaped in one way only; so one event with its commitments has exactly one encoding.
/// `docs/audit-log.md` states the form byte by byte.
package struct AuditLeaf: Hashable, Sendable {
    /// The `v` of this form.
    package static let version = 1
    /// Bytes in a payload or a state commitment (a SHA-256 digest).
    package static let commitmentByteCount = 32
    /// No leaf is longer, since no name in it can be: a leaf of a usual turn has about 300 bytes.
    package static let longestByteCount = 6_144

    package let event: AuditEvent
    /// SHA-256 of domain, salt and what was said or recorded; the salt dies with the contact's key.
    package let payload: [UInt8]?
    /// SHA-256 of the sealed state after the event.
    package let state: [UInt8]?

    /// Takes commitments of 32 bytes; any other count is a defect of the caller.
    package init(event: AuditEvent, payload: [UInt8]? = nil, state: [UInt8]? = nil) {
        let count = Self.commitmentByteCount
        precondition(payload.map { $0.count == count } ?? true, "a commitment is 32 bytes")
        precondition(state.map { $0.count == count } ?? true, "a commitment is 32 bytes")
        self.event = event
        self.payload = payload
        self.state = state
    }

    /// The leaf's bytes, without a line end.
    package var bytes: [UInt8] { Self.encode(event, payload: payload, state: state) }

    /// The bytes of the leaf for `event`, without a line end; commitments have 32 bytes.
    package static func encode(
        _ event: AuditEvent,
        payload: [UInt8]? = nil,
        state: [UInt8]? = nil
    ) -> [UInt8] {
        var writer = LeafWriter()
        writer.open(version: version)
        writer.time(event.time)
        writer.word("kind", event.kind.rawValue)
        writer.digest("subject", event.subject, count: AuditEvent.identifierByteCount)
        writer.digest("session", event.session, count: AuditEvent.identifierByteCount)
        writer.number("seq", event.sequence)
        writer.name("flow", event.flow)
        writer.name("from", event.from)
        writer.name("to", event.to)
        writer.name("cause", event.cause)
        writer.name("purpose", event.purpose)
        writer.name("actor", event.actor)
        writer.digest("payload", payload, count: commitmentByteCount)
        writer.digest("state", state, count: commitmentByteCount)
        return writer.close()
    }
}
