package import Clocks
package import Consent
import Crypto

extension ConsentDossier {
    /// One change of the consent, and what proves it.
    package struct Event: Hashable, Sendable {
        /// Who acted, as a class.
        package enum Actor: String, Hashable, Sendable, CaseIterable {
            case contact, engine, `operator`, provider
        }

        package var at: Timestamp
        package var from: ConsentState
        package var to: ConsentState
        package var act: ConsentAct
        package var actor: Actor
        package var channel: String
        /// What was done, as the evidence has it: `choice:agree by button`.
        package var method: String
        /// The provider's identifier of the message that carried the act.
        package var message: BoundText?
        /// The exact words the person was answering.
        package var words: BoundText?
        /// The notice the act rests on.
        package var notice: Notice?
        /// The language that was spoken, BCP 47.
        package var locale: String
        /// When consent ends by itself, or until when a request waits.
        package var validUntil: Timestamp?
        /// The flow with its digest, and the step.
        package var flow: String?
        /// The leaf of the audit log that records the change.
        package var auditLeaf: UInt64?

        package init(
            at: Timestamp,
            from: ConsentState,
            to: ConsentState,
            act: ConsentAct,
            actor: Actor,
            channel: String,
            method: String,
            message: String? = nil,
            words: String? = nil,
            notice: Notice? = nil,
            locale: String,
            validUntil: Timestamp? = nil,
            flow: String? = nil,
            auditLeaf: UInt64? = nil
        ) {
            self.at = at
            self.from = from
            self.to = to
            self.act = act
            self.actor = actor
            self.channel = channel
            self.method = method
            self.message = message.map { BoundText($0) }
            self.words = words.map { BoundText($0) }
            self.notice = notice
            self.locale = locale
            self.validUntil = validUntil
            self.flow = flow
            self.auditLeaf = auditLeaf
        }

        func pseudonymised() -> Event {
            var bare = self
            bare.message?.text = nil
            bare.words?.text = nil
            return bare
        }

        /// Whose decision the new state is.
        ///
        /// Only the person refuses or withdraws, by whatever way they said so.
        var isByPerson: Bool { actor == .contact || to == .withdrawn || to == .refused }
    }

    /// A text that may be left out: its digest stays and binds it.
    package struct BoundText: Hashable, Sendable {
        package fileprivate(set) var text: String?
        /// SHA-256 of the text in UTF-8.
        package let sha256: [UInt8]

        package init(_ text: String) {
            self.text = text
            sha256 = [UInt8](SHA256.hash(data: [UInt8](text.utf8)))
        }
    }
}
