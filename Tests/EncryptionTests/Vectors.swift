import Encryption

/// Known answers, computed with Python's `cryptography` 48.0 from the formats in
/// `docs/encryption.md`; none came from the code under test.
enum Vectors {
    static let kekBytes = [UInt8](0x00...0x1F)
    static let dataKeyBytes = [UInt8](0x20...0x3F)
    static let saltKeyBytes = [UInt8](0x40...0x5F)
    static let contact = [UInt8](0x60...0x6F)
    static let indexKeyBytes = [UInt8](0x80...0x9F)
    static let keyLine = "parley-kek-v1 1 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    static let plaintext = [UInt8]("¡Hola, Zoë!".utf8)

    static var secrets: ContactSecrets {
        ContactSecrets(
            dataKey: SecretBytes(dataKeyBytes),
            saltKey: SecretBytes(saltKeyBytes),
            dataKeyVersion: 1
        )
    }

    static var context: SealContext {
        SealContext(purpose: "session", table: "sessions", row: [1, 2], rowVersion: 7)
    }

    static func keyring() throws -> Keyring {
        try Keyring(current: KeyEncryptionKey(bytes: kekBytes, epoch: 1))
    }

    /// Hexadecimal over as many lines as it takes.
    static func bytes(_ hex: String) -> [UInt8] {
        guard let bytes = Hex.decode(hex.filter { !$0.isWhitespace }) else {
            preconditionFailure("a vector is not hexadecimal")
        }
        return bytes
    }

