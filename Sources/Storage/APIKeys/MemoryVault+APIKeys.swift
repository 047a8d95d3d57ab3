package import Clocks
import Synchronization

extension MemoryVault: APIKeyStore {
    package func addAPIKey(_ key: StoredAPIKey) throws(StoreError) -> Bool {
        contents.withLock { contents in
            guard contents.apiKeys[Array(key.id.utf8)] == nil else { return false }
            contents.apiKeys[Array(key.id.utf8)] = key
            return true
        }
    }

    package func apiKey(_ id: String) throws(StoreError) -> StoredAPIKey? {
        contents.withLock { $0.apiKeys[Array(id.utf8)] }
    }

    package func apiKeys() throws(StoreError) -> [StoredAPIKey] {
        contents.withLock { contents in
            contents.apiKeys.values.sorted { one, other in
                guard one.createdAt == other.createdAt else {
                    return one.createdAt < other.createdAt
                }
                return one.id.utf8.lexicographicallyPrecedes(other.id.utf8)
            }
        }
    }

    package func revokeAPIKey(_ id: String, at now: Timestamp) throws(StoreError) -> Bool {
        contents.withLock { contents in
            guard let key = contents.apiKeys[Array(id.utf8)], key.revokedAt == nil else {
                return false
            }
            contents.apiKeys[Array(id.utf8)] = key.with(revoked: now, lastUsed: key.lastUsedAt)
            return true
        }
    }

    package func touchAPIKey(_ id: String, at now: Timestamp) throws(StoreError) {
        contents.withLock { contents in
            guard let key = contents.apiKeys[Array(id.utf8)] else { return }
            let latest = key.lastUsedAt.map { max($0, now) } ?? now
            contents.apiKeys[Array(id.utf8)] = key.with(revoked: key.revokedAt, lastUsed: latest)
        }
    }
}

extension StoredAPIKey {
    fileprivate func with(revoked: Timestamp?, lastUsed: Timestamp?) -> StoredAPIKey {
        StoredAPIKey(
            id: id,
            secretHash: secretHash,
            name: name,
            scopes: scopes,
            createdAt: createdAt,
            expiresAt: expiresAt,
            revokedAt: revoked,
            lastUsedAt: lastUsed
        )
    }
}
