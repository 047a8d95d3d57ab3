import Crypto
import Encryption

/// A key of Standard Webhooks 1.0.0 ("Signature scheme"), in the text form providers show it in.
///
/// `whsec_` is a secret that both sides have (HMAC-SHA256, signatures `v1`); `whsk_` signs and
/// `whpk_` verifies (Ed25519, signatures `v1a`). A text without one of these is a secret, as the
/// public libraries read it. It never prints itself.
package struct StandardWebhookKey: Sendable {
    /// What a key can do.
    package enum Kind: Hashable, Sendable {
        /// `whsec_`: signs and verifies.
        case secret
        /// `whsk_`: signs; its other half verifies.
        case privateKey
        /// `whpk_`: verifies.
        case publicKey
    }

    /// Bytes a secret may have, as the specification wants it.
    package static let secretByteCounts = 24...64
    /// Bytes in the longest text that is looked at.
    package static let longestText = 256

    private enum Material {
        case secret(SymmetricKey)
        case privateKey(SigningKey)
        case publicKey(SigningKey.PublicKey)
    }

    private let material: Material
    /// Bytes in the secret or the key.
    package let byteCount: Int

    /// Reads a key.
    ///
    /// Unpadded base64 counts, as in the public libraries. So does a secret below 24 bytes: whoever
    /// sets a channel up asks `isLongEnough`.
    package init(_ text: String) throws(StandardWebhookKeyError) {
        guard text.utf8.count <= Self.longestText else { throw .tooLong(limit: Self.longestText) }
        let (kind, digits) = Self.parts(of: text)
        guard !digits.isEmpty else { throw .empty }
        guard let bytes = Self.bytes(digits) else { throw .notBase64 }
        byteCount = bytes.count
        switch kind {
        case .secret:
            guard (1...Self.secretByteCounts.upperBound).contains(bytes.count) else {
                throw .wrongLength
            }
            material = .secret(SymmetricKey(data: bytes))
        case .privateKey: material = .privateKey(try Self.privateKey(bytes))
        case .publicKey:
            guard let key = SigningKey.PublicKey(bytes: bytes) else { throw .wrongLength }
            material = .publicKey(key)
        }
    }

    package var kind: Kind {
        switch material {
        case .secret: .secret
        case .privateKey: .privateKey
        case .publicKey: .publicKey
        }
    }

    /// Whether nobody can guess it: a secret has at least 24 bytes.
    package var isLongEnough: Bool {
        kind != .secret || Self.secretByteCounts.contains(byteCount)
    }

    /// The signature of a content, such as `v1,<base64>`; `nil` from a key that only verifies.
    func signature(of content: [UInt8]) -> String? {
        switch material {
        case .secret(let key): "v1,\(Base64.encode(Self.code(content, key)))"
        case .privateKey(let key): "v1a,\(Base64.encode(key.signature(for: content)))"
        case .publicKey: nil
        }
    }

    /// Whether one of these signatures of a content was made with this key or its other half.
    func verifies(
        oneOf signatures: [StandardWebhookSignature.Entry],
        of content: [UInt8]
    ) -> Bool {
        switch material {
        case .secret(let key):
            let right = [UInt8](Base64.encode(Self.code(content, key)).utf8)
            return signatures.contains {
                $0.version == .v1 && ConstantTime.equal([UInt8]($0.value.utf8), right)
            }
        case .privateKey(let key):
            return Self.verifies(key.publicKey, oneOf: signatures, of: content)
        case .publicKey(let key): return Self.verifies(key, oneOf: signatures, of: content)
        }
    }

    private static func verifies(
        _ key: SigningKey.PublicKey,
        oneOf signatures: [StandardWebhookSignature.Entry],
        of content: [UInt8]
    ) -> Bool {
        signatures.contains { entry in
            guard entry.version == .v1a, let signature = Base64.decode(entry.value) else {
                return false
            }
            return key.verifies(signature, of: content)
        }
    }

    private static func code(_ content: [UInt8], _ key: SymmetricKey) -> [UInt8] {
        [UInt8](HMAC<SHA256>.authenticationCode(for: content, using: key))
    }

    private static func parts(of text: String) -> (kind: Kind, digits: Substring) {
        let prefixes: [(String, Kind)] = [
            ("whsec_", .secret), ("whsk_", .privateKey), ("whpk_", .publicKey),
        ]
        for (prefix, kind) in prefixes where text.hasPrefix(prefix) {
            return (kind, text.dropFirst(prefix.count))
        }
        return (.secret, text[...])
    }

    /// The seed alone (RFC 8032), or the seed and the public key after it, as NaCl stores them.
    private static func privateKey(
        _ bytes: [UInt8]
    ) throws(StandardWebhookKeyError) -> SigningKey {
        guard [32, 64].contains(bytes.count) else { throw .wrongLength }
        let key = SigningKey(seed: SecretBytes([UInt8](bytes.prefix(32))))
        guard bytes.count == 32 || Array(bytes.suffix(32)) == key.publicKey.bytes else {
            throw .mismatchedHalves
        }
        return key
    }

    /// Reads base64 as the public libraries do: with or without padding, whatever the unused bits
    /// of the last digit are.
    ///
    /// Digits that fill the last group make bytes that are dropped again.
    private static func bytes(_ digits: Substring) -> [UInt8]? {
        let padding = digits.utf8.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        let text = digits.dropLast(padding)
        let missing = (4 - text.utf8.count % 4) % 4
        guard missing < 3, padding == 0 || padding == missing else { return nil }
        let filled = Base64.decode(String(text) + String(repeating: "A", count: missing))
        return filled.map { Array($0.dropLast(missing)) }
    }
}

extension StandardWebhookKey: CustomStringConvertible, CustomReflectable {
    package var description: String { "StandardWebhookKey(not shown)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
