import Channels
import Clocks
import Consent
import Conversations
import Testing

/// A channel at Twilio, and what is sent to it and from it.
enum TwilioWorld {
    static let account = "AC0123456789abcdef0123456789abcdef"
    static let service = "MG0123456789abcdef0123456789abcdef"
    static let number = "+493012345678"
    static let contact = "+491700000001"
    static let url = "https://bots.example/hooks/twilio"
    static let token = "12345"
    static let now = Timestamp(milliseconds: 1_793_520_000_000)

    static func settings(
        sender: String? = number,
        account: String? = account,
        api: String? = nil,
        url: String? = url,
        secrets: [String: [String]] = ["auth-token": [token]]
    ) -> ChannelSettings {
        ChannelSettings(
            name: "sms",
            sender: sender,
            account: account,
            api: api,
            webhookURL: url,
            secrets: ChannelSecrets(secrets)
        )
    }

    static func channel(_ sender: String = number) throws -> TwilioChannel {
        try TwilioChannel(settings(sender: sender))
    }

    static func address(_ text: String) throws -> ContactAddress {
        try #require(ContactAddress(channel: "sms", text: text))
    }

    /// The id of message number `n`.
    static func id(_ n: Int) -> String {
        "SM" + String(repeating: "0", count: 32 - String(n).count) + String(n)
    }

    /// A form of Twilio's for our account, not signed.
    static func form(_ fields: KeyValuePairs<String, String>) -> WebhookRequest {
        let own = FormFields([FormFields.Field("AccountSid", account)]).bytes
        let others = FormFields(fields.map { FormFields.Field($0.key, $0.value) }).bytes
        return request(String(decoding: own + [UInt8(ascii: "&")] + others, as: UTF8.self))
    }

    static func request(
        _ body: String,
        type: String = "application/x-www-form-urlencoded"
    ) -> WebhookRequest {
        WebhookRequest(
            target: "/hooks/twilio",
            headers: ["content-type": type, "host": "10.0.0.7:8080"],
            body: [UInt8](body.utf8)
        )
    }

    static func sign(_ request: WebhookRequest) -> WebhookRequest {
        TwilioSignature(webhookURL: url)?.sign(request, token: token) ?? request
    }

    /// What a channel makes of a form.
    static func events(
        _ request: WebhookRequest,
        sender: String = number
    ) throws -> [InboundEvent] {
        let channel = try channel(sender)
        return try channel.decode(channel.verify(sign(request), at: now), at: now)
    }

    static func message(
        _ content: InboundMessage.Content,
        id: String = id(1),
        from text: String = contact,
        aliases: [String] = [],
        answered: CommandKind? = nil
    ) throws -> InboundEvent {
        .message(
            InboundMessage(
                address: try address(text),
                providerID: id,
                content: content,
                receivedAt: now,
                localeHint: nil,
                answeredCommand: answered
            ),
            aliases: try aliases.map { try address($0) }
        )
    }

    static func status(
        _ report: MessageStatus.Report,
        id: String = id(9)
    ) throws -> InboundEvent {
        .status(
            MessageStatus(
                messageID: id,
                report: report,
                recipient: try address(contact),
                at: now
            )
        )
    }

    static func dispatch(
        to text: String = contact,
        on channel: String = "sms",
        _ body: String,
        choices: [String] = [],
        attachments: [OutboundMessage.Attachment] = [],
        template: OutboundMessage.Template? = nil,
        isWindowOpen: Bool = true
    ) throws -> Dispatch {
        let address = try #require(ContactAddress(channel: channel, text: text))
        return Dispatch(
            message: OutboundMessage(
                address: address,
                body: body,
                buttons: choices.enumerated().map { index, title in
                    OutboundMessage.Button(id: "choice\(index).1", title: title)
                },
                attachments: attachments,
                messageClass: .reply,
                key: "greeting",
                isAnswer: true,
                template: template
            ),
            key: "0123456789abcdef0123456789abcdef",
            isWindowOpen: isWindowOpen
        )
    }
}
