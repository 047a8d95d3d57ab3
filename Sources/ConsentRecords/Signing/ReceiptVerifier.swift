import Consent
package import Encryption
import JSONCoding

/// Checks signed receipts; needs nothing but the controller's public keys.
package enum ReceiptVerifier {
    /// Verifies a receipt.
    ///
    /// The text must be the receipt and nothing else: no white space, no second way of writing
    /// the same bytes. That a receipt holds says that the controller issued exactly this; what
    /// has happened since, it cannot say.
    package static func verify(
        _ jws: [UInt8],
        keys: [SigningKey.PublicKey]
    ) -> ReceiptVerification {
        do throws(ReceiptFault) {
            return .holds(try check(jws, keys: keys))
        } catch {
            return .fails(error)
        }
    }

    package static func verify(
        _ jws: String,
        keys: [SigningKey.PublicKey]
    ) -> ReceiptVerification {
        verify([UInt8](jws.utf8), keys: keys)
    }

    private static func check(
        _ jws: [UInt8],
        keys: [SigningKey.PublicKey]
    ) throws(ReceiptFault) -> ReceiptSummary {
        guard jws.count <= SignedReceipt.limit else {
            throw .tooLarge(limit: SignedReceipt.limit)
        }
        let parts = jws.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let headerBytes = decode(parts[0]),
            let signature = decode(parts[2]), let header = JSONReader.read(headerBytes)
        else { throw .notAJWS }
        let (format, keyID) = try read(header)
        guard let key = keys.first(where: { $0.keyID == keyID }) else { throw .unknownKey }
        guard key.verifies(signature, of: [UInt8](jws[..<parts[1].endIndex])) else {
            throw .wrongSignature
        }
        // Only what is signed is looked at.
        guard let payload = decode(parts[1]), let document = JSONReader.read(payload),
            let summary = ReceiptSummary(document, format, key)
        else { throw .notAReceipt }
        return summary
    }

    /// INVARIANT: the algorithm is ours and never the text's to choose; `none` is no algorithm.
    private static func read(
        _ header: JSONValue
    ) throws(ReceiptFault) -> (SignedReceipt.Format, keyID: String) {
        guard case .object(let members) = header, let algorithm = header["alg"]?.text else {
            throw .notAJWS
        }
        guard algorithm == SignedReceipt.algorithm else { throw .wrongAlgorithm }
        guard header["typ"]?.text == SignedReceipt.type, members.count == 4,
            let content = header["cty"]?.text, let format = SignedReceipt.Format(rawValue: content),
            let keyID = header["kid"]?.text
        else { throw .notAReceipt }
        return (format, keyID)
    }

    private static func decode(_ part: ArraySlice<UInt8>) -> [UInt8]? {
        String(validating: part, as: UTF8.self).flatMap { Base64.decodeURL($0) }
    }
}

/// What came of verifying a receipt.
package enum ReceiptVerification: Hashable, Sendable {
    case holds(ReceiptSummary)
    case fails(ReceiptFault)
}

/// Why a receipt does not hold; repeats nothing of what it claims.
package enum ReceiptFault: Error, Hashable, Sendable {
    case tooLarge(limit: Int)
    case notAJWS
    case wrongAlgorithm
    case unknownKey
    case wrongSignature
    case notAReceipt

    package var sentence: String {
        switch self {
        case .tooLarge(let limit): "it has more than \(limit) bytes, which no receipt has"
        case .notAJWS:
            "it is not a signed receipt: that is one line of three parts with dots between "
                + "(RFC 7515)"
        case .wrongAlgorithm: "it is not signed with EdDSA, and nothing else counts"
        case .unknownKey: "it names a signing key that was not given"
        case .wrongSignature: "the signature does not match: it was changed, or never signed"
        case .notAReceipt: "what it is signed as is not a consent receipt"
        }
    }
}
