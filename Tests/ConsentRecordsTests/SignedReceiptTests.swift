import Consent
import ConsentRecords
import Encryption
import JSONCoding
import Testing

/// Signed receipts: what holds, and that nothing else does.
struct SignedReceiptTests {
    static let keys = [SigningKey.generate().publicKey, Sample.key.publicKey]

    /// A receipt with a header and a payload of our choice, honestly signed.
    private func signed(header: String, payload: String) -> String {
        let input = [header, payload].map { Base64.encodeURL([UInt8]($0.utf8)) }
            .joined(separator: ".")
        return "\(input).\(Base64.encodeURL(Sample.key.signature(for: [UInt8](input.utf8))))"
    }

    private var header: String {
        #"{"alg":"EdDSA","cty":"ld+json","kid":"\#(Sample.key.publicKey.keyID)","#
            + #""typ":"consent-receipt+jws"}"#
    }

    private func fault(of text: String) -> ReceiptFault? {
        switch ReceiptVerifier.verify(text, keys: Self.keys) {
        case .holds: nil
        case .fails(let fault): fault
        }
    }

    @Test func `a receipt holds, and says what it is about`() throws {
        let receipt = try SignedReceipt(Sample.ended, as: .jsonld, with: Sample.key)
        let verified = ReceiptVerifier.verify(receipt.text, keys: Self.keys)
        guard case .holds(let summary) = verified else {
            Issue.record("\(verified)")
            return
        }
        #expect(summary.format == .jsonld)
        #expect(summary.keyID == Sample.key.publicKey.keyID)
        #expect(summary.receiptID == "01020304-0506-4708-890a-0b0c0d0e0f10")
        #expect(summary.controller == "Example Company")
        #expect(summary.purpose == "Newsletter")
        #expect(summary.subject == "606162636465666768696a6b6c6d6e6f")
        #expect(summary.state == .withdrawn)
        #expect(summary.since == "2026-05-04T18:30:00.000Z")
    }

    @Test func `a Kantara receipt holds too`() throws {
        let receipt = try SignedReceipt(Sample.valid, as: .kantara, with: Sample.key)
        let verified = ReceiptVerifier.verify(receipt.text, keys: Self.keys)
        guard case .holds(let summary) = verified else {
            Issue.record("\(verified)")
            return
        }
        #expect(summary.format == .kantara)
        #expect(summary.state == .given)
        #expect(summary.since == "2026-03-01T10:00:41.000Z")
    }

    @Test func `the header has four members in a fixed order`() throws {
        let receipt = try SignedReceipt(Sample.valid, as: .jsonld, with: Sample.key)
        let first = try #require(receipt.text.split(separator: ".").first)
        let decoded = try #require(Base64.decodeURL(first))
        #expect(String(decoding: decoded, as: UTF8.self) == header)
        let again = try SignedReceipt(Sample.valid, as: .jsonld, with: Sample.key)
        #expect(again == receipt)
    }

    // The lowest bit, the case of a letter, and the highest bit, which no ASCII has.
    @Test(arguments: [0x01, 0x20, 0x80] as [UInt8])
    func `no changed byte of a Kantara receipt holds`(mask: UInt8) throws {
        let receipt = try SignedReceipt(Sample.valid, as: .kantara, with: Sample.key)
        let bytes = [UInt8](receipt.text.utf8)
        #expect(changes(of: bytes, at: bytes.indices, by: mask) == [])
    }

    /// In quarters, which run side by side.
    @Test(arguments: 0..<4)
    func `no changed byte of a 27560 receipt holds`(quarter: Int) throws {
        let dossier = Sample.dossier([Sample.given]).pseudonymised()
        let receipt = try SignedReceipt(dossier, as: .jsonld, with: Sample.key)
        let bytes = [UInt8](receipt.text.utf8)
        let length = (bytes.count + 3) / 4
        let range = quarter * length..<min(bytes.count, (quarter + 1) * length)
        #expect(changes(of: bytes, at: range, by: 0x01) == [])
    }

    /// The places where a changed byte still lets the receipt hold.
    private func changes(of bytes: [UInt8], at range: Range<Int>, by mask: UInt8) -> [Int] {
        range.filter { index in
            var changed = bytes
            changed[index] ^= mask
            guard case .holds = ReceiptVerifier.verify(changed, keys: Self.keys) else {
                return false
            }
            return true
        }
    }

    @Test func `the search for changes finds those that do no harm`() throws {
        let receipt = try SignedReceipt(Sample.valid, as: .kantara, with: Sample.key)
        #expect(changes(of: [UInt8](receipt.text.utf8), at: 0..<3, by: 0) == [0, 1, 2])
    }

