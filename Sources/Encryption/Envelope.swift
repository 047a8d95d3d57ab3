/// The stored form of a sealed record, as far as it can be read without a key.
///
/// Version (1 byte), algorithm (1), key version (4), nonce (12), ciphertext, tag (16); see
/// `docs/encryption.md`.
package struct Envelope: Sendable {
    /// The only version so far.
    package static let version: UInt8 = 1
    /// AES-256-GCM.
    package static let algorithm: UInt8 = 1
    /// Longest plaintext that may be sealed, in bytes: 16 MiB.
    package static let plaintextLimit = 16 * 1024 * 1024

    static let headerCount = 6
    static let shortest = headerCount + AESGCM.nonceCount + Padding.bucket + AESGCM.tagCount

    /// Version of the data key that sealed this, for a contact that has had several.
    package let keyVersion: UInt32

    /// Reads the header; says nothing yet about authenticity.
    package init(reading bytes: [UInt8]) throws(OpenError) {
        guard let version = bytes.first else { throw .truncated }
        guard version == Self.version else { throw .unknownVersion(version) }
        guard bytes.count >= Self.headerCount else { throw .truncated }
        guard bytes[1] == Self.algorithm else { throw .unknownAlgorithm(bytes[1]) }
        guard bytes.count >= Self.shortest else { throw .truncated }
        keyVersion = bytes.bigEndian32(at: 2)
    }
}

/// Why an envelope did not open; no case carries content.
package enum OpenError: Error, Equatable {
    /// Shorter than the shortest envelope.
    case truncated
    case unknownVersion(UInt8)
    case unknownAlgorithm(UInt8)
    /// Sealed under another version of the contact's data key.
    case wrongKeyVersion(found: UInt32, wanted: UInt32)
    /// Changed, moved from another place, or sealed under another key: GCM cannot tell which.
    case notAuthentic
    /// Authentic, but not padded the way version 1 pads.
    case notPadded
}
