import Channels
import Clocks
import Consent
import Conversations

/// One made-up business, one made-up contact, and the JSON that Meta would send about them.
///
/// Shapes: WhatsApp Business Platform, webhook reference (2026-09), and the updates of
/// david-lev/pywa@0bcf2f1, tests/data/updates (MIT); every id, name, number and word is our own.
enum WhatsAppSamples {
    static let name = "wa"
    static let appSecret = "samples-app-secret"
    static let accessToken = "EAAGsamples"
    static let verifyToken = "samples-verify"
    /// 1 November 2026, 08:00:00 UTC.
    static let sent = Timestamp(milliseconds: 1_793_520_000_000)
    static let now = Timestamp(milliseconds: 1_793_520_060_000)

    static let phone = address("+491700000001")
    static let businessID = address("DE.70112233")
    static let parentID = address("DE.ENT.9001")

    static func address(_ text: String) -> ContactAddress {
        guard let address = ContactAddress(channel: name, text: text) else {
            preconditionFailure("a sample address is an address")
        }
        return address
    }

    static func settings(
        sender: String? = "2002",
        account: String? = nil,
        api: String? = nil,
        secrets: [String: [String]] = [
            "app-secret": [appSecret], "access-token": [accessToken],
            "verify-token": [verifyToken],
        ]
    ) -> ChannelSettings {
        ChannelSettings(
            name: name,
            sender: sender,
            account: account,
            api: api,
            secrets: ChannelSecrets(secrets)
        )
    }

    static func channel(account: String? = nil) throws -> WhatsAppChannel {
        try WhatsAppChannel(settings(account: account))
    }

    static func sign(_ request: WebhookRequest) -> WebhookRequest {
        WhatsAppSignature.sign(request, secret: appSecret)
    }

    /// A webhook that is not signed yet.
    static func request(_ body: String) -> WebhookRequest {
        WebhookRequest(
            target: "/webhooks/wa",
            headers: ["Content-Type": "application/json"],
            body: [UInt8](body.utf8)
        )
    }

    static func decode(_ body: String, account: String? = nil) throws -> [InboundEvent] {
        let channel = try channel(account: account)
        let webhook = try channel.verify(sign(request(body)), at: now)
        return try channel.decode(webhook, at: now)
    }

    /// A webhook of one entry with these changes.
    static func entry(_ changes: String, account: String = "1001") -> String {
        """
        {"object":"whatsapp_business_account","entry":[{"id":"\(account)","time":1793520001,\
        "changes":[\(changes)]}]}
        """
    }

    static func change(_ field: String, _ value: String) -> String {
        """
        {"field":"\(field)","value":\(value)}
        """
    }

    /// A value as fields about contacts have it, with these members besides.
    static func value(_ members: String, number: String = "2002") -> String {
        """
        {"messaging_product":"whatsapp","metadata":{"display_phone_number":"4930111222",\
        "phone_number_id":"\(number)"},\(members)}
        """
    }

    static let contacts = """
        "contacts":[{"profile":{"name":"Mia K.","username":"@mia.k"},"wa_id":"491700000001",\
        "user_id":"DE.70112233","parent_user_id":"DE.ENT.9001"}]
        """

    /// A webhook with one message of the contact: its members after the ids.
    static func message(_ members: String, id: String = "wamid.A=") -> String {
        let message = """
            {"from":"491700000001","from_user_id":"DE.70112233","id":"\(id)",\
            "timestamp":"1793520000",\(members)}
            """
        return entry(change("messages", value("\(contacts),\"messages\":[\(message)]")))
    }

    /// A webhook with one status of a message of ours: its members after the id.
    static func status(_ members: String) -> String {
        let status = """
            {"id":"wamid.OURS=","timestamp":"1793520000",\(members)}
            """
        return entry(change("messages", value("\"statuses\":[\(status)]")))
    }

    /// What the contact's message comes to.
    static func said(
        _ content: InboundMessage.Content,
        id: String = "wamid.A="
    ) -> InboundEvent {
        .message(
            inbound(content, from: phone, id: id),
            aliases: [businessID, parentID]
        )
    }

    static func inbound(
        _ content: InboundMessage.Content,
        from address: ContactAddress,
        id: String = "wamid.A="
    ) -> InboundMessage {
        InboundMessage(
            address: address,
            providerID: id,
            content: content,
            receivedAt: sent,
            localeHint: nil
        )
    }

    static func outbound(
        _ body: String,
        to address: ContactAddress = phone,
        buttons: [OutboundMessage.Button] = [],
        attachments: [OutboundMessage.Attachment] = [],
        template: OutboundMessage.Template? = nil
    ) -> OutboundMessage {
        OutboundMessage(
            address: address,
            body: body,
            buttons: buttons,
            attachments: attachments,
            messageClass: .reply,
            key: "sample",
            isAnswer: true,
            template: template
        )
    }
}
