import ByteCoding
package import Clocks
package import Consent
package import FlowInterpreter
package import FlowProgram

/// Everything kept about one contact, as it is sealed in the store.
package struct ContactState: Hashable, Sendable {
    /// Where the conversation goes on: the address last written from.
    package var address: ContactAddress
    /// Every address of this contact, the oldest first.
    package var identities: [ContactAddress]
    /// BCP 47 tag.
    package var locale: String
    /// Counts turns; a later turn has a greater number.
    package var turn: UInt64
    /// Counts audit leaves about this contact.
    package var sequence: UInt64
    package var ledger: ConsentLedger
    package var session: Session?
    package var kept: [KeptValue]
    /// Confirmations sent since the last opt-out.
    package var confirmationsSent: Int
    /// Messages that came by themselves since the contact last wrote.
    package var followUpsSent: Int
    /// The words of the last message with a question, which a reply answers.
    package var lastWordsShown: String?
    /// When the contact was first stored.
    package var createdAt: Timestamp?
    /// When the contact last wrote.
    package var lastHeardAt: Timestamp?
    /// The purposes the contact was written to about since they last wrote.
    package var writtenAbout: [PurposeID]
    // LAW: Art. 18 GDPR: kept, and used for nothing else.
    package var isRestricted: Bool
    /// Rights exercised: every open request, and the last closed ones.
    package var requests: [RightsRequest]
    /// Pseudonyms of contacts that turned out to be this person: their proofs are this contact's.
    package var mergedFrom: [[UInt8]]
    /// The pseudonym this contact goes on under; nothing is done under this one any more.
    package var mergedInto: [UInt8]?
    /// A queued message waits for this instant.
    package var heldUntil: Timestamp?
    /// When the provider refused a free message because its window was closed, whatever we thought.
    package var windowRefusedAt: Timestamp?

    /// Values kept after their flow ended, of all flows together.
    package static let keptLimit = 200
    /// Addresses of one contact; a further one replaces none.
    package static let identityLimit = 16
    /// Requests remembered; the oldest closed ones go first.
    package static let requestLimit = 32

    package init(
        address: ContactAddress,
        locale: String,
        ledger: ConsentLedger = ConsentLedger()
    ) {
        self.address = address
        identities = [address]
        self.locale = locale
        turn = 0
        sequence = 0
        self.ledger = ledger
        session = nil
        kept = []
        confirmationsSent = 0
        followUpsSent = 0
        lastWordsShown = nil
        createdAt = nil
        lastHeardAt = nil
        writtenAbout = []
        isRestricted = false
        requests = []
        mergedFrom = []
        mergedInto = nil
        heldUntil = nil
        windowRefusedAt = nil
    }

    package var openRequests: [RightsRequest] { requests.filter(\.isOpen) }

    /// What the engine still has to do for this contact by itself.
    package var automaticRequest: RightsRequest? {
        requests.first { $0.isOpen && $0.right.isAutomatic }
    }

    /// The next instant at which something happens without the contact.
    package func nextDue(in program: Program) -> Timestamp? {
        guard mergedInto == nil else { return nil }
        let dues: [Timestamp?] = [
            nextChange(in: program), automaticRequest?.receivedAt,
            plannedDeletion(program.retention)?.dueAt,
        ]
        return dues.compactMap(\.self).min()
    }

    /// The next instant at which time itself changes something: a deadline, an expiry.
    package func nextChange(in program: Program) -> Timestamp? {
        guard mergedInto == nil else { return nil }
        let dues: [Timestamp?] = [
            session?.nextDue(idle: program.sessionIdle), ledger.nextExpiry,
            kept.compactMap(\.value.expiresAt).min(), heldUntil,
        ]
        return dues.compactMap(\.self).min()
    }

    /// When and why this contact is to be erased, if nothing else happens.
    package func plannedDeletion(_ policy: RetentionPolicy) -> PlannedDeletion? {
        guard let createdAt else { return nil }
        return policy.contactDeletion(
            for: ContactFacts(
                createdAt: createdAt,
                lastHeardAt: lastHeardAt,
                hasValidConsent: ledger.hasValidConsent,
                hasOpenConversation: session != nil,
                everGiven: ledger.wasEverGiven,
                lastConsentChangeAt: ledger.lastChange,
                lastUseAt: ledger.lastUse,
                isOptedOut: ledger.isOptedOut,
                hasOpenRequest: requests.contains(where: \.isOpen),
                isRestricted: isRestricted
            )
        )
    }
}
