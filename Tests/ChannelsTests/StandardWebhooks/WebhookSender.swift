import Channels
import Clocks
import Crypto
import Encryption
import Testing

/// The other side of the webhook channel: signs by the letter of Standard Webhooks 1.0.0, with
/// nothing of the code that is tested.
enum WebhookSender {
    /// 2026-11-21T10:00:00Z.
    static let now = Timestamp(milliseconds: 1_795_255_200_000)
    static let seconds: Int64 = 1_795_255_200

    /// From the public libraries' tests (standard-webhooks, `webhook.test.ts`, Apache-2.0).
    static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    /// The seed spelled out, in base64, and its public half.
    static let seed = "TESTSIGNINGKEYDONOTUSETHISFORANY"
    static let privateKey = "whsk_VEVTVFNJR05JTkdLRVlET05PVFVTRVRISVNGT1JBTlk="
    static let publicKey = "whpk_ZlN4eg7dSSqi0moX9hQUk3orrOouK3QVQSlJa248c/g="

    static func content(_ id: String, _ time: String, _ body: [UInt8]) -> [UInt8] {
        [UInt8]("\(id).\(time).".utf8) + body
    }

    static func code(_ secret: String, _ content: [UInt8]) -> String {
        let key = SymmetricKey(data: Base64.decode(String(secret.dropFirst(6))) ?? [])
        return "v1,"
            + Base64.encode([UInt8](HMAC<SHA256>.authenticationCode(for: content, using: key)))
    }

    static func signature(_ content: [UInt8]) throws -> String {
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](seed.utf8))
        return "v1a," + Base64.encode([UInt8](try key.signature(for: content)))
    }

    /// A request that is not signed yet.
    static func request(_ body: String) -> WebhookRequest {
        WebhookRequest(
            target: "/channels/shop",
            headers: ["content-type": "application/json"],
            body: [UInt8](body.utf8)
        )
    }

    static func signed(
        _ request: WebhookRequest,
        id: String = "msg_1",
        seconds: Int64 = seconds,
        by signature: ([UInt8]) -> String
    ) -> WebhookRequest {
        let time = String(seconds)
        return WebhookRequest(
            method: request.method,
            target: request.target,
            headers: [
                "Webhook-Id": id, "Webhook-Timestamp": time,
                "Webhook-Signature": signature(content(id, time, request.body)),
            ],
            body: request.body
        )
    }

    /// Signed with the shared secret.
    static func signed(_ request: WebhookRequest) -> WebhookRequest {
        signed(request) { code(secret, $0) }
    }

    static func settings(
        api: String? = "https://sms.example/messages",
        incoming: [String] = [secret],
        outgoing: [String] = [secret]
    ) -> ChannelSettings {
        ChannelSettings(
            name: "shop",
            api: api,
            secrets: ChannelSecrets([
                StandardWebhooksChannel.signingSecret: incoming,
                StandardWebhooksChannel.outgoingSecret: outgoing,
            ])
        )
    }

    static func channel(
        incoming: [String] = [secret],
        outgoing: [String] = [secret]
    ) throws -> StandardWebhooksChannel {
        try StandardWebhooksChannel(settings(incoming: incoming, outgoing: outgoing))
    }

    /// What a body tells of, signed as it should be.
    static func events(in body: String) throws -> [InboundEvent] {
        let channel = try channel()
        return try channel.decode(channel.verify(signed(request(body)), at: now), at: now)
    }
}
