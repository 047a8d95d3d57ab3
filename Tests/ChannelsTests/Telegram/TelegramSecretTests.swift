import Channels
import Testing

/// Only who knows the secret is taken for Telegram.
struct TelegramSecretTests {
    private static let plain = TelegramWorld.request("{\"update_id\":1}")

    @Test func `any of several secrets counts while one takes over`() throws {
        let both = try #require(TelegramSecret(values: ["new", "old"]))
        for value in ["new", "old"] {
            try both.verify(try #require(TelegramSecret(values: [value])).sign(Self.plain))
        }
        let other = try #require(TelegramSecret(values: ["other"])).sign(Self.plain)
        #expect(throws: WebhookRefusal.wrongSignature) { try both.verify(other) }
        // A simulator sends the newest.
        #expect(both.sign(Self.plain).headers[TelegramSecret.field] == "new")
    }

    @Test func `a request is posted and carries the secret once`() throws {
        let secret = try #require(TelegramSecret(values: ["new"]))
        #expect(throws: WebhookRefusal.noSignature) { try secret.verify(Self.plain) }
        let signed = secret.sign(Self.plain)
        let get = WebhookRequest(
            method: .get,
            target: signed.target,
            headers: signed.headers,
            body: signed.body
        )
        #expect(throws: WebhookRefusal.wrongMethod) { try secret.verify(get) }
        for value in ["", "né", "new new", "new\n", String(repeating: "a", count: 257)] {
            let request = WebhookRequest(
                target: signed.target,
                headers: [TelegramSecret.field: value],
                body: signed.body
            )
            #expect(throws: WebhookRefusal.malformedSignature) { try secret.verify(request) }
        }
        let twice = WebhookRequest(
            target: signed.target,
            headers: [TelegramSecret.field: "new", "X-TELEGRAM-BOT-API-SECRET-TOKEN": "new"],
            body: signed.body
        )
        #expect(throws: WebhookRefusal.malformedSignature) { try secret.verify(twice) }
    }

    @Test func `a secret has the form that Telegram gives it, and never shows itself`() throws {
        let longest = String(repeating: "a", count: TelegramLimits.secretToken)
        for value in ["a", "A-_9", longest] {
            let secret = try #require(TelegramSecret(values: [value]))
            #expect("\(secret)" == "TelegramSecret(not shown)")
            var shown = ""
            dump(secret, to: &shown)
            #expect(!shown.contains(value) || value == "a")
        }
        for value in ["", "ä", "a b", "a:b", longest + "a"] {
            #expect(TelegramSecret(values: ["good", value]) == nil)
        }
        #expect(TelegramSecret(values: []) == nil)
    }
}
