package import Clocks

extension TwilioChannel {
    package static func read(
        captured request: WebhookRequest,
        at now: Timestamp
    ) throws(WebhookFault) -> [InboundEvent] {
        guard let form = FormFields(request.body) else { throw .notForm }
        // Ours is the address that a contact's message goes to, and that our own come from.
        let isStatus = form["MessageStatus"].map { $0 != "received" } ?? false
        guard let account = form["AccountSid"],
            let sender = form[isStatus ? "From" : "To"].flatMap(TwilioSender.init)
        else { throw .foreignShape }
        return try TwilioWebhook(
            channel: provider,
            account: account,
            sender: sender,
            form: form,
            now: now
        ).events()
    }

    package static func check(
        captured request: WebhookRequest,
        secrets: ChannelSecrets,
        webhookURL: String?,
        at now: Timestamp
    ) throws(CapturedWebhookFault) {
        let tokens = secrets["auth-token"]
        guard !tokens.isEmpty else { throw .unusable(.missingSecret("auth-token")) }
        guard let webhookURL else { throw .unusable(.missing("public-url")) }
        guard let signature = TwilioSignature(webhookURL: webhookURL) else {
            throw .unusable(.invalid("public-url", why: "it is no address over HTTP"))
        }
        do {
            try signature.verify(request, tokens: tokens)
        } catch {
            throw .refused(error)
        }
    }
}
