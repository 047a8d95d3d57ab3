import Channels
import Testing

/// Keys of Standard Webhooks in the texts that providers show.
struct StandardWebhookKeyTests {
    private func fault(of text: String) -> StandardWebhookKeyError? {
        do throws(StandardWebhookKeyError) {
            _ = try StandardWebhookKey(text)
            return nil
        } catch {
            return error
        }
    }

    @Test func `the prefix says what a key can do`() throws {
        #expect(try StandardWebhookKey(WebhookSender.secret).kind == .secret)
        #expect(try StandardWebhookKey(WebhookSender.privateKey).kind == .privateKey)
        #expect(try StandardWebhookKey(WebhookSender.publicKey).kind == .publicKey)
        #expect(try StandardWebhookKey(String(WebhookSender.secret.dropFirst(6))).kind == .secret)
    }

    /// Unpadded texts and odd last digits are in the public libraries' tests (standard-webhooks,
    /// `test_webhooks.py`, Apache-2.0).
    @Test(arguments: [
        ("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS", 23), ("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", 24),
        ("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwBr", 25), ("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwBg==", 25),
    ])
    func `a secret is read with and without padding`(text: String, count: Int) throws {
        let key = try StandardWebhookKey("whsec_" + text)
        #expect(key.byteCount == count)
        #expect(key.isLongEnough == (count >= 24))
    }

    @Test(
        arguments: [
            ("", .empty), ("whsec_", .empty), ("whsk_", .empty), ("whpk_", .empty),
            ("=", .notBase64),
            ("==", .notBase64), ("whsec_A", .notBase64), ("whsec_AAAAA", .notBase64),
            ("whsec_AAA==", .notBase64), ("whsec_AAAA=", .notBase64), ("whsec_AA AA", .notBase64),
            ("whsec_AA-_", .notBase64), ("whsec_AAAé", .notBase64), ("whxx_AAAA", .notBase64),
            ("WHSEC_AAAA", .notBase64), ("whsec_AAAA\n", .notBase64), ("whpk_AAAA", .wrongLength),
            ("whsk_AAAA", .wrongLength),
            ("whsec_" + String(repeating: "A", count: 88), .wrongLength),
            ("whsec_" + String(repeating: "A", count: 300), .tooLong(limit: 256)),
        ] as [(String, StandardWebhookKeyError)]
    )
    func `what is no key is refused`(text: String, wanted: StandardWebhookKeyError) {
        #expect(fault(of: text) == wanted)
        #expect(!wanted.text.isEmpty)
    }

    @Test func `a secret has at most 64 bytes`() {
        #expect(fault(of: "whsec_" + String(repeating: "A", count: 86)) == nil)
        #expect(fault(of: "whsec_" + String(repeating: "A", count: 87)) == .wrongLength)
    }

    @Test func `a private key may carry its public half, and only its own`() throws {
        let both = "whsk_VEVTVFNJR05JTkdLRVlET05PVFVTRVRISVNGT1JBTllmU3h6Dt1JKqLSahf2FBST"
        #expect(try StandardWebhookKey(both + "eius6i4rdBVBKUlrbjxz+A==").kind == .privateKey)
        #expect(fault(of: both + "eius6i4rdBVBKUlrbjxz+Q==") == .mismatchedHalves)
    }

    @Test func `a key does not print itself`() throws {
        let key = try StandardWebhookKey(WebhookSender.secret)
        #expect("\(key)" == "StandardWebhookKey(not shown)")
        #expect(Mirror(reflecting: key).children.isEmpty)
    }
}
