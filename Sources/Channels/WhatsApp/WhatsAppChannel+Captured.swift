package import Clocks
import JSONCoding

extension WhatsAppChannel {
    package static func read(
        captured request: WebhookRequest,
        at now: Timestamp
    ) throws(WebhookFault) -> [InboundEvent] {
        guard let document = JSONReader.read(request.body, .tolerant) else { throw .notJSON }
        var reader = WhatsAppWebhookReader(
            channel: provider,
            sender: nil,
            account: nil,
            now: now
        )
        return try reader.read(document)
    }

    package static func check(
        captured request: WebhookRequest,
        secrets: ChannelSecrets,
        webhookURL: String?,
        at now: Timestamp
    ) throws(CapturedWebhookFault) {
        let appSecrets = secrets["app-secret"]
        guard !appSecrets.isEmpty else { throw .unusable(.missingSecret("app-secret")) }
        do {
            try WhatsAppSignature.verify(request, secrets: appSecrets)
        } catch {
            throw .refused(error)
        }
    }
}
