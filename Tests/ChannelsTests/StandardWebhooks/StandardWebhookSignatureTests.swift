import Channels
import Clocks
import Testing

/// Signatures of Standard Webhooks 1.0.0, made and checked.
struct StandardWebhookSignatureTests {
    private static let id = "msg_p5jXN8AQM9LWM0D4loKWxJek"
    private static let seconds: Int64 = 1_614_265_330
    private static let payload = "{\"test\": 2432232314}"
    private static let v1 = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    /// Of the same content, by the key `WebhookSender.seed`.
    private static let v1a =
        "v1a,tQ9V2XOqn7jL/DQenEFpqIugdBVtiMmER5mhSkXBNwM0mkATuDe6KYYUuxqtaiHe"
        + "YGb7KaaBRdM5WqyeFiL8Ag=="

    /// What comes of a request; `nil` for one that is believed.
    private func refusal(
        id: String? = Self.id,
        time: String? = String(Self.seconds),
        signature: String? = Self.v1,
        payload: String = Self.payload,
        keys: [String] = [WebhookSender.secret],
        at clock: Int64 = Self.seconds * 1000
    ) throws -> WebhookRefusal? {
        let fields = [
            ("webhook-id", id), ("webhook-timestamp", time), ("webhook-signature", signature),
        ]
        let keys = try keys.map { try StandardWebhookKey($0) }
        do throws(WebhookRefusal) {
            try StandardWebhookSignature.verify(
                HTTPFieldList(fields.compactMap { name, value in value.map { (name, $0) } }),
                body: [UInt8](payload.utf8),
                keys: keys,
                at: Timestamp(milliseconds: clock)
            )
            return nil
        } catch {
            return error
        }
    }

    /// standard-webhooks, `webhook.test.ts` and `test_webhooks.py`, Apache-2.0.
    @Test(arguments: [
        ("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", payload, v1),
        ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", payload, v1),
        (
            "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS", payload,
            "v1,LVOXivKoo4FWasi/IaHvzhE/u+7/cu2AME+zS/nXqzk="
        ),
        (
            "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwBr", payload,
            "v1,yK2tMbA6BHPrMEJ1lLv7UlJJbgFoqGenJkiajZ29evg="
        ),
        (
            "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "",
            "v1,v48jdbgvh29KJz2Qc+ghw8G6vG3nAKnujWBg8oM/62A="
        ),
        (WebhookSender.privateKey, payload, v1a),
    ])
    func `known answers are made and believed`(
        key: String,
        payload: String,
        signature: String
    ) throws {
        let made = StandardWebhookSignature.sign(
            id: Self.id,
            seconds: Self.seconds,
            body: [UInt8](payload.utf8),
            keys: [try StandardWebhookKey(key)]
        )
        #expect(made == signature)
        #expect(try refusal(signature: signature, payload: payload, keys: [key]) == nil)
    }

    @Test func `the public half checks what the private one signed`() throws {
        #expect(try refusal(signature: Self.v1a, keys: [WebhookSender.publicKey]) == nil)
        let other = "whpk_" + String(repeating: "A", count: 43) + "="
        #expect(try refusal(signature: Self.v1a, keys: [other]) == .wrongSignature)
    }

    /// standard-webhooks, `webhook.test.ts`, Apache-2.0: each has one thing wrong.
    @Test func `the public negative cases are refused`() throws {
        #expect(try refusal(id: nil) == .noSignature)
        #expect(try refusal(time: nil) == .noSignature)
        #expect(try refusal(signature: nil) == .noSignature)
        #expect(try refusal(time: "hello") == .malformedSignature)
        #expect(try refusal(signature: "v1,dawfeoifkpqwoekfpqoekf") == .wrongSignature)
        #expect(try refusal(signature: "v1,g0hM9") == .wrongSignature)
        #expect(try refusal(signature: "v1,") == .wrongSignature)
        #expect(try refusal(at: (Self.seconds + 301) * 1000) == .outsideOfTime)
        #expect(try refusal(at: (Self.seconds - 301) * 1000) == .outsideOfTime)
    }

