package import Clocks

/// A key that receipts are signed with, wrapped under the key-encryption key.
package struct StoredSigningKey: Hashable, Sendable {
    /// 32 bytes that name the key.
    package let id: [UInt8]
    package let wrapped: [UInt8]
    package let createdAt: Timestamp
    /// From when on it signs nothing new; receipts it signed still verify.
    package let retiredAt: Timestamp?

    package init(
        id: [UInt8],
        wrapped: [UInt8],
        createdAt: Timestamp,
        retiredAt: Timestamp?
    ) {
        self.id = id
        self.wrapped = wrapped
        self.createdAt = createdAt
        self.retiredAt = retiredAt
    }
}
