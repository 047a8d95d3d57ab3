/// A contact's secrets as `keys.db` stores them: noise without the key-encryption key.
///
/// Version (1 byte), algorithm (1), epoch (4), data key version (4), nonce (12), ciphertext (64),
/// tag (16), check value of the data key (32); see `docs/encryption.md`.
package struct WrappedSecrets: Equatable, Sendable {
    /// Bytes in the stored form.
    package static let count = 134

    static let version: UInt8 = 1
    static let algorithm: UInt8 = 1
    static let sealedRange = 10..<102
    static let checkRange = 102..<134

    /// What is stored.
    package let bytes: [UInt8]
    /// Epoch of the key-encryption key that opens this.
    package let epoch: UInt32
    /// Generation of the data key within.
    package let dataKeyVersion: UInt32

    /// Takes stored bytes; checks the shape, not yet the authenticity.
    package init(bytes: [UInt8]) throws(UnwrapError) {
        guard bytes.count == Self.count else {
            throw .wrongLength(found: bytes.count, wanted: Self.count)
        }
        guard bytes[0] == Self.version else { throw .unknownVersion(bytes[0]) }
        guard bytes[1] == Self.algorithm else { throw .unknownAlgorithm(bytes[1]) }
        self.bytes = bytes
        epoch = bytes.bigEndian32(at: 2)
        dataKeyVersion = bytes.bigEndian32(at: 6)
    }

    init(_ secrets: ContactSecrets, contact: [UInt8], under key: KeyEncryptionKey) {
        var bytes: [UInt8] = [Self.version, Self.algorithm]
        bytes.reserveCapacity(Self.count)
        bytes.append(bigEndian: key.epoch)
        bytes.append(bigEndian: secrets.dataKeyVersion)
        bytes += KeyWrap.wrap(
            [secrets.dataKey, secrets.saltKey],
            under: Self.wrappingKey(key, contact),
            authenticating: Self.authenticatedData(key.epoch, contact, secrets.dataKeyVersion)
        )
        bytes += secrets.dataKeyCheckValue
        self.bytes = bytes
        epoch = key.epoch
        dataKeyVersion = secrets.dataKeyVersion
    }

    func open(contact: [UInt8], under key: KeyEncryptionKey) throws(UnwrapError) -> ContactSecrets {
        guard dataKeyVersion >= 1,
            let opened = KeyWrap.unwrap(
                bytes[Self.sealedRange],
                under: Self.wrappingKey(key, contact),
                authenticating: Self.authenticatedData(epoch, contact, dataKeyVersion)
            ),
            opened.count == 2
        else { throw .notAuthentic(epoch: epoch, identifier: key.identifier) }
        let secrets = ContactSecrets(
            dataKey: opened[0],
            saltKey: opened[1],
            dataKeyVersion: dataKeyVersion
        )
        guard ConstantTime.equal(secrets.dataKeyCheckValue, [UInt8](bytes[Self.checkRange])) else {
            throw .wrongCheckValue(epoch: epoch)
        }
        return secrets
    }

    /// A key of its own for each contact: no shared nonce budget, and no swapping of wrapped keys.
    private static func wrappingKey(_ key: KeyEncryptionKey, _ contact: [UInt8]) -> SecretBytes {
        precondition(
            contact.count == ContactSecrets.contactIdentifierCount,
            "a contact identifier has 16 bytes"
        )
        return SecretBytes(key.secret.expanded([UInt8]("parley/wrap/v1".utf8) + contact))
    }

    /// `parley/dek/v1`, epoch (u32), contact (16 bytes), data key version (u32).
    static func authenticatedData(
        _ epoch: UInt32,
        _ contact: [UInt8],
        _ dataKeyVersion: UInt32
    ) -> [UInt8] {
        var data = [UInt8]("parley/dek/v1".utf8)
        data.append(bigEndian: epoch)
        data.append(contentsOf: contact)
        data.append(bigEndian: dataKeyVersion)
        return data
    }
}
