package import Clocks

extension StandardWebhooksChannel {
    package static func read(
        captured request: WebhookRequest,
        at now: Timestamp
    ) throws(WebhookFault) -> [InboundEvent] {
        try WebhookEventReader(
            channel: provider,
            requestID: request.headers[StandardWebhookSignature.idField] ?? "",
            now: now
        ).events(in: request.body)
    }

    package static func check(
        captured request: WebhookRequest,
        secrets: ChannelSecrets,
        webhookURL: String?,
        at now: Timestamp
    ) throws(CapturedWebhookFault) {
        let keys: [StandardWebhookKey]
        do {
            keys = try incomingKeys(secrets)
        } catch {
            throw .unusable(error)
        }
        do {
            try StandardWebhookSignature.verify(
                request.headers,
                body: request.body,
                keys: keys,
                at: now
            )
        } catch {
            throw .refused(error)
        }
    }
}
