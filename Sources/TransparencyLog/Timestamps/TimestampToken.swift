internal import SwiftASN1

/// A time stamp as an authority signed it, with what it states.
///
/// RFC 3161 §2.4.2: a CMS SignedData (RFC 5652) around a TSTInfo. **The signature is not verified
/// here**, and of certificates and signer no more is known than that they are DER: until that is
/// done the token proves nothing to anyone. `openssl ts -verify -token_in` does it, with the
/// message and the authority's certificate; keep `bytes` for that.
package struct TimestampToken: Hashable, Sendable {
    /// The token in DER exactly as it came, signature and certificates included.
    package let bytes: [UInt8]
    package let info: TimestampInfo

    /// Reads the DER of a token, as a reply has it or as it was kept.
    package init(bytes: [UInt8]) throws(TimestampError) {
        let content = try DER.read(.token, bytes) { contentInfo in
            guard try ASN1ObjectIdentifier(derEncoded: &contentInfo) == Self.signedData else {
                throw TimestampError.notSigned
            }
            return try DER.explicitlyTagged(
                &contentInfo,
                tagNumber: 0,
                tagClass: .contextSpecific
            ) { try DER.sequence($0, identifier: .sequence, Self.content) }
        }
        self.bytes = bytes
        info = try TimestampInfo(bytes: content)
    }

    /// Whether the token is about the request's message and was made for this very request.
    ///
    /// - Throws: `.unknownVersion`, `.otherMessage`, `.nonceMissing` or `.otherNonce`.
    package func check(_ request: TimestampRequest) throws(TimestampError) {
        guard info.version == TimestampInfo.knownVersion else {
            throw .unknownVersion(info.version)
        }
        guard info.imprint == request.imprint else { throw .otherMessage }
        guard let nonce = info.nonce else { throw .nonceMissing }
        guard nonce == request.nonceBytes else { throw .otherNonce }
    }

    private static let signedData: ASN1ObjectIdentifier = [1, 2, 840, 113_549, 1, 7, 2]
    private static let timestampInfo: ASN1ObjectIdentifier = [
        1, 2, 840, 113_549, 1, 9, 16, 1, 4,
    ]

    /// The content of a SignedData; what is around it is passed over, each part in its place.
    private static func content(
        _ signed: inout ASN1NodeCollection.Iterator
    ) throws -> [UInt8] {
        _ = try UInt8(derEncoded: &signed)
        // The digest algorithms of the signers.
        try signed.skip(.set)
        let content = try signed.sequence { encapsulated in
            guard try ASN1ObjectIdentifier(derEncoded: &encapsulated) == timestampInfo else {
                throw TimestampError.notATimestamp
            }
            return try DER.explicitlyTagged(
                &encapsulated,
                tagNumber: 0,
                tagClass: .contextSpecific
            ) { try ASN1OctetString(derEncoded: $0) }
        }
        // Certificates and revocation lists, then the signers.
        try signed.skip(optional: .context0)
        try signed.skip(optional: .context1)
        try signed.skip(.set)
        return [UInt8](content.bytes)
    }
}
