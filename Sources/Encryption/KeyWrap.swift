import Crypto

/// Seals secrets under another key without leaving copies of them behind.
enum KeyWrap {
    /// Random nonce, ciphertext of the secrets one after the other, tag.
    static func wrap(
        _ secrets: [SecretBytes],
        under key: SecretBytes,
        authenticating data: [UInt8]
    ) -> [UInt8] {
        var plaintext: [UInt8] = []
        // One allocation: growing would leave an unwiped half behind.
        plaintext.reserveCapacity(secrets.count * SecretBytes.count)
        for secret in secrets {
            unsafe secret.key.withUnsafeBytes { unsafe plaintext.append(contentsOf: $0) }
        }
        let sealed = AESGCM.seal(plaintext, key.key, authenticating: data)
        wipe(&plaintext)
        return sealed
    }

    /// The secrets, or `nil` when key, data and bytes do not belong together.
    static func unwrap(
        _ sealed: ArraySlice<UInt8>,
        under key: SecretBytes,
        authenticating data: [UInt8]
    ) -> [SecretBytes]? {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            var plaintext = try AES.GCM.open(box, using: key.key, authenticating: data)
            let count = plaintext.count / SecretBytes.count
            let secrets = (0..<count).map { position in
                let rest = plaintext.dropFirst(position * SecretBytes.count)
                return SecretBytes(SymmetricKey(data: rest.prefix(SecretBytes.count)))
            }
            wipe(&plaintext)
            return secrets
        } catch {
            return nil
        }
    }
}
