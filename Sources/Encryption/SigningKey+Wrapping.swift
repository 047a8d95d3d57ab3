/// A signing key as the vault stores it, with the mark of the key that opens it.
///
/// Version (1 byte), algorithm (1), epoch (4), check value of the key-encryption key (32),
/// nonce (12), ciphertext (32), tag (16), public key (32). The public key is what the opened key
/// is checked against, and is there for whoever verifies without the key-encryption key.
package struct WrappedSigningKey: Equatable, Sendable {
    /// Bytes in the stored form.
    package static let count = 130

    static let version: UInt8 = 1
    static let algorithm: UInt8 = 1
    static let keyCheckRange = 6..<38
    static let sealedRange = 38..<98
    static let publicRange = 98..<130

    /// What is stored.
    package let bytes: [UInt8]
    /// Epoch of the key-encryption key that opens this.
    package let epoch: UInt32
    /// The half that anyone may know; proved to be the right one only by opening.
    package let publicKey: SigningKey.PublicKey

    /// Takes stored bytes; checks the shape, not yet the authenticity.
    package init(bytes: [UInt8]) throws(UnwrapError) {
        guard bytes.count == Self.count,
            let publicKey = SigningKey.PublicKey(bytes: [UInt8](bytes[Self.publicRange]))
        else { throw .wrongLength(found: bytes.count, wanted: Self.count) }
        guard bytes[0] == Self.version else { throw .unknownVersion(bytes[0]) }
        guard bytes[1] == Self.algorithm else { throw .unknownAlgorithm(bytes[1]) }
        self.bytes = bytes
        self.publicKey = publicKey
        epoch = bytes.bigEndian32(at: 2)
    }

    /// Eight hexadecimal digits naming the key-encryption key that opens this.
    package var identifier: String {
        KeyEncryptionKey.identifier(checkValue: bytes[Self.keyCheckRange])
    }

    init(_ signingKey: SigningKey, under key: KeyEncryptionKey) {
        var bytes: [UInt8] = [Self.version, Self.algorithm]
        bytes.reserveCapacity(Self.count)
        bytes.append(bigEndian: key.epoch)
        bytes += key.checkValue
        bytes += KeyWrap.wrap(
            [signingKey.seed],
            under: Self.wrappingKey(key),
            authenticating: Self.authenticatedData(key.epoch)
        )
        bytes += signingKey.publicKey.bytes
        self.bytes = bytes
        publicKey = signingKey.publicKey
        epoch = key.epoch
    }

    func open(under key: KeyEncryptionKey) throws(UnwrapError) -> SigningKey {
        guard ConstantTime.equal(key.checkValue, [UInt8](bytes[Self.keyCheckRange])) else {
            throw .wrongKey(epoch: epoch, found: key.identifier, wanted: identifier)
        }
        guard
            let opened = KeyWrap.unwrap(
                bytes[Self.sealedRange],
                under: Self.wrappingKey(key),
                authenticating: Self.authenticatedData(epoch)
            ),
            let seed = opened.first
        else { throw .notAuthentic(epoch: epoch, identifier: key.identifier) }
        let signingKey = SigningKey(seed: seed)
        guard ConstantTime.equal(signingKey.publicKey.bytes, publicKey.bytes) else {
            throw .wrongCheckValue(epoch: epoch)
        }
        return signingKey
    }

    private static func wrappingKey(_ key: KeyEncryptionKey) -> SecretBytes {
        SecretBytes(key.secret.expanded([UInt8]("parley/signing-key/v1".utf8)))
    }

    /// `parley/signing-key/v1`, epoch (u32).
    static func authenticatedData(_ epoch: UInt32) -> [UInt8] {
        var data = [UInt8]("parley/signing-key/v1".utf8)
        data.append(bigEndian: epoch)
        return data
    }
}

extension Keyring {
    /// Wraps a signing key under the current key.
    package func wrap(signingKey: SigningKey) -> WrappedSigningKey {
        WrappedSigningKey(signingKey, under: current)
    }

    /// Opens a signing key, or names the key-encryption key it wants.
    package func unwrap(_ wrapped: WrappedSigningKey) throws(UnwrapError) -> SigningKey {
        guard let key = key(epoch: wrapped.epoch) else {
            throw .missingKey(epoch: wrapped.epoch, identifier: wrapped.identifier)
        }
        return try wrapped.open(under: key)
    }

    /// The same signing key under the current key, or `nil` when it already is.
    package func rewrap(_ wrapped: WrappedSigningKey) throws(UnwrapError) -> WrappedSigningKey? {
        guard wrapped.epoch != current.epoch else { return nil }
        return wrap(signingKey: try unwrap(wrapped))
    }
}
