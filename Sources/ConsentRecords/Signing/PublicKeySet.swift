package import Encryption
import JSONCoding

/// Reads public keys as JSON Web Keys: one key, or a set of them (RFC 7517 §5).
package enum PublicKeySet {
    /// The most a file of keys may have, in bytes.
    package static let limit = 64 * 1024

    /// The Ed25519 keys in a text; keys of other kinds in a set are passed over, as RFC 7517 asks.
    package static func read(
        _ bytes: [UInt8]
    ) throws(PublicKeyFault) -> [SigningKey.PublicKey] {
        guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        guard let document = JSONReader.read(bytes), case .object = document else {
            throw .notAKey
        }
        let candidates = document["keys"]?.values ?? [document]
        var keys: [SigningKey.PublicKey] = []
        for candidate in candidates {
            guard candidate["d"] == nil else { throw .privateKey }
            if let key = key(candidate) { keys.append(key) }
        }
        guard !keys.isEmpty else { throw .notAKey }
        return keys
    }

    private static func key(_ value: JSONValue) -> SigningKey.PublicKey? {
        guard value["kty"]?.text == "OKP", value["crv"]?.text == "Ed25519",
            allows(value["use"], ["sig"]), allows(value["alg"], ["EdDSA", "Ed25519"]),
            let point = value["x"]?.text, let bytes = Base64.decodeURL(point)
        else { return nil }
        return SigningKey.PublicKey(bytes: bytes)
    }

    private static func allows(_ value: JSONValue?, _ texts: [String]) -> Bool {
        value.map { texts.contains($0.text ?? "") } ?? true
    }
}

/// Why a text gives no public key.
package enum PublicKeyFault: Error, Equatable, Sendable {
    case tooLarge(limit: Int)
    case notAKey
    /// The private half has no business where receipts are checked.
    case privateKey

    package var sentence: String {
        switch self {
        case .tooLarge(let limit): "the key file has more than \(limit) bytes"
        case .notAKey:
            "the key file has no Ed25519 public key as a JSON Web Key; "
                + "`parley consent key` prints one"
        case .privateKey: "the key file has a private key in it; verifying takes the public half"
        }
    }
}
