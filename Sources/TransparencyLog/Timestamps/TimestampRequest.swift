internal import Crypto

/// What a time-stamping authority is asked: to sign the SHA-256 of a message, and its own time.
///
/// RFC 3161 §2.4.1. Version 1, no policy asked for, a nonce, and the authority's certificate in the
/// answer, so that it can be verified on its own.
package struct TimestampRequest: Hashable, Sendable {
    /// The media type it is sent as (RFC 3161 §3.4).
    package static let mediaType = "application/timestamp-query"

    /// SHA-256 of the message, 32 bytes.
    package let imprint: [UInt8]
    /// Chosen at random, and returned by the authority; the highest of its 64 bits is always set.
    package let nonce: UInt64

    /// A request about a message, with 64 random bits as its nonce.
    ///
    /// Of those 63 are used: with the highest bit set, every request has the same length.
    package init(of message: [UInt8], nonce: UInt64) {
        imprint = [UInt8](SHA256.hash(data: message))
        self.nonce = nonce | 1 << 63
    }

    /// The request in DER: always 70 bytes.
    package var bytes: [UInt8] { Self.start + imprint + Self.nonceStart + nonceBytes + Self.end }

    var nonceBytes: [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: nonce >> UInt64(56 - 8 * $0)) }
    }

    /// The request's version, and the imprint's algorithm up to its 32 bytes.
    private static let start: [UInt8] = [
        0x30, 0x44,  // TimeStampReq
        0x02, 0x01, 0x01,  // version 1
        0x30, 0x31,  // messageImprint
        0x30, 0x0d, 0x06, 0x09,  // hashAlgorithm: 2.16.840.1.101.3.4.2.1, SHA-256
        0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01,
        0x05, 0x00,  // its parameters: NULL
        0x04, 0x20,  // hashedMessage
    ]
    /// An INTEGER of nine bytes: the zero keeps the number from being negative.
    private static let nonceStart: [UInt8] = [0x02, 0x09, 0x00]
    /// certReq TRUE.
    private static let end: [UInt8] = [0x01, 0x01, 0xff]
}
