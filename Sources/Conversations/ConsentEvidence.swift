import ByteCoding
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
    package let channel: String
    package let locale: String
    /// The flow with its digest, and the step; empty for an act of the engine itself.
    package let flow: String
    package let step: String
    /// What was done: `choice:agree by button`, `opt-out`, `after:3 days`.
    package let cause: String
    /// The exact words the contact was answering, if the act was a reply.
    package let wordsShown: String?
    /// The provider's id of the message that carried the act.
    package let providerID: String?

    /// The form that is sealed: version 1.
    package var bytes: [UInt8] {
        var writer = ByteWriter(reserving: 512)
        writer.write(byte: 1)
        writer.write(change.purpose.name)
        writer.write(byte: change.from.code)
        writer.write(byte: change.to.code)
        writer.write(change.act.rawValue)
        writer.write(optional: change.notice) { writer, shown in
            writer.write(shown.notice.name)
            writer.write(shown.notice.version)
            writer.write(shown.locale)
            writer.write(signed: shown.at.milliseconds)
        }
        writer.write(signed: at.milliseconds)
        writer.write(turn)
        for text in [channel, locale, flow, step, cause] { writer.write(text) }
        writer.write(optional: wordsShown) { $0.write($1) }
        writer.write(optional: providerID) { $0.write($1) }
        return writer.bytes
    }
}
