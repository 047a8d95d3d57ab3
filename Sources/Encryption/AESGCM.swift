import Crypto

/// AES-256-GCM with 96-bit nonces and 128-bit tags (NIST SP 800-38D), without a format around it.
///
/// For vectors and tools; records go through `Sealer`, which chooses nonces and binds contexts.
package enum AESGCM {
    package static let nonceCount = 12
    package static let tagCount = 16

    /// Ciphertext followed by its tag; the nonce must never have served this key before.
    package static func seal(
        _ plaintext: [UInt8],
        key: SecretBytes,
        nonce: [UInt8],
        authenticating data: [UInt8]
    ) -> [UInt8] {
        precondition(nonce.count == nonceCount, "a nonce has 12 bytes")
        do {
            let number = try AES.GCM.Nonce(data: nonce)
            return [UInt8](combined(plaintext, key.key, number, data).dropFirst(nonceCount))
        } catch {
            preconditionFailure("a nonce of 12 bytes was refused")
        }
    }

    /// The plaintext, or `nil` when key, nonce, data, ciphertext and tag do not belong together.
    package static func open(
        _ sealed: [UInt8],
        key: SecretBytes,
        nonce: [UInt8],
        authenticating data: [UInt8]
    ) -> [UInt8]? {
        guard nonce.count == nonceCount else { return nil }
        return try? open((nonce + sealed)[...], key.key, data)  // an answer, not an accident
    }

    /// Nonce, ciphertext and tag under a fresh random nonce.
    static func seal(
        _ plaintext: [UInt8],
        _ key: SymmetricKey,
        authenticating data: [UInt8]
    ) -> [UInt8] {
        [UInt8](combined(plaintext, key, AES.GCM.Nonce(), data))
    }

    /// Nonce, ciphertext and tag, in swift-crypto's own buffer: one copy of it is the cheapest way.
    static func combined(
        _ plaintext: [UInt8],
        _ key: SymmetricKey,
        _ nonce: AES.GCM.Nonce,
        _ data: [UInt8]
    ) -> some Collection<UInt8> {
        do {
            let box = try AES.GCM.seal(plaintext, using: key, nonce: nonce, authenticating: data)
            guard let combined = box.combined else {
                preconditionFailure("a box with a 12-byte nonce has a combined form")
            }
            return combined
        } catch {
            // Only a key of another length or a message beyond 64 GiB could get here.
            preconditionFailure("AES-256-GCM refused to seal")
        }
    }

    /// Opens nonce, ciphertext and tag.
    static func open(
        _ combined: ArraySlice<UInt8>,
        _ key: SymmetricKey,
        _ data: [UInt8]
    ) throws -> [UInt8] {
        let box = try AES.GCM.SealedBox(combined: combined)
        return [UInt8](try AES.GCM.open(box, using: key, authenticating: data))
    }
}
