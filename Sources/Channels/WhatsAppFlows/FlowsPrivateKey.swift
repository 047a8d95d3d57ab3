import CryptoExtras

/// The private half of the key that WhatsApp encrypts a form's requests to: RSA of 2048 bits or
/// more.
///
/// Kept as bytes and read anew for each request, as swift-crypto's own type may not pass between
/// threads; that costs less than the decryption itself. It never prints itself.
package struct FlowsPrivateKey: Sendable {
    /// Bytes in the longest text that is looked at.
    package static let longestText = 16 << 10

    private let encoded: [UInt8]
    /// Bytes in everything that is encrypted to the key.
    let blockCount: Int
    /// The other half, as it is uploaded to WhatsApp (`business_public_key`).
    package let publicKeyPEM: String

    /// Reads PEM: PKCS#8 (`PRIVATE KEY`) or PKCS#1 (`RSA PRIVATE KEY`), without a passphrase.
    package init(pem text: String) throws(FlowsPrivateKeyError) {
        guard text.utf8.count <= Self.longestText else { throw .tooLong(limit: Self.longestText) }
        // Encrypted PKCS#8, and how PKCS#1 says the same (RFC 1421 §4.6.1.1).
        guard !text.contains("-----BEGIN ENCRYPTED"), !text.contains("4,ENCRYPTED") else {
            throw .hasPassphrase
        }
        guard
            text.contains("-----BEGIN PRIVATE KEY-----")
                || text.contains("-----BEGIN RSA PRIVATE KEY-----")
        else { throw text.contains("-----BEGIN ") ? .otherKind : .notPEM }
        let key: _RSA.Encryption.PrivateKey
        do {
            key = try _RSA.Encryption.PrivateKey(pemRepresentation: text)
        } catch {
            throw .malformed
        }
        encoded = [UInt8](key.derRepresentation)
        blockCount = key.keySizeInBits / 8
        publicKeyPEM = key.publicKey.pemRepresentation
    }

    /// What was encrypted with RSA-OAEP, SHA-256 and MGF1 with SHA-256, to the other half; `nil`
    /// for anything else.
    func decrypt(_ sealed: [UInt8]) -> [UInt8]? {
        guard sealed.count == blockCount,
            let key = try? _RSA.Encryption.PrivateKey(derRepresentation: encoded),
            // An answer, not an accident: what was meant for another key does not open.
            let content = try? key.decrypt(sealed, padding: .PKCS1_OAEP_SHA256)
        else { return nil }
        return [UInt8](content)
    }
}

extension FlowsPrivateKey: CustomStringConvertible, CustomReflectable {
    package var description: String { "FlowsPrivateKey(not shown)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
