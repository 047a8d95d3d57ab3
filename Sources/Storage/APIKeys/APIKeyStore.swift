package import Clocks

/// What a store must keep of the keys that programs call the interface with.
///
/// Every write is durable when the method returns, so a revoked key stays revoked.
package protocol APIKeyStore: Sendable {
    /// Adds a key, unless its id is taken, which keeps the key that has it.
    ///
    /// - Returns: Whether it was added.
    func addAPIKey(_ key: StoredAPIKey) throws(StoreError) -> Bool
    /// Also a revoked or an expired one: whoever asks decides.
    func apiKey(_ id: String) throws(StoreError) -> StoredAPIKey?
    /// All of them, the oldest first.
    func apiKeys() throws(StoreError) -> [StoredAPIKey]
    /// Revokes a key from an instant on; one that was revoked before keeps its instant.
    ///
    /// - Returns: Whether this call revoked it.
    func revokeAPIKey(_ id: String, at now: Timestamp) throws(StoreError) -> Bool
    /// Notes when a key was last used, which only ever moves forwards.
    ///
    /// A durable write, so callers do it once in a while and not for each request.
    func touchAPIKey(_ id: String, at now: Timestamp) throws(StoreError)
}
