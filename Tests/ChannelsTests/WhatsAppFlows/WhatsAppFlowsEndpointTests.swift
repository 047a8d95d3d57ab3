import Channels
import JSONCoding
import Testing

/// What a form inside WhatsApp is answered while somebody fills it in.
struct WhatsAppFlowsEndpointTests {
    private static let appSecret = "app-secret-for-tests"

    private func channel(_ key: [String] = [FlowKeys.other]) throws -> WhatsAppChannel {
        try WhatsAppChannel(
            ChannelSettings(
                name: "whatsapp",
                sender: "2002",
                secrets: ChannelSecrets([
                    "app-secret": [Self.appSecret], "access-token": ["token"],
                    "verify-token": ["verify"], "flows-private-key": key,
                ])
            )
        )
    }

    private func form() throws -> FlowForm {
        try FlowForm(to: try FlowsPrivateKey(pem: FlowKeys.other).publicKeyPEM)
    }

    private func signed(_ body: [UInt8], secret: String = appSecret) -> WebhookRequest {
        WhatsAppSignature.sign(
            WebhookRequest(target: "/webhooks/whatsapp/forms", headers: [:], body: body),
            secret: secret
        )
    }

    /// The status of an answer, and what it says in clear.
    private func answer(_ request: String) throws -> (Int, JSONValue?) {
        let form = try form()
        let answer = try #require(
            try channel().answerForm(signed(try form.body(request)))
        )
        return (answer.status, JSONReader.read([UInt8](try form.open(answer).utf8)))
    }

    @Test func `a ping is answered, and an opened form gets its first screen`() throws {
        let ping = try answer(#"{"version":"3.0","action":"ping"}"#)
        #expect(ping.0 == 200)
        #expect(ping.1?["data"]?["status"]?.text == "active")
        let opened = try answer(#"{"version":"3.0","action":"INIT","flow_token":"t"}"#)
        #expect(opened.1?["screen"]?.text == "START")
    }

    @Test func `a submitted form closes with what was filled in`() throws {
        let request =
            #"{"version":"3.0","action":"data_exchange","screen":"CONSENT","#
            + #""data":{"choice":"accept.4","title":"Yes"},"flow_token":"t"}"#
        let done = try answer(request)
        #expect(done.0 == 200)
        #expect(done.1?["screen"]?.text == "SUCCESS")
        let response = done.1?["data"]?["extension_message_response"]?["params"]
        #expect(response?["choice"]?.text == "accept.4")
        #expect(response?["flow_token"]?.text == "t")
    }

    @Test func `a form without a token is closed`() throws {
        let refused = try answer(#"{"version":"3.0","action":"data_exchange","data":{}}"#)
        #expect(refused.0 == 427)
    }

    @Test func `what Meta has not signed is not decrypted, and what does not open is said so`()
        throws
    {
        let body = try form().body(#"{"version":"3.0","action":"ping"}"#)
        #expect(try channel().answerForm(signed(body, secret: "wrong"))?.status == 432)
        let unsigned = WebhookRequest(target: "/", headers: [:], body: body)
        #expect(try channel().answerForm(unsigned)?.status == 432)
        #expect(try channel().answerForm(signed([UInt8]("{}".utf8)))?.status == 421)
    }

    @Test func `a channel without a key has no forms`() throws {
        let body = try form().body(#"{"version":"3.0","action":"ping"}"#)
        #expect(try channel([]).answerForm(signed(body)) == nil)
    }
}
