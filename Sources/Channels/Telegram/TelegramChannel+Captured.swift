package import Clocks
import JSONCoding

extension TelegramChannel {
    package static func read(
        captured request: WebhookRequest,
        at now: Timestamp
    ) throws(WebhookFault) -> [InboundEvent] {
        guard let document = JSONReader.read(request.body, .tolerant) else { throw .notJSON }
        guard let id = document["update_id"]?.integer else { throw .foreignShape }
        return [TelegramUpdate(channel: provider, id: id, document: document, now: now).event]
    }

    package static func check(
        captured request: WebhookRequest,
        secrets: ChannelSecrets,
        webhookURL: String?,
        at now: Timestamp
    ) throws(CapturedWebhookFault) {
        guard let secret = TelegramSecret(values: secrets["secret-token"]) else {
            throw .unusable(.missingSecret("secret-token"))
        }
        do {
            try secret.verify(request)
        } catch {
            throw .refused(error)
        }
    }
}
