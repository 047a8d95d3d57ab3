import JSONCoding

/// Tells a contact that their message was read, and, if wished, that an answer is being written:
/// that shows until the answer comes, for 25 seconds at most.
///
/// Source: Cloud API, mark messages as read; typing indicators.
package struct WhatsAppReadMark: Hashable, Sendable {
    /// Meta's id of the contact's message.
    package let messageID: String
    package let showsTyping: Bool

    package init(messageID: String, showsTyping: Bool = false) {
        self.messageID = messageID
        self.showsTyping = showsTyping
    }
}

extension WhatsAppChannel {
    /// The request that sends a read mark; its answer is `{"success":true}`.
    package func request(_ mark: WhatsAppReadMark) -> ProviderRequest {
        request(
            .members([
                "messaging_product": "whatsapp",
                "status": "read",
                "message_id": .text(mark.messageID),
                "typing_indicator": mark.showsTyping ? ["type": "text"] : nil,
            ])
        )
    }
}
