package import Clocks
package import Encryption
package import Storage

/// Making and opening a key vault.
package enum Vaults {
    /// Gives a new vault its index key, wrapped under `key`; an initialised vault is left alone.
    package static func initialize(
        _ vault: any KeyVault,
        with key: KeyEncryptionKey,
        at now: Timestamp
    ) throws(EngineError) {
        do {
            guard try vault.settings() == nil else { return }
            let keyring = try Keyring(current: key)
            let index = keyring.wrap(indexKey: SecretBytes.random())
            try vault.initialize(
                VaultSettings(
                    keyEpoch: key.epoch,
                    keyCheck: key.checkValue,
                    wrappedIndexKey: index.bytes,
                    createdAt: now
                )
            )
        } catch let error as StoreError {
            throw .store(error)
        } catch {
            preconditionFailure("a single key always makes a keyring")
        }
    }

    /// Opens a vault, or says which key it wants.
    package static func open(
        _ vault: any KeyVault,
        with key: KeyEncryptionKey,
        entropy: Entropy
    ) throws(EngineError) -> ContactDirectory {
        do {
            guard let settings = try vault.settings() else {
                throw EngineError.store(.corrupt(file: "keys.db"))
            }
            let keyring = try Keyring(current: key)
            let wrapped = try WrappedIndexKey(bytes: settings.wrappedIndexKey)
            let indexKey = try keyring.unwrap(wrapped)
            return ContactDirectory(
                vault: vault,
                keyring: keyring,
                blindIndex: BlindIndex(key: indexKey),
                entropy: entropy
            )
        } catch let error as EngineError {
            throw error
        } catch let error as StoreError {
            throw .store(error)
        } catch let error as UnwrapError {
            throw .wrongKey(error)
        } catch {
            preconditionFailure("a single key always makes a keyring")
        }
    }
}
