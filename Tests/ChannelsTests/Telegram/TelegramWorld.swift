import Channels
import Clocks
import Consent
import Conversations
import Testing

/// A bot at Telegram, and what is sent to it and from it.
enum TelegramWorld {
    static let botToken = "123456789:AAF-abc_DEF"
    static let secretToken = "Once-upon_a-time"
    static let chat = "70112233"
    static let now = Timestamp(milliseconds: 1_793_520_000_000)
    /// When the recorded messages were sent: a minute before.
    static let sentAt = Timestamp(milliseconds: 1_793_519_940_000)

    static func settings(
        api: String? = nil,
        bot: [String] = [botToken],
        secret: [String] = [secretToken]
    ) -> ChannelSettings {
        ChannelSettings(
            name: "telegram",
            api: api,
            secrets: ChannelSecrets(["bot-token": bot, "secret-token": secret])
        )
    }

    static func channel() throws -> TelegramChannel {
        try TelegramChannel(settings())
    }

    static func request(_ body: String) -> WebhookRequest {
        WebhookRequest(
            target: "/hooks/telegram",
            headers: ["content-type": "application/json"],
            body: [UInt8](body.utf8)
        )
    }

    /// A message in a chat of two; `content` stands among its members.
    static func message(_ content: String, id: Int = 42) -> String {
        "{\"message_id\":\(id),\"date\":1793519940,"
            + "\"from\":{\"id\":70112233,\"is_bot\":false,\"first_name\":\"Mia\","
            + "\"username\":\"mia\",\"language_code\":\"de\"},"
            + "\"chat\":{\"id\":70112233,\"first_name\":\"Mia\",\"type\":\"private\"},"
            + content + "}"
    }

    static func update(_ kind: String, _ value: String, id: Int = 1001) -> WebhookRequest {
        request("{\"update_id\":\(id),\"\(kind)\":\(value)}")
    }

    static func sign(_ request: WebhookRequest) -> WebhookRequest {
        TelegramSecret(values: [secretToken])?.sign(request) ?? request
    }

    /// What a channel makes of an update.
    static func events(_ request: WebhookRequest) throws -> [InboundEvent] {
        let channel = try channel()
        return try channel.decode(channel.verify(sign(request), at: now), at: now)
    }

    /// What a channel makes of a message that holds nothing but this.
    static func events(ofMessage content: String) throws -> [InboundEvent] {
        try events(update("message", message(content)))
    }

    static func address(_ text: String = chat) throws -> ContactAddress {
        try #require(ContactAddress(channel: "telegram", text: text))
    }

    static func event(
        _ content: InboundMessage.Content,
        id: String = "1001:42",
        at receivedAt: Timestamp = sentAt,
        locale: String? = "de"
    ) throws -> InboundEvent {
        .message(
            InboundMessage(
                address: try address(),
                providerID: id,
                content: content,
                receivedAt: receivedAt,
                localeHint: locale
            ),
            aliases: []
        )
    }

    static func dispatch(
        to text: String = chat,
        on channel: String = "telegram",
        _ body: String,
        buttons: [OutboundMessage.Button] = [],
        attachments: [OutboundMessage.Attachment] = [],
        isWindowOpen: Bool = true
    ) throws -> Dispatch {
        let address = try #require(ContactAddress(channel: channel, text: text))
        return Dispatch(
            message: OutboundMessage(
                address: address,
                body: body,
                buttons: buttons,
                attachments: attachments,
                messageClass: .reply,
                key: "greeting",
                isAnswer: true
            ),
            key: "0123456789abcdef0123456789abcdef",
            isWindowOpen: isWindowOpen
        )
    }
}
