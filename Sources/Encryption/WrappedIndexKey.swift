/// The blind index's key as `keys.db` stores it, with the mark of the key that opens it.
///
/// Version (1 byte), algorithm (1), epoch (4), check value of the key-encryption key (32),
/// nonce (12), ciphertext (32), tag (16), check value of the index key (32); see
/// `docs/encryption.md`. Opened first at start-up, so that a missing or wrong key is found and
/// named before anything else is read.
package struct WrappedIndexKey: Equatable, Sendable {
    /// Bytes in the stored form.
    package static let count = 130

    static let version: UInt8 = 1
    static let algorithm: UInt8 = 1
    static let keyCheckRange = 6..<38
    static let sealedRange = 38..<98
    static let checkRange = 98..<130

    /// What is stored.
    package let bytes: [UInt8]
    /// Epoch of the key-encryption key that opens this.
    package let epoch: UInt32

    /// Takes stored bytes; checks the shape, not yet the authenticity.
    package init(bytes: [UInt8]) throws(UnwrapError) {
        guard bytes.count == Self.count else {
            throw .wrongLength(found: bytes.count, wanted: Self.count)
        }
        guard bytes[0] == Self.version else { throw .unknownVersion(bytes[0]) }
        guard bytes[1] == Self.algorithm else { throw .unknownAlgorithm(bytes[1]) }
        self.bytes = bytes
        epoch = bytes.bigEndian32(at: 2)
    }

    /// Eight hexadecimal digits naming the key-encryption key that opens this.
    package var identifier: String {
        KeyEncryptionKey.identifier(checkValue: bytes[Self.keyCheckRange])
    }

    init(_ indexKey: SecretBytes, under key: KeyEncryptionKey) {
        var bytes: [UInt8] = [Self.version, Self.algorithm]
        bytes.reserveCapacity(Self.count)
        bytes.append(bigEndian: key.epoch)
        bytes += key.checkValue
        bytes += KeyWrap.wrap(
            [indexKey],
            under: Self.wrappingKey(key),
            authenticating: Self.authenticatedData(key.epoch)
        )
        bytes += Self.checkValue(indexKey)
        self.bytes = bytes
        epoch = key.epoch
    }

    func open(under key: KeyEncryptionKey) throws(UnwrapError) -> SecretBytes {
        guard ConstantTime.equal(key.checkValue, [UInt8](bytes[Self.keyCheckRange])) else {
            throw .wrongKey(epoch: epoch, found: key.identifier, wanted: identifier)
        }
        guard
            let opened = KeyWrap.unwrap(
                bytes[Self.sealedRange],
                under: Self.wrappingKey(key),
                authenticating: Self.authenticatedData(epoch)
            ),
            let indexKey = opened.first
        else { throw .notAuthentic(epoch: epoch, identifier: key.identifier) }
        guard ConstantTime.equal(Self.checkValue(indexKey), [UInt8](bytes[Self.checkRange])) else {
            throw .wrongCheckValue(epoch: epoch)
        }
        return indexKey
    }

    private static func wrappingKey(_ key: KeyEncryptionKey) -> SecretBytes {
        SecretBytes(key.secret.expanded([UInt8]("parley/index-key/v1".utf8)))
    }

    private static func checkValue(_ indexKey: SecretBytes) -> [UInt8] {
        indexKey.checkValue("parley/index-check/v1")
    }

    /// `parley/index-key/v1`, epoch (u32).
    static func authenticatedData(_ epoch: UInt32) -> [UInt8] {
        var data = [UInt8]("parley/index-key/v1".utf8)
        data.append(bigEndian: epoch)
        return data
    }
}
