/// The key that wraps every contact's secrets (KEK); it never touches a record itself.
package struct KeyEncryptionKey: Sendable {
    /// Generation of this key, from 1; rotation makes the next.
    package let epoch: UInt32
    /// 32 bytes that tell keys apart and may be stored beside what they wrap.
    ///
    /// HKDF-Expand(KEK, `parley/kek-check/v1`): nothing about the key follows from it.
    package let checkValue: [UInt8]

    let secret: SecretBytes

    /// Copies 32 bytes; the epoch is at least 1.
    package init(bytes: [UInt8], epoch: UInt32) throws(KeyError) {
        guard bytes.count == SecretBytes.count else { throw .wrongLength(found: bytes.count) }
        guard epoch >= 1 else { throw .badEpoch }
        self.init(secret: SecretBytes(bytes), epoch: epoch)
    }

    private init(secret: SecretBytes, epoch: UInt32) {
        self.secret = secret
        self.epoch = epoch
        checkValue = secret.checkValue("parley/kek-check/v1")
    }

    /// A fresh random key for an epoch of at least 1.
    package static func generate(epoch: UInt32) -> KeyEncryptionKey {
        precondition(epoch >= 1, "epochs count from 1")
        return KeyEncryptionKey(secret: .random(), epoch: epoch)
    }

    /// Eight hexadecimal digits by which messages name this key.
    package var identifier: String { Self.identifier(checkValue: checkValue) }

    static func identifier(checkValue: some Collection<UInt8>) -> String {
        Hex.encode([UInt8](checkValue.prefix(4)))
    }
}
