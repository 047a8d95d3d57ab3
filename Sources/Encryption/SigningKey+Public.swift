import Crypto

extension SigningKey {
    /// The half of a signing key that everybody may have, and its forms as a JSON Web Key.
    package struct PublicKey: Hashable, Sendable {
        package static let count = 32

        /// The encoded point (RFC 8032 §5.1.2).
        package let bytes: [UInt8]

        /// Takes an encoded point; `nil` when it has not 32 bytes.
        package init?(bytes: [UInt8]) {
            guard bytes.count == Self.count else { return nil }
            self.bytes = bytes
        }

        init(_ key: Curve25519.Signing.PublicKey) {
            bytes = [UInt8](key.rawRepresentation)
        }

        /// Whether the signature was made over exactly this message with this key's other half.
        package func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
            guard signature.count == SigningKey.signatureCount,
                // An answer, not an accident: bytes that are no point verify nothing.
                let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
            else { return false }
            return key.isValidSignature(signature, for: message)
        }

        /// The required members in the order RFC 7638 hashes them (RFC 8037, appendix A.3).
        package var canonicalJWK: String {
            #"{"crv":"Ed25519","kty":"OKP","x":"\#(Base64.encodeURL(bytes))"}"#
        }

        /// SHA-256 of the canonical JWK (RFC 7638), 32 bytes.
        package var thumbprint: [UInt8] {
            [UInt8](SHA256.hash(data: [UInt8](canonicalJWK.utf8)))
        }

        /// The thumbprint as text: the `kid` of what this key signs.
        package var keyID: String { Base64.encodeURL(thumbprint) }

        /// The key as other programs read it, on one line (RFC 7517, RFC 8037 §2).
        package var jwk: String {
            #"{"alg":"EdDSA","crv":"Ed25519","kid":"\#(keyID)","kty":"OKP","use":"sig","#
                + #""x":"\#(Base64.encodeURL(bytes))"}"#
        }
    }
}
