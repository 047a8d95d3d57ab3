import Channels
import Testing

/// The validators' own known answers, and what no signature may be got around with.
struct TwilioSignatureTests {
    @Test(arguments: TwilioSignatureVector.believed)
    func `what the validators believe is believed`(vector: TwilioSignatureVector) throws {
        #expect(try Self.refusal(of: vector) == nil)
    }

    @Test(arguments: TwilioSignatureVector.refused)
    func `what the validators refuse is refused`(vector: TwilioSignatureVector) throws {
        let refusal = try Self.refusal(of: vector)
        #expect(refusal == .wrongSignature || refusal == .malformedSignature)
    }

    @Test(arguments: [
        "https://a.example/x", "https://a.example:8443/x", "http://a.example:8080/x",
        "http://[::1]:8080/x", "https://a.example", "https://u:p@a.example/x?in=1#rc=2",
    ])
    func `what is signed here is believed here`(url: String) throws {
        let signature = try #require(TwilioSignature(webhookURL: url))
        let form = TwilioWorld.request("Body=Ja&Body=Nein&A=%F0%9F%9B%91")
        let json = TwilioWorld.request("{}", type: "application/json; charset=utf-8")
        for request in [form, json] {
            let signed = signature.sign(request, token: "new")
            try signature.verify(signed, tokens: ["old", "new"])
            #expect(throws: WebhookRefusal.wrongSignature) {
                try signature.verify(signed, tokens: ["old"])
            }
            #expect(throws: WebhookRefusal.wrongSignature) {
                try signature.verify(signed, tokens: [])
            }
        }
    }

    @Test func `what a request says of its host changes nothing`() throws {
        let signature = try #require(TwilioSignature(webhookURL: TwilioWorld.url))
        let signed = TwilioWorld.sign(TwilioWorld.form(["Body": "Ja"]))
        var fields = signed.headers.pairs.map { ($0.name, $0.value) }
        fields.removeAll { $0.0 == "host" }
        for host in ["evil.example", "bots.example"] {
            let proxied = WebhookRequest(
                target: "/inside" + signed.target,
                headers: HTTPFieldList(fields + [("host", host), ("x-forwarded-host", host)]),
                body: signed.body
            )
            try signature.verify(proxied, tokens: [TwilioWorld.token])
        }
        let elsewhere = try #require(
            TwilioSignature(webhookURL: "https://evil.example/hooks/twilio")
        )
        #expect(throws: WebhookRefusal.wrongSignature) {
            try elsewhere.verify(signed, tokens: [TwilioWorld.token])
        }
    }

    @Test func `only a form that is posted once and signed once is looked at`() throws {
        let signature = try #require(TwilioSignature(webhookURL: TwilioWorld.url))
        let plain = TwilioWorld.form(["Body": "Ja"])
        let get = WebhookRequest(
            method: .get,
            target: plain.target,
            headers: plain.headers,
            body: plain.body
        )
        #expect(throws: WebhookRefusal.wrongMethod) { try signature.verify(get, tokens: ["1"]) }
        #expect(throws: WebhookRefusal.noSignature) { try signature.verify(plain, tokens: ["1"]) }
        // Twenty bytes in a spelling that is not the one: the last bits are not zero.
        for wrong in ["RSOYDt4T1cUTdK1PDd93/VVr8B9=", "RSOYDt4T1cUTdK1PDd93/VVr8B8", " "] {
            let request = Self.request(plain, wrong)
            #expect(throws: WebhookRefusal.malformedSignature) {
                try signature.verify(request, tokens: ["1"])
            }
        }
        let fields = String(repeating: "a=1&", count: FormFields.limit) + "a=1"
        let long = Self.request(TwilioWorld.request(fields), "RSOYDt4T1cUTdK1PDd93/VVr8B8=")
        #expect(throws: WebhookRefusal.wrongSignature) {
            try signature.verify(long, tokens: ["1"])
        }
    }

    @Test(arguments: [
        "", "bots.example", "ftp://bots.example", "https://", "https://:80/x", "https://a:b/x",
        "https://a.example:/x", "https://a.example/ä", "https://a.example/ x", "https://u@/x",
    ])
    func `an address that nobody can call is none`(url: String) {
        #expect(TwilioSignature(webhookURL: url) == nil)
    }

    private static func refusal(of vector: TwilioSignatureVector) throws -> WebhookRefusal? {
        // A query in the settings is the request's own as well, so only that one counts.
        let signature = try #require(TwilioSignature(webhookURL: vector.site + "?foo=1"))
        let isJSON = vector.body.hasPrefix("{")
        let plain = WebhookRequest(
            target: "/behind/a/proxy" + vector.query,
            headers: [
                "content-type":
                    isJSON ? "application/json" : "application/x-www-form-urlencoded",
                "host": "10.0.0.7",
            ],
            body: [UInt8](vector.body.utf8)
        )
        do throws(WebhookRefusal) {
            try signature.verify(request(plain, vector.signature), tokens: ["12345"])
            return nil
        } catch {
            return error
        }
    }

    private static func request(_ plain: WebhookRequest, _ signature: String) -> WebhookRequest {
        let fields = plain.headers.pairs.map { ($0.name, $0.value) }
        return WebhookRequest(
            target: plain.target,
            headers: HTTPFieldList(fields + [(TwilioSignature.field, signature)]),
            body: plain.body
        )
    }
}
