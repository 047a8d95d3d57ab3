import Crypto

/// The controller's key for signing receipts: Ed25519 (RFC 8032), one for each installation.
///
/// A receipt stays checkable as long as its public half is known, so a replaced key is kept.
package struct SigningKey: Sendable {
    /// Bytes of a signature.
    package static let signatureCount = 64

    /// The 32 bytes that RFC 8032 calls the private key.
    let seed: SecretBytes
    package let publicKey: PublicKey

    /// A fresh random key.
    package static func generate() -> SigningKey { SigningKey(seed: .random()) }

    package init(seed: SecretBytes) {
        self.seed = seed
        publicKey = PublicKey(Self.key(seed).publicKey)
    }

    /// The key's name: the thumbprint of its public half (RFC 7638), 32 bytes.
    package var id: [UInt8] { publicKey.thumbprint }

    /// Signs a message.
    package func signature(for message: [UInt8]) -> [UInt8] {
        do {
            return [UInt8](try Self.key(seed).signature(for: message))
        } catch {
            preconditionFailure("Ed25519 refused to sign")
        }
    }

    private static func key(_ seed: SecretBytes) -> Curve25519.Signing.PrivateKey {
        do {
            return try Curve25519.Signing.PrivateKey(rawRepresentation: seed.key)
        } catch {
            preconditionFailure("every 32 bytes are an Ed25519 key")
        }
    }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
    package var description: String { "SigningKey(\(publicKey.keyID))" }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
