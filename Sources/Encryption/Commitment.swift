import Crypto

/// Digests the audit log may hold forever: they bind content without showing it.
package enum Commitment {
    /// Bytes in a commitment and in a salt.
    package static let count = 32
    /// Longest event kind, in bytes.
    package static let kindLimit = 255

    /// Commits to what an audit leaf is about.
    ///
    /// SHA-256 over `parley/payload/v1`, a zero byte, the salt and the plaintext. Once the salt key
    /// is destroyed, no guess of the plaintext can be tested against it.
    package static func payload(
        saltKey: SecretBytes,
        sequence: UInt64,
        kind: String,
        plaintext: [UInt8]
    ) -> [UInt8] {
        payload(salt: salt(saltKey, sequence: sequence, kind: kind), plaintext: plaintext)
    }

    /// The same from a disclosed salt, as somebody without the salt key checks it.
    package static func payload(salt: [UInt8], plaintext: [UInt8]) -> [UInt8] {
        precondition(salt.count == count, "a salt has 32 bytes")
        var message = tagged("parley/payload/v1", capacity: count + plaintext.count)
        message.append(contentsOf: salt)
        message.append(contentsOf: plaintext)
        return [UInt8](SHA256.hash(data: message))
    }

    /// The salt of one leaf; showing it opens that commitment and no other.
    ///
    /// SHA-256 over `parley/salt/v1`, a zero byte, the salt key, the sequence (u64) and the kind
    /// after its length (u8).
    package static func salt(_ saltKey: SecretBytes, sequence: UInt64, kind: String) -> [UInt8] {
        precondition(kind.utf8.count <= kindLimit, "an event kind has at most 255 bytes")
        var hasher = SHA256()
        hasher.update(data: tagged("parley/salt/v1", capacity: 0))
        unsafe saltKey.key.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
        var place: [UInt8] = []
        place.reserveCapacity(9 + kind.utf8.count)
        place.append(bigEndian: sequence)
        place.append(UInt8(kind.utf8.count))
        place.append(contentsOf: kind.utf8)
        hasher.update(data: place)
        return [UInt8](hasher.finalize())
    }

    /// Commits to sealed bytes as they are stored.
    ///
    /// SHA-256 over `parley/state/v1`, a zero byte and the envelope.
    package static func state(sealed: [UInt8]) -> [UInt8] {
        var message = tagged("parley/state/v1", capacity: sealed.count)
        message.append(contentsOf: sealed)
        return [UInt8](SHA256.hash(data: message))
    }

    private static func tagged(_ domain: StaticString, capacity: Int) -> [UInt8] {
        var message: [UInt8] = []
        message.reserveCapacity(domain.utf8CodeUnitCount + 1 + capacity)
        message.append(contentsOf: domain.description.utf8)
        message.append(0)
        return message
    }
}
