import ChannelConformance
import Channels
import Testing

/// The webhook channel keeps what every channel promises, whichever way the other side signs.
struct StandardWebhooksConformanceTests {
    private func conformance(
        incoming: String,
        _ recordings: [ChannelRecording],
        sign: @escaping @Sendable (WebhookRequest) -> WebhookRequest
    ) throws -> ChannelConformance {
        ChannelConformance(
            channel: try WebhookSender.channel(incoming: [incoming]),
            now: WebhookSender.now,
            signatureFields: ["webhook-id", "webhook-timestamp", "webhook-signature"],
            signsBody: true,
            sign: sign,
            recordings: recordings,
            answers: WebhookSendings.answers(),
            sendings: try WebhookSendings.taken() + WebhookSendings.refused()
        )
    }

    @Test func `with a shared secret every promise is kept`() throws {
        var recordings = try WebhookRecordings.messages() + WebhookRecordings.signals()
        recordings += WebhookRecordings.statuses() + WebhookRecordings.strangers()
        recordings.append(try WebhookRecordings.batch())
        try conformance(incoming: WebhookSender.secret, recordings) {
            WebhookSender.signed($0)
        }.check()
    }

    @Test func `with a public key every promise is kept`() throws {
        try conformance(incoming: WebhookSender.publicKey, [WebhookRecordings.batch()]) { request in
            WebhookSender.signed(request) { (try? WebhookSender.signature($0)) ?? "" }
        }.check()
    }
}
