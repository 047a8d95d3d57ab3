import ByteCoding
package import Clocks
package import Consent
package import FlowInterpreter

/// Everything kept about one contact, as it is sealed in the store.
package struct ContactState: Hashable, Sendable {
    package let address: ContactAddress
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

    /// Values kept after their flow ended, of all flows together.
    package static let keptLimit = 200

    package init(address: ContactAddress, locale: String) {
        self.address = address
        self.locale = locale
        turn = 0
        sequence = 0
        ledger = ConsentLedger()
        session = nil
        kept = []
        confirmationsSent = 0
        followUpsSent = 0
        lastWordsShown = nil
    }

    /// The next instant at which something happens without the contact.
    package func nextDue(sessionIdle: Period) -> Timestamp? {
        let dues: [Timestamp?] = [
            session?.nextDue(idle: sessionIdle), ledger.nextExpiry,
            kept.compactMap(\.value.expiresAt).min(),
        ]
        return dues.compactMap(\.self).min()
    }
}
