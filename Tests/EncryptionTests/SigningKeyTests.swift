import Encryption
import Testing

/// Ed25519 against RFC 8037, and the wrapped form against Python's `cryptography` 48.0.
struct SigningKeyTests {
    // RFC 8037, appendix A.
    static let seed = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"
    static let x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
    static let thumbprint = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
    static let signingInput = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
    static let signature =
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"

    /// Wrapped under the KEK of `Vectors`; seed `c0…df`, nonce `e0…eb`.
    static let wrapped = Vectors.bytes(
        """
        01010000000125cf06056fc2071fa94b032b50b7863f8b7ac034a92895ce4c9a1aee72eb24a4e0e1
        e2e3e4e5e6e7e8e9eaebae168dd2cdbe4a35d8e353cdae8fdb94cfce53c34b4ded59087cb19729c5
        c4fe442e718e3393a40d82c87dfab80f2826dde3bccec7f3a66a1115f45d720f4dc135c3ae7c4e22
        dca38fdb1efd6a495ff8
        """
    )

    private func key() throws -> SigningKey {
        let bytes = try #require(Base64.decodeURL(Self.seed))
        return SigningKey(seed: SecretBytes(bytes))
    }

    @Test func `the public half and its thumbprint are those of RFC 8037`() throws {
        let key = try key()
        #expect(Base64.encodeURL(key.publicKey.bytes) == Self.x)
        #expect(key.publicKey.canonicalJWK == #"{"crv":"Ed25519","kty":"OKP","x":"\#(Self.x)"}"#)
        #expect(key.publicKey.keyID == Self.thumbprint)
        #expect(key.id == Base64.decodeURL(Self.thumbprint))
    }

    @Test func `the signature is that of RFC 8037, and verifies`() throws {
        let key = try key()
        let message = [UInt8](Self.signingInput.utf8)
        let signature = key.signature(for: message)
        #expect(Base64.encodeURL(signature) == Self.signature)
        #expect(key.publicKey.verifies(signature, of: message))
    }

    @Test func `no flipped bit of a signature or of its message verifies`() throws {
        let key = try key()
        let message = [UInt8](Self.signingInput.utf8)
        let signature = key.signature(for: message)
        for index in signature.indices {
            for bit in 0..<8 {
                var flipped = signature
                flipped[index] ^= 1 << bit
                #expect(!key.publicKey.verifies(flipped, of: message), "byte \(index), bit \(bit)")
            }
        }
        for index in message.indices {
            var flipped = message
            flipped[index] ^= 1
            #expect(!key.publicKey.verifies(signature, of: flipped), "byte \(index)")
        }
    }

    @Test(arguments: [0, 63, 65])
    func `a signature of another length verifies nothing`(count: Int) throws {
        let signature = [UInt8](repeating: 0, count: count)
        let isValid = try key().publicKey.verifies(signature, of: [])
        #expect(!isValid)
        #expect(SigningKey.PublicKey(bytes: signature) == nil)
    }

