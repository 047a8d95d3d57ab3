package import Clocks

/// What decides how long a contact is kept.
package struct ContactFacts: Hashable, Sendable {
    package var createdAt: Timestamp
    /// When the contact last wrote.
    package var lastHeardAt: Timestamp?
    package var hasValidConsent: Bool
    package var hasOpenConversation: Bool
    /// Whether any purpose was ever consented to.
    package var everGiven: Bool
    package var lastConsentChangeAt: Timestamp?
    /// When a message last left under a consent.
    package var lastUseAt: Timestamp?
    package var isOptedOut: Bool
    /// Whether a right was exercised and is not answered yet.
    package var hasOpenRequest: Bool
    package var isRestricted: Bool

    package init(
        createdAt: Timestamp,
        lastHeardAt: Timestamp? = nil,
        hasValidConsent: Bool = false,
        hasOpenConversation: Bool = false,
        everGiven: Bool = false,
        lastConsentChangeAt: Timestamp? = nil,
        lastUseAt: Timestamp? = nil,
        isOptedOut: Bool = false,
        hasOpenRequest: Bool = false,
        isRestricted: Bool = false
    ) {
        self.createdAt = createdAt
        self.lastHeardAt = lastHeardAt
        self.hasValidConsent = hasValidConsent
        self.hasOpenConversation = hasOpenConversation
        self.everGiven = everGiven
        self.lastConsentChangeAt = lastConsentChangeAt
        self.lastUseAt = lastUseAt
        self.isOptedOut = isOptedOut
        self.hasOpenRequest = hasOpenRequest
        self.isRestricted = isRestricted
    }

    /// Whatever is named here, the latest of them and the contact's making.
    private func latest(_ instants: Timestamp?...) -> Timestamp {
        instants.compactMap(\.self).reduce(createdAt, max)
    }

    func anchor(_ anchor: RetentionAnchor) -> Timestamp {
        switch anchor {
        case .created, .received, .declared: createdAt
        case .lastContact: latest(lastHeardAt, lastConsentChangeAt)
        case .consentEnded: latest(lastConsentChangeAt)
        case .lastUse: latest(lastConsentChangeAt, lastUseAt)
        }
    }
}

/// Why a contact is not to be erased, however much time passes.
package enum RetentionHold: String, Hashable, Sendable, CaseIterable {
    case restricted
    case openRequest = "open-request"
    case validConsent = "valid-consent"
    case openConversation = "open-conversation"
    /// The rule of its class has no end.
    case noEnd = "no-end"

    package var words: String {
        switch self {
        case .restricted: "the use of their data is restricted (Art. 18 GDPR)"
        case .openRequest: "a right was exercised and is not answered yet"
        case .validConsent: "consent is valid"
        case .openConversation: "a conversation is open"
        case .noEnd: "the rule has no end"
        }
    }
}

extension RetentionPolicy {
    // LAW: Art. 18(2) GDPR: restricted data are stored, and nothing else; Art. 12(3) GDPR: a
    // request is answered, not made moot.
    /// What keeps a contact from being erased; `nil` if only time does.
    package func hold(on contact: ContactFacts) -> RetentionHold? {
        if contact.isRestricted { return .restricted }
        if contact.hasOpenRequest { return .openRequest }
        if contact.hasValidConsent { return .validConsent }
        if contact.hasOpenConversation { return .openConversation }
        let ends = classes(of: contact).map { rule(for: $0).keep }
        return ends.contains(nil) ? .noEnd : nil
    }

    /// When and why a contact is erased if nothing else happens; `nil` while something holds it.
    ///
    /// A contact that consented is kept for the proof, and like any other for a while after the
    /// last contact: both times must be over.
    package func contactDeletion(for contact: ContactFacts) -> PlannedDeletion? {
        guard hold(on: contact) == nil else { return nil }
        var decided: PlannedDeletion?
        for recordClass in classes(of: contact) {
            let rule = rule(for: recordClass)
            guard let dueAt = rule.dueAt(from: contact.anchor(rule.from)) else { return nil }
            if let decided, decided.dueAt >= dueAt { continue }
            decided = PlannedDeletion(
                dueAt: dueAt,
                rule: rule,
                sentence: Self.sentence(contact, rule)
            )
        }
        return decided
    }

    private func classes(of contact: ContactFacts) -> [RecordClass] {
        contact.everGiven ? [.consentProof, .unconfirmedContact] : [.unconfirmedContact]
    }

    private static func sentence(_ contact: ContactFacts, _ rule: RetentionRule) -> String {
        let state = contact.everGiven ? "all consent has ended" : "no consent was ever given"
        let what =
            rule.recordClass == .consentProof ? "the proof of it is" : "a contact without one is"
        let rest = contact.isOptedOut ? "; the STOP outlives the contact" : ""
        return "\(state), and \(what) \(rule.words) (\(rule.citation))\(rest)"
    }
}
