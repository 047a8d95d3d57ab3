import Channels
import Clocks
import Consent
import Conversations
import Testing

/// How the webhook channel is set up, and what it signs.
struct StandardWebhooksChannelTests {
    private func fault(of settings: ChannelSettings) -> ChannelSettingsError? {
        do throws(ChannelSettingsError) {
            _ = try StandardWebhooksChannel(settings)
            return nil
        } catch {
            return error
        }
    }

    private func isInvalid(_ name: String, _ settings: ChannelSettings) -> Bool {
        guard case .invalid(name, let why) = fault(of: settings) else { return false }
        return !why.isEmpty
    }

    private func dispatch() throws -> Dispatch {
        let address = try #require(ContactAddress(channel: "shop", text: "c-1"))
        return Dispatch(
            message: OutboundMessage(
                address: address,
                body: "Hello",
                buttons: [],
                attachments: [],
                messageClass: .reply,
                key: "hello",
                isAnswer: true
            ),
            key: "0123456789abcdef0123456789abcdef"
        )
    }

    @Test func `what is missing is named`() {
        #expect(fault(of: WebhookSender.settings()) == nil)
        #expect(fault(of: WebhookSender.settings(api: nil)) == .missing("api"))
        #expect(
            fault(of: WebhookSender.settings(incoming: [])) == .missingSecret("signing-secret")
        )
        #expect(
            fault(of: WebhookSender.settings(outgoing: [""])) == .missingSecret("outgoing-secret")
        )
        #expect(StandardWebhooksChannel.secrets.allSatisfy { $0.isRequired })
    }

    @Test(arguments: [
        "http://sms.example", "sms.example", "https://a:b@sms.example", "https://sms.example#x", "",
    ])
    func `messages go to a URL that nobody reads on the way`(api: String) {
        #expect(isInvalid("api", WebhookSender.settings(api: api)))
    }

    @Test func `on this machine a message may go in clear`() {
        #expect(fault(of: WebhookSender.settings(api: "http://127.0.0.1:8080/x")) == nil)
    }

    @Test func `a key has to fit what it is for`() {
        let short = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS"
        let five = Array(repeating: WebhookSender.secret, count: 5)
        for incoming in [["whsec_"], ["secret!"], [WebhookSender.privateKey], [short], five] {
            #expect(isInvalid("signing-secret", WebhookSender.settings(incoming: incoming)))
        }
        for outgoing in [["whsec_"], [WebhookSender.publicKey], [short], five] {
            #expect(isInvalid("outgoing-secret", WebhookSender.settings(outgoing: outgoing)))
        }
        #expect(
            fault(
                of: WebhookSender.settings(
                    incoming: [WebhookSender.secret, WebhookSender.publicKey],
                    outgoing: [WebhookSender.privateKey, WebhookSender.secret]
                )
            ) == nil
        )
    }

    @Test func `only a POST is believed`() throws {
        let channel = try WebhookSender.channel()
        let signed = WebhookSender.signed(WebhookSender.request("{}"))
        let asked = WebhookRequest(
            method: .get,
            target: signed.target,
            headers: signed.headers,
            body: signed.body
        )
        #expect(throws: WebhookRefusal.wrongMethod) {
            try channel.verify(asked, at: WebhookSender.now)
        }
        #expect(channel.greet(asked) == nil)
    }

    /// Computed with Python's `hmac` and `cryptography`.
    @Test func `a message is sealed with every key, the newest first`() throws {
        let channel = try WebhookSender.channel(
            outgoing: [WebhookSender.privateKey, WebhookSender.secret]
        )
        let request = try channel.encode(dispatch())
        let body = "{\"type\":\"message.send\",\"data\":{\"to\":\"c-1\",\"text\":\"Hello\"}}"
        #expect(String(decoding: request.body, as: UTF8.self) == body)

        let sealed = channel.seal(request, at: WebhookSender.now)
        #expect(sealed.method == "POST")
        #expect(sealed.url == request.url)
        #expect(sealed.body == request.body)
        #expect(
            sealed.headers == [
                "content-type": "application/json",
                "webhook-id": "0123456789abcdef0123456789abcdef",
                "webhook-timestamp": "1795255200",
                "webhook-signature":
                    "v1a,f7pml0EGrPjut+uflst3gZFKPIqX2lln10s3zAzTx7feiFDAqIhWFc93sxdHhd0I"
                    + "qIwUqfz1l9Wn/cohSiy/Dw== "
                    + "v1,SaiLLnuZ0Cp29wKS382yLklLKVtj2MMbLWgSQjbRDwM=",
            ]
        )
    }

    @Test func `each attempt is sealed at its own time, under the same id`() throws {
        let channel = try WebhookSender.channel()
        let first = channel.seal(try channel.encode(dispatch()), at: WebhookSender.now)
        let later = WebhookSender.now.adding(.hours(75))
        let second = channel.seal(first, at: later)
        #expect(second == channel.seal(try channel.encode(dispatch()), at: later))
        #expect(second.headers["webhook-id"] == first.headers["webhook-id"])
        #expect(second.headers["webhook-signature"] != first.headers["webhook-signature"])
        #expect(second.headers["webhook-timestamp"] == "1795525200")
    }

    @Test func `what is sealed is what the same channel believes`() throws {
        let channel = try WebhookSender.channel(
            incoming: [WebhookSender.publicKey],
            outgoing: [WebhookSender.privateKey]
        )
        let sealed = channel.seal(try channel.encode(dispatch()), at: WebhookSender.now)
        let request = WebhookRequest(target: "/", headers: sealed.headers, body: sealed.body)
        let events = try channel.decode(
            channel.verify(request, at: WebhookSender.now),
            at: WebhookSender.now
        )
        #expect(events == [.unknown(kind: "message.send")])
        let late = WebhookSender.now.adding(.minutes(6))
        #expect(throws: WebhookRefusal.outsideOfTime) { try channel.verify(request, at: late) }
    }

    @Test func `the pace is that of a careful client`() throws {
        let channel = try WebhookSender.channel()
        #expect(channel.pace.perSecond == 50)
        #expect(channel.pace.betweenMessages == Period(months: 0, milliseconds: 1000))
        #expect(channel.pace.burst == 10)
        #expect(channel.acknowledgement == .empty)
    }
}
