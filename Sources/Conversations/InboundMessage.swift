package import Clocks
package import Consent

/// Something a contact did, as a channel decoded it.
package struct InboundMessage: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case text(String)
        /// A tapped button: the choice it was made from, and the title it carried.
        case button(id: String, title: String)
        /// A photo, voice note, location and the like; the kind is for people.
        case unreadable(kind: String)
        /// The words beneath a photo or a document.
        case caption(String, kind: String)
        /// An emoji put on an earlier message.
        case reaction(String)
    }

    package let address: ContactAddress
    /// The provider's own id, by which a message is taken only once.
    package let providerID: String
    package let content: Content
    package let receivedAt: Timestamp
    /// BCP 47 tag the channel suggests for a contact not seen before.
    package let localeHint: String?
    /// The command that the provider itself read in the message and has answered already; a second
    /// answer would be one too many.
    package let answeredCommand: CommandKind?

    package init(
        address: ContactAddress,
        providerID: String,
        content: Content,
        receivedAt: Timestamp,
        localeHint: String?,
        answeredCommand: CommandKind? = nil
    ) {
        self.address = address
        self.providerID = providerID
        self.content = content
        self.receivedAt = receivedAt
        self.localeHint = localeHint
        self.answeredCommand = answeredCommand
    }
}