    @Test func `one of several signatures is enough, and unknown versions are passed over`() throws
    {
        let wrong = "Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc="
        let list = "v1,\(wrong) v2,\(wrong) \(Self.v1) v1,\(wrong)"
        #expect(try refusal(signature: list) == nil)
        #expect(try refusal(signature: "v1,\(wrong) v1a,\(wrong)") == .wrongSignature)
        let unknown = Self.v1.replacing("v1,", with: "v2,")
        #expect(try refusal(signature: unknown) == .malformedSignature)
        #expect(try refusal(signature: "v1a,\(Self.v1.dropFirst(3))") == .wrongSignature)
    }

    @Test(arguments: [
        "v1", ",", " ", "  ,  ", "v1 g0hM9SsE", "V1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1\u{0}", "\u{FEFF}v1",
    ])
    func `a list without a signature is malformed`(list: String) throws {
        #expect(try refusal(signature: list) == .malformedSignature)
    }

    @Test func `sixteen signatures are looked at and no more`() throws {
        let wrong = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= "
        let before = StandardWebhookSignature.mostSignatures - 1
        let last = String(repeating: wrong, count: before) + Self.v1
        #expect(try refusal(signature: last) == nil)
        #expect(try refusal(signature: last + " " + wrong) == nil)
        #expect(try refusal(signature: wrong + last) == .wrongSignature)
    }

    @Test(
        arguments: [
            (0, nil), (299_999, nil), (300_000, nil), (300_999, nil), (-300_000, nil),
            (301_000, .outsideOfTime), (-300_001, .outsideOfTime), (-301_000, .outsideOfTime),
        ] as [(Int64, WebhookRefusal?)]
    )
    func `the clocks may differ by five minutes`(
        milliseconds: Int64,
        wanted: WebhookRefusal?
    ) throws {
        #expect(try refusal(at: Self.seconds * 1000 + milliseconds) == wanted)
    }

    @Test(arguments: [
        "", "+1614265330", "01614265330", "1614265330.0", "1614265330 ", "-1614265330",
        "１６１４２６５３３０", "0x60379f32", "99999999999999999999", "161426533O",
    ])
    func `a time is digits in their one spelling`(time: String) throws {
        #expect(try refusal(time: time) == .malformedSignature)
    }

    @Test(arguments: ["", " ", "a b", "msg.1", "é", "a\u{7F}", String(repeating: "a", count: 257)])
    func `an id is visible characters without a full stop`(id: String) throws {
        #expect(try refusal(id: id) == .malformedSignature)
        #expect(!StandardWebhookSignature.isID(id))
    }

    @Test func `the longest id is believed`() throws {
        let id = String(repeating: "a", count: StandardWebhookSignature.longestID)
        let content = WebhookSender.content(id, "1614265330", [])
        let signature = WebhookSender.code(WebhookSender.secret, content)
        #expect(try refusal(id: id, signature: signature, payload: "") == nil)
    }

    @Test func `id, time and body are all signed`() throws {
        #expect(try refusal(id: "msg_p5jXN8AQM9LWM0D4loKWxJel") == .wrongSignature)
        #expect(try refusal(time: "1614265331") == .wrongSignature)
        #expect(try refusal(payload: Self.payload + " ") == .wrongSignature)
    }

    @Test func `while a key is replaced, both sides may have both`() throws {
        let old = WebhookSender.secret
        let new = "whsec_" + String(repeating: "QUJD", count: 8)
        let made = StandardWebhookSignature.sign(
            id: Self.id,
            seconds: Self.seconds,
            body: [UInt8](Self.payload.utf8),
            keys: [
                try StandardWebhookKey(new), try StandardWebhookKey(old),
                try StandardWebhookKey(WebhookSender.privateKey),
            ]
        )
        #expect(made.split(separator: " ").count == 3)
        #expect(made.hasSuffix(" \(Self.v1) \(Self.v1a)"))
        for key in [old, new, WebhookSender.publicKey] {
            #expect(try refusal(signature: made, keys: [key]) == nil)
        }
        #expect(try refusal(keys: [new, old]) == nil)
        #expect(try refusal(keys: [new]) == .wrongSignature)
        #expect(try refusal(keys: []) == .wrongSignature)
    }
}