    @Test func `the JWK names its key, its algorithm and no secret`() throws {
        let jwk = try key().publicKey.jwk
        #expect(
            jwk
                == #"{"alg":"EdDSA","crv":"Ed25519","kid":"\#(Self.thumbprint)","kty":"OKP","#
                + #""use":"sig","x":"\#(Self.x)"}"#
        )
    }

    @Test func `a signing key wrapped by Python unwraps`() throws {
        let wrapped = try WrappedSigningKey(bytes: Self.wrapped)
        #expect(wrapped.identifier == "25cf0605")
        #expect(wrapped.epoch == 1)
        #expect(wrapped.publicKey.keyID == "D8xQ33i2CARBcsSNdTOpI4W35swVVKhlFC5R-GqjZoc")
        let key = try Vectors.keyring().unwrap(wrapped)
        #expect(key.publicKey == wrapped.publicKey)
        #expect(key.publicKey == SigningKey(seed: SecretBytes([UInt8](0xC0...0xDF))).publicKey)
    }

    @Test func `what was wrapped unwraps, and never twice to the same bytes`() throws {
        let keyring = try Vectors.keyring()
        let key = SigningKey.generate()
        let wrapped = keyring.wrap(signingKey: key)
        let stored = try WrappedSigningKey(bytes: wrapped.bytes)
        #expect(stored == wrapped)
        #expect(try keyring.unwrap(stored).publicKey == key.publicKey)
        #expect(keyring.wrap(signingKey: key) != wrapped)
        #expect(SigningKey.generate().publicKey != key.publicKey)
    }

    @Test func `no flipped bit of a wrapped signing key goes unnoticed`() throws {
        let keyring = try Vectors.keyring()
        for index in Self.wrapped.indices {
            for bit in 0..<8 {
                var flipped = Self.wrapped
                flipped[index] ^= 1 << bit
                #expect(throws: UnwrapError.self, "byte \(index), bit \(bit)") {
                    try keyring.unwrap(try WrappedSigningKey(bytes: flipped))
                }
            }
        }
    }

    @Test func `a changed public half is found out by opening`() throws {
        var changed = Self.wrapped
        changed[129] ^= 1
        let wrapped = try WrappedSigningKey(bytes: changed)
        #expect(throws: UnwrapError.wrongCheckValue(epoch: 1)) {
            try Vectors.keyring().unwrap(wrapped)
        }
    }

    @Test func `a wrapped index key does not open as a signing key`() throws {
        let stranger = try WrappedSigningKey(bytes: Vectors.wrappedIndexKey)
        #expect(throws: UnwrapError.notAuthentic(epoch: 1, identifier: "25cf0605")) {
            try Vectors.keyring().unwrap(stranger)
        }
    }

    @Test func `a missing and a wrong key-encryption key are named`() throws {
        let wrapped = try WrappedSigningKey(bytes: Self.wrapped)
        let later = try Keyring(current: .generate(epoch: 2))
        #expect(throws: UnwrapError.missingKey(epoch: 1, identifier: "25cf0605")) {
            try later.unwrap(wrapped)
        }
        let wrong = try KeyEncryptionKey(bytes: Vectors.dataKeyBytes, epoch: 1)
        let named = UnwrapError.wrongKey(epoch: 1, found: wrong.identifier, wanted: "25cf0605")
        #expect(throws: named) { try Keyring(current: wrong).unwrap(wrapped) }
    }

    @Test(arguments: [0, 129, 131])
    func `wrapped keys of another length are refused`(count: Int) {
        #expect(throws: UnwrapError.wrongLength(found: count, wanted: 130)) {
            try WrappedSigningKey(bytes: [UInt8](repeating: 1, count: count))
        }
    }

    @Test func `rotation rewraps once and keeps the key`() throws {
        let old = try KeyEncryptionKey(bytes: Vectors.kekBytes, epoch: 1)
        let keyring = try Keyring(current: .generate(epoch: 2), retired: [old])
        let wrapped = try WrappedSigningKey(bytes: Self.wrapped)
        let rewrapped = try #require(try keyring.rewrap(wrapped))
        #expect(rewrapped.epoch == 2)
        #expect(rewrapped.publicKey == wrapped.publicKey)
        #expect(try keyring.rewrap(rewrapped) == nil)
        let withoutOld = try Keyring(current: keyring.current)
        #expect(try withoutOld.unwrap(rewrapped).publicKey == wrapped.publicKey)
    }

    @Test func `a signing key cannot be printed`() throws {
        let key = try key()
        var dumped = ""
        dump(key, to: &dumped)
        let secret = Hex.encode(try #require(Base64.decodeURL(Self.seed)))
        for text in ["\(key)", String(reflecting: key), dumped] {
            #expect(!text.contains(Self.seed.prefix(8)))
            #expect(!text.contains(secret.prefix(8)))
        }
        #expect("\(key)" == "SigningKey(\(Self.thumbprint))")
    }
}

/// The base64 of URLs: one text for each byte string.
struct SigningKeyBase64URLTests {
    @Test(
        arguments: [
            ([], ""), ([0xFB], "-w"), ([0xFF, 0xFF], "__8"), ([0xFB, 0xEF, 0xBE], "----"),
            ([3, 236, 255, 224, 193], "A-z_4ME"),
        ] as [([UInt8], String)]
    )
    func `bytes and texts correspond`(bytes: [UInt8], text: String) {
        #expect(Base64.encodeURL(bytes) == text)
        #expect(Base64.decodeURL(text) == bytes)
    }

    @Test(arguments: [
        "A", "AAAAA", "AB", "AAB", "AA==", "AA=", "A-z_4ME=", "+w", "/w", "A A", "AA\n", " AA",
        "AA\u{0}", "ÄÄ", "AA.A",
    ])
    func `every other way of writing is refused`(text: String) {
        #expect(Base64.decodeURL(text) == nil)
    }
}
