package import Clocks

/// A key that a program calls the interface with: what is kept of it, which opens nothing.
package struct StoredAPIKey: Hashable, Sendable {
    package static let secretHashByteCount = 32

    /// The public part, which names the key.
    package let id: String
    /// 32 bytes: a hash of the secret part, which itself is kept nowhere.
    package let secretHash: [UInt8]
    /// What people call it.
    package let name: String
    /// What it may do: words without spaces (RFC 6749, section 3.3).
    package let scopes: [String]
    package let createdAt: Timestamp
    package let expiresAt: Timestamp?
    package let revokedAt: Timestamp?
    package let lastUsedAt: Timestamp?

    package init(
        id: String,
        secretHash: [UInt8],
        name: String,
        scopes: [String],
        createdAt: Timestamp,
        expiresAt: Timestamp? = nil,
        revokedAt: Timestamp? = nil,
        lastUsedAt: Timestamp? = nil
    ) {
        precondition(
            secretHash.count == Self.secretHashByteCount,
            "the hash of a key's secret has 32 bytes"
        )
        // A scope with a space in it would come back from a store as two.
        precondition(
            scopes.allSatisfy { !$0.isEmpty && !$0.utf8.contains(UInt8(ascii: " ")) },
            "a scope is a word without spaces"
        )
        self.id = id
        self.secretHash = secretHash
        self.name = name
        self.scopes = scopes
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
        self.lastUsedAt = lastUsedAt
    }
}
