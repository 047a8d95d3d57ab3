package import Clocks
import JSONCoding

/// Telegram's Bot API.
///
/// Telegram sends one update in one webhook, and again until it is answered 2xx. A bot has no
/// window and needs no templates: who has not written to it, or has blocked it, is out of its
/// reach.
package struct TelegramChannel: Channel {
    package static let provider = "telegram"

    package static let secrets = [
        SecretNeed("bot-token", "sends; @BotFather gives it, such as `123456789:AA…`"),
        SecretNeed("secret-token", "comes with every webhook; set with `setWebhook`"),
    ]

    package let settings: ChannelSettings
    private let secret: TelegramSecret

    package init(_ settings: ChannelSettings) throws(ChannelSettingsError) {
        let tokens = settings.secrets["bot-token"]
        guard !tokens.isEmpty else { throw .missingSecret("bot-token") }
        // It becomes a part of addresses, so nothing may be in it that has a meaning there.
        guard tokens.allSatisfy(Self.isBotToken) else {
            throw .invalid(
                "bot-token",
                why: "it has to be digits, `:`, and then letters, digits, `_` or `-`"
            )
        }
        let secrets = settings.secrets["secret-token"]
        guard !secrets.isEmpty else { throw .missingSecret("secret-token") }
        guard let secret = TelegramSecret(values: secrets) else {
            throw .invalid(
                "secret-token",
                why:
                    "it takes up to \(TelegramLimits.secretToken) letters, digits, `_` and `-`"
            )
        }
        self.settings = settings
        self.secret = secret
    }

    /// 30 messages a second, and one a second to the same chat, as the Bot API's questions and
    /// answers have it; a few more at once are let through.
    package var pace: SendingPace {
        SendingPace(
            perSecond: 30,
            betweenMessages: Period(months: 0, milliseconds: 1000),
            burst: 3
        )
    }

    package var acknowledgement: WebhookAnswer { .empty }

    package func verify(
        _ request: WebhookRequest,
        at now: Timestamp
    ) throws(WebhookRefusal) -> VerifiedWebhook {
        try secret.verify(request)
        return VerifiedWebhook(request)
    }

    package func decode(
        _ webhook: VerifiedWebhook,
        at now: Timestamp
    ) throws(WebhookFault) -> [InboundEvent] {
        guard let document = JSONReader.read(webhook.body, .tolerant) else { throw .notJSON }
        guard let id = document["update_id"]?.integer else { throw .foreignShape }
        return [TelegramUpdate(channel: name, id: id, document: document, now: now).event]
    }

    private static func isBotToken(_ token: String) -> Bool {
        let parts = token.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return parts.count == 2
            && (1...TelegramLimits.botID).contains(parts[0].count)
            && parts[0].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && (1...TelegramLimits.botToken).contains(parts[1].count)
            && parts[1].allSatisfy(TelegramSecret.mayHold)
    }
}
