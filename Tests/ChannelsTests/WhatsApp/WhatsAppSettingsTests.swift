import Channels
import Clocks
import Testing

/// A channel that could not work is not made.
struct WhatsAppSettingsTests {
    private func fault(_ settings: ChannelSettings) -> ChannelSettingsError? {
        do throws(ChannelSettingsError) {
            _ = try WhatsAppChannel(settings)
            return nil
        } catch {
            return error
        }
    }

    private func isInvalid(_ key: String, _ settings: ChannelSettings) -> Bool {
        guard case .invalid(key, _)? = fault(settings) else { return false }
        return true
    }

    @Test func `a channel says who it is`() throws {
        let channel = try WhatsAppSamples.channel()
        #expect(WhatsAppChannel.provider == "whatsapp")
        #expect(channel.name == "wa")
        #expect(channel.acknowledgement == .empty)
        #expect(channel.pace.perSecond == 80)
        #expect(channel.pace.burst == 45)
        #expect(channel.pace.betweenMessages == Period(months: 0, milliseconds: 6000))
    }

    @Test func `it needs a number and three secrets`() {
        #expect(fault(WhatsAppSamples.settings(sender: nil)) == .missing("sender"))
        for missing in ["app-secret", "access-token", "verify-token"] {
            let secrets = ["app-secret", "access-token", "verify-token"]
                .filter { $0 != missing }
                .map { ($0, ["x"]) }
            let settings = WhatsAppSamples.settings(
                secrets: Dictionary(uniqueKeysWithValues: secrets)
            )
            #expect(fault(settings) == .missingSecret(missing))
        }
    }

    @Test(arguments: ["", "+4930111222", "20 02", "２００２", String(repeating: "1", count: 33)])
    func `ids are digits`(id: String) {
        #expect(isInvalid("sender", WhatsAppSamples.settings(sender: id)))
        #expect(isInvalid("account", WhatsAppSamples.settings(account: id)))
    }

    @Test(arguments: [
        "", "graph.facebook.com", "http://graph.facebook.com", "https://", "https://a/",
        "https://a?b", "https://a#b", "https://u@a", "https://a b", "http://localhost.example",
        "http://127.0.0.1@a", "http://127.0.0.12", "ftp://localhost", "https://é.example",
        "https://" + String(repeating: "a", count: 256),
    ])
    func `a token goes nowhere in the clear`(api: String) {
        #expect(isInvalid("api", WhatsAppSamples.settings(api: api)))
    }

    @Test(arguments: [
        "https://graph.facebook.com/v26.0", "https://proxy.example:8443", "http://127.0.0.1:9000",
        "http://localhost/v26.0", "http://[::1]:9000",
    ])
    func `another interface may be named`(api: String) throws {
        let channel = try WhatsAppChannel(WhatsAppSamples.settings(api: api))
        let request = channel.request(WhatsAppReadMark(messageID: "wamid.A="))
        #expect(request.url.hasPrefix(api + "/2002/messages?appsecret_proof="))
    }

    @Test(arguments: ["a b", "a\n", "a\r\nX: 1", "é"])
    func `a secret that no header could carry is refused, and not shown`(secret: String) {
        for name in ["app-secret", "access-token"] {
            var secrets = ["app-secret": ["x"], "access-token": ["x"], "verify-token": ["x"]]
            secrets[name] = ["x", secret]
            let settings = WhatsAppSamples.settings(secrets: secrets)
            #expect(isInvalid(name, settings))
            #expect(fault(settings)?.text.contains(secret) == false)
        }
    }

    @Test func `the newest secrets send`() throws {
        let settings = WhatsAppSamples.settings(secrets: [
            "app-secret": ["new", "old"], "access-token": ["T2", "T1"], "verify-token": ["v"],
        ])
        let request = try WhatsAppChannel(settings).request(WhatsAppReadMark(messageID: "m"))
        #expect(request.headers["authorization"] == "Bearer T2")
        let proof = WhatsAppSignature.proof(of: "T2", secret: "new")
        #expect(request.url.hasSuffix("?appsecret_proof=\(proof)"))
    }

    @Test func `nothing of a channel prints a secret`() throws {
        let channel = try WhatsAppSamples.channel()
        var text = ""
        dump(channel, to: &text)
        text += "\(channel)" + String(reflecting: channel)
        for secret in [
            WhatsAppSamples.appSecret, WhatsAppSamples.accessToken, WhatsAppSamples.verifyToken,
        ] {
            #expect(!text.contains(secret))
        }
    }
}
