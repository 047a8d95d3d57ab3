import Channels
import Clocks
import Testing

/// What a bot has to be told, and how fast it sends.
struct TelegramSettingsTests {
    @Test func `the secrets have names, and what is missing is named`() {
        #expect(TelegramChannel.secrets.map(\.name) == ["bot-token", "secret-token"])
        #expect(TelegramChannel.secrets.map(\.isRequired) == [true, true])
        #expect(Self.error(TelegramWorld.settings(bot: [])) == .missingSecret("bot-token"))
        #expect(Self.error(TelegramWorld.settings(bot: [""])) == .missingSecret("bot-token"))
        #expect(Self.error(TelegramWorld.settings(secret: [])) == .missingSecret("secret-token"))
        #expect(Self.error(TelegramWorld.settings()) == nil)
    }

    @Test(arguments: [
        "123", ":abc", "123:", "12a:abc", "123:a/b", "123:a?b", "1:2:3", "123:a b", "123:ä",
        "123456789012345678901:abc", "123:../x",
    ])
    func `a token that would say more in an address is refused`(token: String) throws {
        // Also where it is not the newest.
        for tokens in [[token], [TelegramWorld.botToken, token]] {
            let error = try #require(Self.error(TelegramWorld.settings(bot: tokens)))
            guard case .invalid("bot-token", _) = error else {
                Issue.record("\(error)")
                continue
            }
        }
    }

    @Test func `a secret that Telegram would not take is refused`() throws {
        for secret in ["a b", "ä", String(repeating: "a", count: 257)] {
            let settings = TelegramWorld.settings(secret: [TelegramWorld.secretToken, secret])
            let error = try #require(Self.error(settings))
            guard case .invalid("secret-token", _) = error else {
                Issue.record("\(error)")
                continue
            }
            #expect(!error.text.contains(secret))
        }
    }

    @Test func `no secret is shown`() throws {
        let channel = try TelegramWorld.channel()
        var shown = ""
        dump(channel, to: &shown)
        for secret in [TelegramWorld.botToken, TelegramWorld.secretToken] {
            #expect(!shown.contains(secret) && !"\(channel)".contains(secret))
        }
    }

    @Test func `a bot sends thirty a second, and one a second to the same chat`() throws {
        let pace = try TelegramWorld.channel().pace
        #expect(pace.perSecond == 30 && pace.burst == 3)
        #expect(pace.betweenMessages.milliseconds == 1000)
        #expect(try TelegramWorld.channel().acknowledgement == .empty)
    }

    private static func error(_ settings: ChannelSettings) -> ChannelSettingsError? {
        do throws(ChannelSettingsError) {
            _ = try TelegramChannel(settings)
            return nil
        } catch {
            return error
        }
    }
}