    static let keyCheckValue = bytes(
        "25cf06056fc2071fa94b032b50b7863f8b7ac034a92895ce4c9a1aee72eb24a4"
    )
    /// Nonce 70…7b.
    static let wrapped = bytes(
        """
        01010000000100000001707172737475767778797a7b6ec6a09303beda2224cf93fae5b46b170786
        42a21a3e0b80473a60602a8620b9cf40f204f3606660d59c9d6e5f607a97a4932a08270b38d6b683
        cc88aa41f2c4848a881f56eb94309249701b5ad4d684a4af5c377508bbfc68639c4a0547f4d6e028
        da200acea52c8f86fa671845a731
        """
    )
    /// The same with the check value of another data key.
    static let wrappedBadCheck = bytes(
        """
        01010000000100000001707172737475767778797a7b6ec6a09303beda2224cf93fae5b46b170786
        42a21a3e0b80473a60602a8620b9cf40f204f3606660d59c9d6e5f607a97a4932a08270b38d6b683
        cc88aa41f2c4848a881f56eb94309249701b5ad4d6849819f3181fc2d9695003db3772bed957e9f1
        e2045efb9680bd3bc82ca6220582
        """
    )
    /// Nonce b0…bb.
    static let wrappedIndexKey = bytes(
        """
        01010000000125cf06056fc2071fa94b032b50b7863f8b7ac034a92895ce4c9a1aee72eb24a4b0b1
        b2b3b4b5b6b7b8b9babba5fb4631053d470f47876df37a7988b7ef42de4423004a0f8c2c424d9e51
        579875f3e3c852eb805e1845f67d094ed6c4526662f17e07893352f3acb23684c17dedb959e2a20d
        dff71844bb9ffc8a5227
        """
    )
    /// Associated data of `context` under key version 1.
    static let sealData = bytes(
        "000773657373696f6e000873657373696f6e7300020102000000000000000700000001"
    )
    /// Of `plaintext`, nonce a0…ab, as the ones below.
    static let envelope = bytes(
        """
        010100000001a0a1a2a3a4a5a6a7a8a9aaab7e3ca4390676c8c5cd49819a7c32b50db07fc1073cb4
        26220f92cbf9d366aff81f553db406a9c37acae2d3ed4e769dfe76537b2cf785b06f716e986c8fc6
        fdc2c5963c930b3eaf6bbe5e4968fd8d5432
        """
    )
    /// Of nothing.
    static let emptyEnvelope = bytes(
        """
        010100000001a0a1a2a3a4a5a6a7a8a9aaab7e3ca434c4d780aaa128adba265d76a6917fc1073cb4
        26220f92cbf9d366aff81f553db406a9c37acae2d3ed4e769dfe76537b2cf785b06f716e986c8fc6
        fdc2085fff39406fa83b0bf0998189fa3bc7
        """
    )
    /// Of sixty zeros, which fill one bucket.
    static let envelope60 = bytes(
        """
        010100000001a0a1a2a3a4a5a6a7a8a9aaab7e3ca408c4d780aaa128adba265d76a6917fc1073cb4
        26220f92cbf9d366aff81f553db406a9c37acae2d3ed4e769dfe76537b2cf785b06f716e986c8fc6
        fdc2a9cba9ab9e7913365a9145325399deb6
        """
    )
    /// Of sixty-one zeros, which need a second.
    static let envelope61 = bytes(
        """
        010100000001a0a1a2a3a4a5a6a7a8a9aaab7e3ca409c4d780aaa128adba265d76a6917fc1073cb4
        26220f92cbf9d366aff81f553db406a9c37acae2d3ed4e769dfe76537b2cf785b06f716e986c8fc6
        fdc25867d28ca1dc68d10443b3588f55896a6daa3e7d222ee8fffa943fb40e462b51344ede30ed35
        5e4c036102ded656c6e2adac720087e261c55d153eeaa56d19480946dad69bd72471c6c284665fae
        912f
        """
    )
    /// Authentic, with a last padding byte of 1.
    static let nonzeroPadding = bytes(
        """
        010100000001a0a1a2a3a4a5a6a7a8a9aaab7e3ca4390676c8c5cd49819a7c32b50db07fc1073cb4
        26220f92cbf9d366aff81f553db406a9c37acae2d3ed4e769dfe76537b2cf785b06f716e986c8fc6
        fdc34e2f756c96cbc443653a8a1ebf8cf503
        """
    )
    /// Authentic, with a length of 61 in one bucket.
    static let lengthBeyondPadding = bytes(
        """
        010100000001a0a1a2a3a4a5a6a7a8a9aaab7e3ca4090676c8c5cd49819a7c32b50db07fc1073cb4
        26220f92cbf9d366aff81f553db406a9c37acae2d3ed4e769dfe76537b2cf785b06f716e986c8fc6
        fdc29079842eb986336555dff9feb5f1850c
        """
    )
    /// Authentic, with a whole bucket of padding.
    static let emptyBucket = bytes(
        """
        010100000001a0a1a2a3a4a5a6a7a8a9aaab7e3ca4390676c8c5cd49819a7c32b50db07fc1073cb4
        26220f92cbf9d366aff81f553db406a9c37acae2d3ed4e769dfe76537b2cf785b06f716e986c8fc6
        fdc25867d28ca1dc68d10443b3588f55896a6daa3e7d222ee8fffa943fb40e462b51344ede30ed35
        5e4c036102ded656c6e2adac720087e261c55d153eeaa56d1948190dd6c4f7c221664ca4cc5e1de0
        b515
        """
    )
    /// Authentic, of 100 bytes.
    static let brokenBucket = bytes(
        """
        010100000001a0a1a2a3a4a5a6a7a8a9aaab7e3ca454c4d780aaa128adba265d76a6917fc1073cb4
        26220f92cbf9d366aff81f553db406a9c37acae2d3ed4e769dfe76537b2cf785b06f716e986c8fc6
        fdc25867d28ca1dc68d10443b3588f55896a6daa3e7d222ee8fffa943fb40e462b51344ede3034f0
        5e90c0dda8ae67d25244c5b232cc
        """
    )
    /// Of `+34600000001` in domain `address/v1`.
    static let addressIndex = bytes("09b64890b272e65aa14b08f8fb8c0c23")
    /// Of `Zoë` in domain `address/v1`.
    static let nameIndex = bytes("ced34c59ba2657b27d7cbaa4ffa923c0")
    /// Sequence 42, kind `message.received`.
    static let salt = bytes("fde3023755da6fbb88236a7097164d20c9fa9f7eb04043a66137d46710984746")
    static let payload = bytes("69acb6fb807fb7c7ae702ae7072ce55cc7c46bb4dac1e48a9f381b91f87be117")
    /// Of `envelope`.
    static let state = bytes("3c62b817fb1b38abc6eacbe7225e34028289c3f1ddc3cb949fe82276b5dd0c28")
}
