package import Clocks

/// Whose key a request came with, and what it may do.
package struct APIKeyHolder: Hashable, Sendable {
    /// The public part of the key.
    package let id: String
    package let name: String
    package let scopes: Set<APIScope>
    package let expiresAt: Timestamp?
}
