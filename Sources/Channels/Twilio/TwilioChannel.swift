package import Clocks
package import Conversations
import JSONCoding

/// SMS, RCS and WhatsApp as Twilio carries them.
///
/// Programmable Messaging, API version 2010-04-01. Twilio sends one thing in one webhook: a message
/// that came in, or the status of one that went out.
package struct TwilioChannel: Channel {
    package static let provider = "twilio"

    package static let secrets = [
        SecretNeed("auth-token", "signs the webhooks; the Console shows it beside the account SID"),
        SecretNeed(
            "api-key-sid",
            "sends instead of the auth token; begins with SK",
            isRequired: false
        ),
        SecretNeed("api-key-secret", "belongs to `api-key-sid`; shown once", isRequired: false),
    ]

    package let settings: ChannelSettings
    let account: String
    let sender: TwilioSender
    let signature: TwilioSignature
    /// Where Twilio reports what became of a message: the webhook itself.
    let statusCallback: String

    package static func remedy(forCode code: String) -> DispatchRemedy? {
        Int(code).flatMap { TwilioErrorTable.remedies[$0] }
    }

    package init(_ settings: ChannelSettings) throws(ChannelSettingsError) {
        guard let sender = settings.sender else { throw .missing("sender") }
        guard let sender = TwilioSender(sender) else {
            throw .invalid("sender", why: TwilioSender.form)
        }
        guard let account = settings.account else { throw .missing("account") }
        guard TwilioID.isSID(account, of: "AC") else {
            throw .invalid("account", why: "it has to be `AC` and 32 hexadecimal digits")
        }
        guard let webhookURL = settings.webhookURL else { throw .missing("public-url") }
        guard let signature = TwilioSignature(webhookURL: webhookURL) else {
            throw .invalid("public-url", why: "it has to begin with `https://` and name a host")
        }
        try Self.checkSecrets(settings.secrets)
        self.settings = settings
        self.account = account
        self.sender = sender
        self.signature = signature
        statusCallback = webhookURL
    }

    /// What Twilio carries at once, so that little waits there.
    ///
    /// Twilio queues the rest for up to ten hours, and no withdrawal empties a queue at Twilio. It
    /// plans 80 messages a second for a messaging service or a WhatsApp sender, and 10 for one
    /// number; for a number of North America it carries one a second, so a service is the better
    /// sender there. Of a contact's it fails those that follow thirty within as many seconds
    /// (14107); 5 at once and then one a second do not come there in a conversation.
    package var pace: SendingPace {
        let perSecond =
            switch sender {
            case .number, .rcs: 10
            case .whatsApp, .service: 80
            }
        return SendingPace(
            perSecond: perSecond,
            betweenMessages: Period(months: 0, milliseconds: 1000),
            burst: 5
        )
    }

    /// TwiML that says nothing: answers are sent by themselves, so that each passes the gate.
    package var acknowledgement: WebhookAnswer {
        WebhookAnswer(contentType: "text/xml", body: [UInt8]("<Response/>".utf8))
    }

    package func verify(
        _ request: WebhookRequest,
        at now: Timestamp
    ) throws(WebhookRefusal) -> VerifiedWebhook {
        try signature.verify(request, tokens: settings.secrets["auth-token"])
        return VerifiedWebhook(request)
    }

    package func decode(
        _ webhook: VerifiedWebhook,
        at now: Timestamp
    ) throws(WebhookFault) -> [InboundEvent] {
        guard !TwilioSignature.isJSON(webhook.request) else {
            // No messaging webhook is JSON; other products of Twilio's may be set to come here.
            guard JSONReader.read(webhook.body, .tolerant) != nil else { throw .notJSON }
            return [.unknown(kind: "json")]
        }
        guard let form = FormFields(webhook.body) else { throw .notForm }
        return try TwilioWebhook(
            channel: name,
            account: account,
            sender: sender,
            form: form,
            now: now
        ).events()
    }

    private static func checkSecrets(_ secrets: ChannelSecrets) throws(ChannelSettingsError) {
        guard !secrets["auth-token"].isEmpty else { throw .missingSecret("auth-token") }
        switch (secrets["api-key-sid"].first, secrets["api-key-secret"].first) {
        case (nil, nil): return
        case (_?, nil): throw .missingSecret("api-key-secret")
        case (nil, _?): throw .missingSecret("api-key-sid")
        case (let sid?, _?):
            guard TwilioID.isSID(sid, of: "SK") else {
                throw .invalid("api-key-sid", why: "it has to be `SK` and 32 hexadecimal digits")
            }
        }
    }
}
