package import Clocks

/// A key that checkpoints of the audit log are signed with, for one epoch.
package struct StoredLogKey: Hashable, Sendable {
    /// 1, 2, 3 …; the highest signs.
    package let epoch: UInt32
    /// The public half, as a signed note names it.
    package let verifier: String
    /// Wrapped under the key-encryption key; `nil` once it was destroyed.
    package let wrapped: [UInt8]?
    package let createdAt: Timestamp

    package init(epoch: UInt32, verifier: String, wrapped: [UInt8]?, createdAt: Timestamp) {
        self.epoch = epoch
        self.verifier = verifier
        self.wrapped = wrapped
        self.createdAt = createdAt
    }
}
