import Channels
import Testing

/// What a channel at Twilio has to be told, and how fast it then sends.
struct TwilioSettingsTests {
    private static let keySID = "SK0123456789abcdef0123456789abcdef"

    @Test(arguments: [
        "+493012345678", "22333", "whatsapp:+493012345678", "rcs:brand_x.agent-1",
        "MG0123456789abcdef0123456789ABCDEF",
    ])
    func `a sender is a number, WhatsApp, RCS or a messaging service`(sender: String) throws {
        _ = try TwilioWorld.channel(sender)
    }

    @Test(arguments: [
        "", "PARLEY", "+0493012345678", "493012345678", "whatsapp:", "whatsapp:PARLEY", "rcs:",
        "rcs:a b", "MG0123", "MG0123456789abcdef0123456789abcdeg", "+49 30 12345678", "12",
        "whatsapp:whatsapp:+493012345678", "+493012345678\n",
    ])
    func `another sender is refused`(sender: String) throws {
        let error = try #require(Self.error(TwilioWorld.settings(sender: sender)))
        guard case .invalid("sender", _) = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test func `what is missing is named`() {
        let cases: [(ChannelSettings, ChannelSettingsError)] = [
            (TwilioWorld.settings(sender: nil), .missing("sender")),
            (TwilioWorld.settings(account: nil), .missing("account")),
            (TwilioWorld.settings(url: nil), .missing("public-url")),
            (TwilioWorld.settings(secrets: [:]), .missingSecret("auth-token")),
            (TwilioWorld.settings(secrets: ["auth-token": [""]]), .missingSecret("auth-token")),
            (
                TwilioWorld.settings(secrets: ["auth-token": ["1"], "api-key-sid": [Self.keySID]]),
                .missingSecret("api-key-secret")
            ),
            (
                TwilioWorld.settings(secrets: ["auth-token": ["1"], "api-key-secret": ["2"]]),
                .missingSecret("api-key-sid")
            ),
        ]
        for (settings, wanted) in cases { #expect(Self.error(settings) == wanted) }
    }

    @Test func `what is wrong is named`() throws {
        let wrongKey = ["auth-token": ["1"], "api-key-sid": ["AC1"], "api-key-secret": ["2"]]
        let cases: [(ChannelSettings, String)] = [
            (TwilioWorld.settings(account: "AC12"), "account"),
            (TwilioWorld.settings(account: TwilioWorld.service), "account"),
            (TwilioWorld.settings(url: "bots.example/hooks"), "public-url"),
            (TwilioWorld.settings(secrets: wrongKey), "api-key-sid"),
        ]
        for (settings, wanted) in cases {
            let error = try #require(Self.error(settings))
            guard case .invalid(wanted, _) = error else {
                Issue.record("\(error) instead of `\(wanted)`")
                continue
            }
        }
    }

    @Test func `one number sends slower than a pool of them`() throws {
        #expect(try TwilioWorld.channel().pace.perSecond == 10)
        #expect(try TwilioWorld.channel("rcs:agent").pace.perSecond == 10)
        #expect(try TwilioWorld.channel(TwilioWorld.service).pace.perSecond == 80)
        #expect(try TwilioWorld.channel("whatsapp:+493012345678").pace.perSecond == 80)
    }

    @Test func `the secrets have names and none is shown`() throws {
        #expect(
            TwilioChannel.secrets.map(\.name) == ["auth-token", "api-key-sid", "api-key-secret"]
        )
        let channel = try TwilioChannel(
            TwilioWorld.settings(secrets: ["auth-token": ["very-secret"]])
        )
        var shown = ""
        dump(channel, to: &shown)
        #expect(!shown.contains("very-secret") && !"\(channel)".contains("very-secret"))
    }

    private static func error(_ settings: ChannelSettings) -> ChannelSettingsError? {
        do throws(ChannelSettingsError) {
            _ = try TwilioChannel(settings)
            return nil
        } catch {
            return error
        }
    }
}
