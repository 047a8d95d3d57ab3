package import Clocks
package import Consent

// LAW: Art. 7(1) GDPR: the controller must be able to demonstrate that consent was given.
/// The proof of one consent change: who, when, where, which words, which act.
///
/// Kept sealed under the contact's own key, one for each change, never overwritten.
package struct ConsentEvidence: Hashable, Sendable {
    package let change: ConsentChange
    package let at: Timestamp
    package let turn: UInt64
    /// The address the act came from: a confirmation proves consent for no other.
    package let address: ContactAddress
    package let locale: String
    /// Who acted, as a class.
    package let actor: String
    /// The flow with its digest, and the step; empty for an act of the engine itself.
    package let flow: String
    package let step: String
    /// What was done: `choice:agree by button`, `opt-out`, `after:3 days`.
    package let cause: String
    // LAW: recital 42 GDPR: the person knows who the controller is and what the data are for.
    /// Who asked, and for what, as people were told at the time.
    package let controller: String
    package let purposeName: String
    /// The exact words the contact was answering, if the act was a reply.
    package let wordsShown: String?
    /// The whole text of the notice that the act rests on, in the contact's locale.
    package let noticeText: String?
    /// The provider's id of the message that carried the act.
    package let providerID: String?
    /// When consent that was given ends by itself.
    package let validUntil: Timestamp?

    package var channel: String { address.channel }
}
