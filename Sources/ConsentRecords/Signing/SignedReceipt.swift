package import Encryption
package import JSONCoding

/// A receipt with the controller's signature: a compact JWS (RFC 7515) with EdDSA (RFC 8037).
///
/// The header has four members and no more: `alg`, `cty`, `kid` and `typ`. The key itself is never
/// in it: whoever verifies must have it from the controller.
package struct SignedReceipt: Hashable, Sendable {
    /// What is signed.
    package enum Format: String, Hashable, Sendable, CaseIterable {
        /// ISO/IEC TS 27560 as JSON-LD.
        case jsonld = "ld+json"
        /// Kantara Consent Receipt 1.1.
        case kantara = "json"

        /// The document for a dossier.
        package func document(_ dossier: ConsentDossier) throws(ReceiptError) -> JSONValue {
            switch self {
            case .jsonld: ConsentReceiptDocument(dossier).json
            case .kantara: try KantaraReceipt.json(dossier)
            }
        }
    }

    /// The most a receipt may have, in bytes.
    package static let limit = 256 * 1024

    static let algorithm = "EdDSA"
    // An explicit type (RFC 8725 §3.11): nothing else that the key may sign passes for a receipt.
    static let type = "consent-receipt+jws"

    /// `header.payload.signature`.
    package let text: String
    package let publicKey: SigningKey.PublicKey

    /// Signs the document for a dossier.
    package init(
        _ dossier: ConsentDossier,
        as format: Format,
        with key: SigningKey
    ) throws(ReceiptError) {
        let header: JSONValue = [
            "alg": .text(Self.algorithm),
            "cty": .text(format.rawValue),
            "kid": .text(key.publicKey.keyID),
            "typ": .text(Self.type),
        ]
        let input = [header, try format.document(dossier)]
            .map { Base64.encodeURL([UInt8]($0.compact.utf8)) }
            .joined(separator: ".")
        let signature = Base64.encodeURL(key.signature(for: [UInt8](input.utf8)))
        guard input.utf8.count + 1 + signature.utf8.count <= Self.limit else {
            throw .tooLarge(limit: Self.limit)
        }
        text = "\(input).\(signature)"
        publicKey = key.publicKey
    }
}