    @Test func `no receipt holds that is cut or grown`() throws {
        let text = try SignedReceipt(Sample.valid, as: .jsonld, with: Sample.key).text
        for changed in [
            "", ".", "..", String(text.dropLast()), String(text.dropFirst()), text + "A",
            text + "=", text + "\n", " " + text, text + ".", text + "." + text,
        ] {
            #expect(fault(of: changed) != nil, "\(changed.count) characters")
        }
    }

    @Test func `a second way of writing the same signature does not hold`() throws {
        let text = try SignedReceipt(Sample.valid, as: .jsonld, with: Sample.key).text
        // 64 bytes leave four bits of the last digit unused: it is `A`, `Q`, `g` or `w`.
        let last = try #require(text.unicodeScalars.last)
        let next = try #require(Unicode.Scalar(last.value + 1))
        let other = String(text.dropLast()) + String(Character(next))
        #expect(fault(of: other) == .notAJWS)
    }

    @Test(arguments: ["none", "None", "HS256", "RS256", "ES256", "Ed448", "EdDSA ", ""])
    func `no other algorithm counts`(algorithm: String) {
        let header = header.replacing("EdDSA", with: algorithm)
        #expect(fault(of: signed(header: header, payload: "{}")) == .wrongAlgorithm)
    }

    @Test func `a receipt without a signature does not hold`() throws {
        let text = try SignedReceipt(Sample.valid, as: .jsonld, with: Sample.key).text
        let input = try #require(text.lastIndex(of: ".").map { text[...$0] })
        #expect(fault(of: String(input)) == .wrongSignature)
    }

    @Test func `a key that was not given is unknown, whoever signed`() throws {
        let text = try SignedReceipt(Sample.valid, as: .jsonld, with: .generate()).text
        #expect(fault(of: text) == .unknownKey)
        let unknown = ReceiptVerifier.verify(text, keys: [])
        #expect(unknown == .fails(.unknownKey))
    }

    @Test func `a stranger's signature under our key's name does not match`() throws {
        let stranger = SigningKey.generate()
        let text = try SignedReceipt(Sample.valid, as: .jsonld, with: Sample.key).text
        let input = try #require(text.lastIndex(of: ".").map { text[..<$0] })
        let signature = Base64.encodeURL(stranger.signature(for: [UInt8](input.utf8)))
        #expect(fault(of: "\(input).\(signature)") == .wrongSignature)
    }

    @Test func `what the key signs as something else is no receipt`() {
        let document = ConsentReceiptDocument(Sample.valid).json.compact
        #expect(fault(of: signed(header: header, payload: document)) == nil)
        let headers = [
            header.replacing("consent-receipt+jws", with: "JWT"),
            header.replacing("ld+json", with: "text"),
            // More members could mean more than is checked: `crit`, `jwk`, `b64`.
            header.replacing("{", with: #"{"b64":false,"#),
            header.replacing(#""kid":"\#(Sample.key.publicKey.keyID)","#, with: ""),
        ]
        for header in headers {
            #expect(fault(of: signed(header: header, payload: document)) == .notAReceipt)
        }
        for payload in ["{}", "[]", "null", "", #"{"@type":"dpv:ConsentReceipt"}"#] {
            #expect(fault(of: signed(header: header, payload: payload)) == .notAReceipt)
        }
    }

    @Test func `a header that can be read in two ways is none`() {
        let header = header.replacing("{", with: #"{"alg":"none","#)
        #expect(fault(of: signed(header: header, payload: "{}")) == .notAJWS)
    }

    @Test func `a receipt beyond the limit is neither made nor looked at`() throws {
        var dossier = Sample.valid
        dossier.notice.text = String(repeating: "x", count: SignedReceipt.limit)
        let limit = SignedReceipt.limit
        #expect(limit == 262_144)
        #expect(throws: ReceiptError.tooLarge(limit: limit)) {
            try SignedReceipt(dossier, as: .jsonld, with: Sample.key)
        }
        let text = String(repeating: "A", count: limit + 1)
        #expect(fault(of: text) == .tooLarge(limit: limit))
        #expect(fault(of: String(text.dropLast())) == .notAJWS)
    }

    @Test func `a receipt of two acts with its notice stays small`() throws {
        let size = try SignedReceipt(Sample.ended, as: .jsonld, with: Sample.key).text.utf8.count
        #expect(size < 16 * 1024, "\(size) bytes")
    }

    @Test func `no fault repeats what a receipt claims`() {
        let header = header.replacing("EdDSA", with: "canary")
        let sentence = fault(of: signed(header: header, payload: "{}"))?.sentence
        #expect(sentence?.contains("canary") == false)
    }
}
