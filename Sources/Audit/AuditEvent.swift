package import Clocks

/// One thing that happened, without anything personal: what a leaf of the audit log says.
///
/// The subject is a random pseudonym whose link to a person is kept, and erased, elsewhere. Names
/// are those of the flow's author or words of a closed vocabulary, never what a contact wrote.
package struct AuditEvent: Hashable, Sendable {
    /// Bytes in a pseudonym or a session id.
    package static let identifierByteCount = 16
    /// Unicode scalars in a step, a purpose or an actor.
    package static let longestName = 128
    /// Unicode scalars in a flow or a cause, which add a digest or a prefix to a name.
    package static let longestQualifiedName = longestName + 32
    /// The instants a leaf can state: the years 1 to 9999.
    package static let times =
        Timestamp(milliseconds: -62_135_596_800_000)...Timestamp(milliseconds: 253_402_300_799_999)

    package let time: Timestamp
    package let kind: AuditKind
    /// The contact's random pseudonym; `nil` when the event is about no contact.
    package let subject: [UInt8]?
    package let session: [UInt8]?
    /// 1, 2, 3 … within a contact; 0 when the event is about no contact.
    package let sequence: UInt64
    /// Name and digest of the flow (`order-updates@1a2b3c4d5e6f7081`).
    package let flow: String?
    /// The step left.
    package let from: String?
    /// The step reached.
    package let to: String?
    /// Why, in a closed vocabulary (`opt-out`, `choice:accept`, `timer:after`).
    package let cause: String?
    package let purpose: String?
    /// Who acted, as a class (`contact`, `engine`, `provider`, `operator`).
    package let actor: String?

    /// Takes values within the limits above; any other is a defect of the caller.
    package init(
        time: Timestamp,
        kind: AuditKind,
        subject: [UInt8]? = nil,
        session: [UInt8]? = nil,
        sequence: UInt64 = 0,
        flow: String? = nil,
        from: String? = nil,
        to: String? = nil,
        cause: String? = nil,
        purpose: String? = nil,
        actor: String? = nil
    ) {
        precondition(Self.times.contains(time), "a leaf states the years 1 to 9999")
        Self.require(identifier: subject)
        Self.require(identifier: session)
        precondition(
            (subject == nil) == (sequence == 0),
            "an event about a contact has a sequence number from 1, any other has none"
        )
        Self.require(flow, within: Self.longestQualifiedName)
        Self.require(from, within: Self.longestName)
        Self.require(to, within: Self.longestName)
        Self.require(cause, within: Self.longestQualifiedName)
        Self.require(purpose, within: Self.longestName)
        Self.require(actor, within: Self.longestName)
        self.time = time
        self.kind = kind
        self.subject = subject
        self.session = session
        self.sequence = sequence
        self.flow = flow
        self.from = from
        self.to = to
        self.cause = cause
        self.purpose = purpose
        self.actor = actor
    }

    /// Whether a name is short enough for a leaf: at most `limit` Unicode scalars.
    package static func fits(_ name: String, _ limit: Int = longestName) -> Bool {
        // Bytes are never fewer than scalars, and counting them is free.
        name.utf8.count <= limit || name.unicodeScalars.count <= limit
    }

    /// A pseudonym as a leaf writes it: 32 lowercase hexadecimal digits.
    package static func text(ofPseudonym pseudonym: [UInt8]) -> String {
        Hex.text(of: pseudonym)
    }

    private static func require(identifier: [UInt8]?) {
        guard let identifier else { return }
        precondition(
            identifier.count == identifierByteCount,
            "a pseudonym and a session id are 16 bytes"
        )
    }

    private static func require(_ name: String?, within limit: Int) {
        guard let name else { return }
        precondition(fits(name, limit), "a name is longer than a leaf may hold")
    }
}
