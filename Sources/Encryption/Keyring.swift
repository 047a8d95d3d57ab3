/// The key-encryption keys of an installation: one current, and retired ones still needed to open.
package struct Keyring: Sendable {
    /// Wraps everything from now on.
    package let current: KeyEncryptionKey

    /// All keys, by falling epoch.
    private let keys: [KeyEncryptionKey]

    /// Refuses two keys of one epoch, since stored bytes name their key by epoch alone.
    package init(
        current: KeyEncryptionKey,
        retired: [KeyEncryptionKey] = []
    ) throws(KeyError) {
        let keys = ([current] + retired).sorted { $0.epoch > $1.epoch }
        for (key, next) in zip(keys, keys.dropFirst()) where key.epoch == next.epoch {
            throw .duplicateEpoch(key.epoch)
        }
        self.current = current
        self.keys = keys
    }

    /// Epochs that can be opened, falling.
    package var epochs: [UInt32] { keys.map(\.epoch) }

    /// The key of an epoch, if this installation has it.
    package func key(epoch: UInt32) -> KeyEncryptionKey? {
        keys.first { $0.epoch == epoch }
    }

    /// Wraps a contact's secrets under the current key; the contact has 16 bytes.
    package func wrap(_ secrets: ContactSecrets, contact: [UInt8]) -> WrappedSecrets {
        WrappedSecrets(secrets, contact: contact, under: current)
    }

    /// Opens what was wrapped for exactly this contact.
    package func unwrap(
        _ wrapped: WrappedSecrets,
        contact: [UInt8]
    ) throws(UnwrapError) -> ContactSecrets {
        guard let key = key(epoch: wrapped.epoch) else {
            throw .missingKey(epoch: wrapped.epoch, identifier: nil)
        }
        return try wrapped.open(contact: contact, under: key)
    }

    /// The same secrets under the current key, or `nil` when they are: one step of rotation.
    package func rewrap(
        _ wrapped: WrappedSecrets,
        contact: [UInt8]
    ) throws(UnwrapError) -> WrappedSecrets? {
        guard wrapped.epoch != current.epoch else { return nil }
        return wrap(try unwrap(wrapped, contact: contact), contact: contact)
    }

    /// Wraps the blind index's key under the current key.
    package func wrap(indexKey: SecretBytes) -> WrappedIndexKey {
        WrappedIndexKey(indexKey, under: current)
    }

    /// Opens the blind index's key, or names the key-encryption key it wants.
    package func unwrap(_ wrapped: WrappedIndexKey) throws(UnwrapError) -> SecretBytes {
        guard let key = key(epoch: wrapped.epoch) else {
            throw .missingKey(epoch: wrapped.epoch, identifier: wrapped.identifier)
        }
        return try wrapped.open(under: key)
    }

    /// The same index key under the current key, or `nil` when it already is.
    package func rewrap(_ wrapped: WrappedIndexKey) throws(UnwrapError) -> WrappedIndexKey? {
        guard wrapped.epoch != current.epoch else { return nil }
        return wrap(indexKey: try unwrap(wrapped))
    }
}
