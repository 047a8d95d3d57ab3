package import Consent
package import FlowProgram

/// Who acted, as a class; the log never says more.
package enum Actor: String, Hashable, Sendable {
    case contact, engine, `operator`, provider
}

/// Something done to a contact that is no message of theirs: decided and audited like any turn.
package enum Operation: Hashable, Sendable {
    /// A right exercised outside the chat, by letter or telephone.
    case exercise(Right)
    /// The oldest open request for a right has been answered.
    case close(Right)
    /// The dispute that a restriction waited for is settled.
    case liftRestriction
    /// A kept value was wrong; `nil` removes it.
    case rectify(flow: String, slot: String, to: Value?)
    /// STOP by another way: a provider's signal, a letter, a list.
    case optOut
    /// One purpose withdrawn by another way.
    case withdraw(PurposeID)
    /// Every purpose that is marketing withdrawn by another way.
    case withdrawMarketing
    /// A provider told something that changes nothing here.
    case note
    /// The controller ends a purpose for this contact.
    case revoke(PurposeID)
    /// What was consented to turned out not to count: the number has another owner.
    case invalidate
    /// Another address is the same contact's.
    case join(ContactAddress)
    /// Another contact turned out to be the same person.
    case absorb(ContactState, pseudonym: [UInt8])
    /// This contact goes on as another.
    case retire(into: [UInt8])
    /// The owner's former number said no: that holds for the new one.
    case inherit(ConsentLedger)
    /// The answer to a right, as documents.
    case answer(Right, [OutboundMessage.Attachment])
    /// Personal data were shown or handed out.
    case disclose(Disclosure)
    /// Everything kept about the contact goes; what follows is not a turn any more.
    case erase(ErasureCause)
    /// A conversation that the contact did not begin here, with what they did elsewhere to ask for
    /// it; never where there is an obstacle (`ContactState.obstacle`).
    case begin(FlowIndex, at: ContactAddress, FormConsent?)
    /// A message for a purpose, in the words of whoever sends it.
    case say(PurposeID, String)

    /// A name for the audit log.
    var name: String {
        switch self {
        case .exercise: "exercise"
        case .close: "close"
        case .liftRestriction: "lift-restriction"
        case .rectify: "rectify"
        case .optOut: "opt-out"
        case .withdraw: "withdraw"
        case .withdrawMarketing: "withdraw-marketing"
        case .note: "note"
        case .revoke: "revoke"
        case .invalidate: "invalidate"
        case .join: "join"
        case .absorb: "absorb"
        case .retire: "retire"
        case .inherit: "inherit"
        case .answer: "answer"
        case .disclose: "disclose"
        case .erase: "erase"
        case .begin: "begin"
        case .say: "say"
        }
    }
}

/// How personal data left the store.
package enum Disclosure: String, Hashable, Sendable, CaseIterable {
    case shown, exported, receipt
    /// Somebody read the person's events in the log.
    case auditTrail = "audit-trail"
    /// Somebody drew up the account of whom the data went to.
    case accounting
}

/// Why a contact is erased.
package enum ErasureCause: Hashable, Sendable {
    // LAW: Art. 17(1) GDPR.
    case request
    // LAW: Art. 5(1)(e) GDPR; the record class whose time is over.
    case retention(String)

    package var text: String {
        switch self {
        case .request: "request"
        case .retention(let recordClass): "retention:\(recordClass)"
        }
    }
}
