/// A kind of record that Parley keeps for a time of its own.
package enum RecordClass: String, Hashable, Sendable, CaseIterable {
    /// A conversation that nobody goes on with.
    case session
    /// A contact that never gave a consent.
    case unconfirmedContact = "unconfirmed-contact"
    /// A contact whose consents have all ended, with the proof that they were given.
    case consentProof = "consent-proof"
    /// The ids of messages that were taken, by which a repeated one is known.
    case inbox
    /// The value of a slot that outlived its flow.
    case keptValue = "kept-value"
    /// A message that waits for delivery.
    case queuedMessage = "queued-message"
    /// The leaves of the audit log.
    case auditLog = "audit-log"
    /// The keyed hash of an address that said STOP.
    case suppression

    /// Whether a workspace may set it; the others follow from something else it says.
    package var isConfigurable: Bool {
        switch self {
        case .session, .unconfirmedContact, .consentProof, .inbox, .auditLog: true
        case .keptValue, .queuedMessage, .suppression: false
        }
    }

    /// From what a period for it may run; the first is meant unless another is named.
    package var anchors: [RetentionAnchor] {
        switch self {
        case .session: [.lastContact]
        case .unconfirmedContact: [.lastContact, .created]
        case .consentProof: [.lastUse, .consentEnded]
        case .inbox: [.received]
        case .keptValue, .queuedMessage: [.declared]
        case .auditLog, .suppression: [.created]
        }
    }

    // Invariant 6 rests on the inbox: a provider repeats a message for up to a week, and one that
    // is not known any more would be taken twice.
    /// No period for it may be shorter, in days.
    package var leastDays: Int64 {
        switch self {
        case .inbox: 7
        case .unconfirmedContact: 1
        case .session, .consentProof, .keptValue, .queuedMessage, .auditLog, .suppression: 0
        }
    }
}

/// What a period of keeping runs from.
package enum RetentionAnchor: String, Hashable, Sendable, CaseIterable {
    case created
    case received
    /// The last sign of the contact: a message, or a change of consent.
    case lastContact = "last-contact"
    /// When the last consent ended.
    case consentEnded = "consent-ended"
    // LAW: § 7a(2) UWG: from giving, and again from each use.
    /// The later of the end of consent and the last message under it.
    case lastUse = "last-use"
    /// The record says itself until when it is kept.
    case declared

    /// How a sentence names it.
    package var words: String {
        switch self {
        case .created: "its making"
        case .received: "its arrival"
        case .lastContact: "the last contact"
        case .consentEnded: "the end of consent"
        case .lastUse: "the end of consent or its last use"
        case .declared: "what it declares"
        }
    }
}
