import Channels
import Testing

/// Meta's signatures: known answers, and what is none.
struct WhatsAppSignatureTests {
    private static let secret = "app-secret-for-tests"

    /// HMAC-SHA256 computed apart from this program, with `openssl dgst -sha256 -hmac`.
    private static let vectors: [(body: String, value: String)] = [
        (
            #"{"object":"whatsapp_business_account","entry":[]}"#,
            "sha256=1ca363dab318df784e1963b29dca91e2098e6cf2fbf0d3c14e09580a90684a61"
        ),
        (
            #"{"object": "whatsapp_business_account", "entry": []}"#,
            "sha256=27f80cb2c05f4496e8acc268cefd5b0671c84b2a381952324729d4935f12bdb5"
        ),
        (
            #"{"t":"\u00e4\u00f6\u00e5 \ud83d\uded1"}"#,
            "sha256=e42dc150f4a2db9af2ba8946f2367cdab6d40c6696f1f07a1c03289445c735b1"
        ),
        (
            #"{"t":"äöå 🛑"}"#,
            "sha256=cc05d6746e42ff569f52dfab2a31f88eef7a9d4f271cdb3db4f5790de34d7fea"
        ),
        ("", "sha256=670e233a42bb3e74a3a05ba64ce8e0b166c9ce837e48a2509d28386cf09375f3"),
    ]

    private static func request(_ body: String, _ values: [String]) -> WebhookRequest {
        WebhookRequest(
            target: "/",
            headers: HTTPFieldList(values.map { ("x-hub-signature-256", $0) }),
            body: [UInt8](body.utf8)
        )
    }

    private static func refusal(
        of request: WebhookRequest,
        secrets: [String] = [secret]
    ) -> WebhookRefusal? {
        do throws(WebhookRefusal) {
            try WhatsAppSignature.verify(request, secrets: secrets)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: vectors)
    func `a body has the signature that Meta gives it`(body: String, value: String) {
        #expect(WhatsAppSignature.value(for: [UInt8](body.utf8), secret: Self.secret) == value)
        #expect(Self.refusal(of: Self.request(body, [value])) == nil)
        #expect(Self.refusal(of: Self.request(body + " ", [value])) == .wrongSignature)
    }

    @Test func `a token has the proof that Meta asks for`() {
        #expect(
            WhatsAppSignature.proof(of: "EAAG-test-token", secret: Self.secret)
                == "6d356e4e436047702f0767ce27779474e5437414432adf1ed0a885b02c054e3c"
        )
    }

    @Test func `either secret signs while one takes over from the other`() {
        let request = Self.request("", [Self.vectors[4].value])
        #expect(Self.refusal(of: request, secrets: ["new", Self.secret]) == nil)
        #expect(Self.refusal(of: request, secrets: [Self.secret, "old"]) == nil)
        #expect(Self.refusal(of: request, secrets: ["new", "old"]) == .wrongSignature)
        #expect(Self.refusal(of: request, secrets: []) == .wrongSignature)
    }

    @Test func `only Meta's form is a signature`() {
        let right = Self.vectors[4].value
        let digits = right.dropFirst(7)
        let malformed = [
            "", " ", "sha256=", String(digits), "sha1=\(digits)", "SHA256=\(digits)",
            "sha256=\(digits.uppercased())", "sha256=\(digits.dropLast())", right + "0",
            right + " ", " " + right, "sha256=\(digits.dropLast())g",
            "sha256=\(digits.dropLast())\u{FF11}", "sha256=\(digits.dropLast(2))é",
            "sha256=" + String(repeating: "a", count: 100_000),
        ]
        for value in malformed {
            #expect(Self.refusal(of: Self.request("", [value])) == .malformedSignature)
        }
        #expect(Self.refusal(of: Self.request("", [])) == .noSignature)
        #expect(Self.refusal(of: Self.request("", [right, right])) == .malformedSignature)
        let other = "sha256=" + String(repeating: "0", count: 64)
        #expect(Self.refusal(of: Self.request("", [other])) == .wrongSignature)
    }

    @Test func `signing replaces the signature that was there`() {
        let old = Self.request("{}", ["sha256=old"])
        let signed = WhatsAppSignature.sign(old, secret: Self.secret)
        #expect(signed.headers.all(WhatsAppSignature.field).count == 1)
        #expect(Self.refusal(of: signed) == nil)
    }

    @Test func `a request that posts nothing is not Meta's`() throws {
        let channel = try WhatsAppSamples.channel()
        let request = WebhookRequest(method: .get, target: "/", headers: [:], body: [])
        #expect(throws: WebhookRefusal.wrongMethod) {
            _ = try channel.verify(WhatsAppSamples.sign(request), at: WhatsAppSamples.now)
        }
    }
}
