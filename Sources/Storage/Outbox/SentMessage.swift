package import Clocks

/// A message that a provider took, under the name by which the provider will report on it.
package struct SentMessage: Hashable, Sendable {
    /// 16 bytes: a keyed hash of the channel and the provider's id of the message.
    package let key: [UInt8]
    /// The queued message's own id.
    package let effectID: [UInt8]

    package init(key: [UInt8], effectID: [UInt8]) {
        self.key = key
        self.effectID = effectID
    }
}

/// How far a message got, as its provider reports.
package struct SentStage: Hashable, Sendable {
    /// As in `SentMessage`.
    package let key: [UInt8]
    /// Only ever raised: a report that comes late or twice changes nothing.
    package let stage: UInt8

    package init(key: [UInt8], stage: UInt8) {
        self.key = key
        self.stage = stage
    }
}

/// What is kept of a message that a provider took.
package struct StoredSentMessage: Hashable, Sendable {
    package let contact: ContactID
    package let effectID: [UInt8]
    /// The greatest reported so far; 0 until something is reported.
    package let stage: UInt8
    /// When it was handed over.
    package let at: Timestamp

    package init(contact: ContactID, effectID: [UInt8], stage: UInt8, at: Timestamp) {
        self.contact = contact
        self.effectID = effectID
        self.stage = stage
        self.at = at
    }
}
