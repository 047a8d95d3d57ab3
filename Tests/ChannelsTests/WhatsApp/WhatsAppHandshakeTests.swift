import Channels
import Testing

/// Meta asks once whether a webhook is ours; strangers ask as well.
struct WhatsAppHandshakeTests {
    private func answer(
        to query: String,
        method: WebhookRequest.Method = .get,
        tokens: [String] = [WhatsAppSamples.verifyToken]
    ) throws -> WebhookAnswer? {
        let settings = WhatsAppSamples.settings(secrets: [
            "app-secret": ["a"], "access-token": ["b"], "verify-token": tokens,
        ])
        let target = "/webhooks/wa" + query
        let request = WebhookRequest(method: method, target: target, headers: [:], body: [])
        return try WhatsAppChannel(settings).greet(request)
    }

    private static let right =
        "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=samples-verify"

    @Test func `who knows the token gets the bare challenge back`() throws {
        let answer = try answer(to: Self.right)
        #expect(answer == WebhookAnswer(status: 200, body: [UInt8]("1158201444".utf8)))
        #expect(answer?.contentType == "text/plain")
    }

    @Test func `any of several tokens will do`() throws {
        #expect(try answer(to: Self.right, tokens: ["new", "samples-verify"])?.status == 200)
        #expect(try answer(to: Self.right, tokens: ["new", "old"])?.status == 403)
    }

    @Test func `a token is read as it was escaped`() throws {
        let query = "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=a%2Bb+c%C3%A9"
        #expect(try answer(to: query, tokens: ["a+b cé"])?.status == 200)
    }

    @Test(arguments: [
        "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong",
        "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=",
        "?hub.mode=subscribe&hub.challenge=1",
        "?hub.mode=subscribe&hub.verify_token=samples-verify",
        "?hub.mode=subscribe&hub.challenge=&hub.verify_token=samples-verify",
        "?hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=samples-verify",
        "?hub.challenge=1&hub.verify_token=samples-verify",
        "?hub.mode=subscribe&hub.challenge=%3Cscript%3E+x&hub.verify_token=samples-verify",
        "?hub.mode=subscribe&hub.challenge=1%0D%0AX:1&hub.verify_token=samples-verify",
        "?hub.mode=subscribe&hub.challenge=%C3%A9&hub.verify_token=samples-verify",
        "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=x&hub.verify_token=samples-verify",
        "?hub.mode=subscribe&hub.challenge=1&hub.challenge=2&hub.verify_token=samples-verify",
    ])
    func `anybody else gets 403 and no word`(query: String) throws {
        #expect(try answer(to: query) == WebhookAnswer(status: 403))
    }

    @Test func `a challenge has so many bytes and no more`() throws {
        let query = "?hub.mode=subscribe&hub.verify_token=samples-verify&hub.challenge="
        let most = String(repeating: "7", count: WhatsAppLimits.challengeBytes)
        #expect(try answer(to: query + most)?.status == 200)
        #expect(try answer(to: query + most + "7")?.status == 403)
    }

    @Test func `more fields than a form has are no handshake`() throws {
        let query = Self.right + String(repeating: "&a=b", count: FormFields.limit)
        #expect(try answer(to: query)?.status == 403)
    }

    @Test func `what asks nothing gets no answer`() throws {
        #expect(try answer(to: "") == nil)
        #expect(try answer(to: "?page=1") == nil)
        #expect(try answer(to: Self.right, method: .post) == nil)
    }
}
