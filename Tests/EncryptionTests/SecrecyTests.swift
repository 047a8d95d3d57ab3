import Encryption
import Testing

/// Nothing that is printed, logged or thrown shows a key or a text.
struct SecrecyTests {
    /// A key no part of which occurs by chance: base64 and hexadecimal are searched for too.
    static let secret = [UInt8]("correct-horse-battery-staple-42!".utf8)

    private func showsSecret(_ text: String) -> Bool {
        let forms = [
            "horse", "battery", Hex.encode([UInt8](Self.secret.prefix(6))),
            String(Base64.encode(Self.secret).prefix(8)),
            Self.secret.prefix(6).map(String.init).joined(separator: ", "),
        ]
        return forms.contains { text.lowercased().contains($0.lowercased()) }
    }

    private func printed(_ value: some Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        return ["\(value)", String(reflecting: value), dumped]
    }

    @Test func `the search would find a secret`() {
        #expect(showsSecret(String(decoding: Self.secret, as: UTF8.self)))
        #expect(showsSecret("\(Self.secret)"))
        #expect(showsSecret(Hex.encode(Self.secret)))
        #expect(showsSecret(Base64.encode(Self.secret)))
    }

    @Test func `keys cannot be printed`() throws {
        let key = try KeyEncryptionKey(bytes: Self.secret, epoch: 1)
        let secret = SecretBytes(Self.secret)
        let secrets = ContactSecrets(dataKey: secret, saltKey: secret, dataKeyVersion: 1)
        let keyring = try Keyring(current: key)
        let texts =
            printed(secret) + printed(key) + printed(keyring) + printed(secrets)
            + printed(Sealer(secrets)) + printed(BlindIndex(key: secret))
        #expect(texts.count == 18)
        #expect(texts.filter(showsSecret) == [])
        #expect("\(secret)" == "SecretBytes(not shown)")
    }

    @Test func `an envelope hides its text and its key`() throws {
        let secret = SecretBytes(Self.secret)
        let sealer = Sealer(ContactSecrets(dataKey: secret, saltKey: secret, dataKeyVersion: 1))
        let envelope = sealer.seal(Self.secret, Vectors.context)
        #expect(!showsSecret(Hex.encode(envelope)))
        let key = try KeyEncryptionKey(bytes: Self.secret, epoch: 1)
        let wrapped = try Keyring(current: key).wrap(indexKey: secret)
        #expect(!showsSecret(Hex.encode(wrapped.bytes)))
    }

    @Test(arguments: [
        "correct-horse-battery-staple-42!", "parley-kek-v1 horse battery",
        "parley-kek-v1 1 correct-horse-battery-staple", "parley-kek-v9 battery horse",
        "horse\nbattery",
    ])
    func `a refused key is not repeated`(text: String) throws {
        let error = try #require(throws: KeyError.self) { try KeyText.parse(text) }
        #expect(printed(error).filter(showsSecret) == [])
    }

    @Test(
        arguments: [
            (OpenError.truncated, "the envelope is too short"),
            (.unknownVersion(9), "the envelope has version 9; this program reads version 1"),
            (
                .unknownAlgorithm(9),
                "the envelope uses algorithm 9; this program knows algorithm 1, AES-256-GCM"
            ),
            (
                .wrongKeyVersion(found: 1, wanted: 2),
                "the envelope was sealed under data key version 1, not 2"
            ),
            (
                .notAuthentic,
                "the envelope was changed, moved from another record, or sealed under another key"
            ),
            (
                .notPadded,
                "the envelope opened, but its content is not padded as version 1 pads"
            ),
        ] as [(OpenError, String)]
    )
    func `an envelope that does not open says why`(error: OpenError, sentence: String) {
        #expect(error.description == sentence)
    }

    @Test(
        arguments: [
            (
                UnwrapError.missingKey(epoch: 3, identifier: "25cf0605"),
                "the store wants key-encryption key 25cf0605 of epoch 3, which was not given"
            ),
            (
                .missingKey(epoch: 3, identifier: nil),
                "the store wants the key-encryption key of epoch 3, which was not given"
            ),
            (
                .wrongKey(epoch: 1, found: "aaaaaaaa", wanted: "25cf0605"),
                "the store wants key-encryption key 25cf0605 of epoch 1, but was given aaaaaaaa"
            ),
        ] as [(UnwrapError, String)]
    )
    func `a missing or wrong key is named`(error: UnwrapError, sentence: String) {
        #expect(error.description == sentence)
    }
}
