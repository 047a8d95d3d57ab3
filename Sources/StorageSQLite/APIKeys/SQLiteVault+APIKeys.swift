package import Clocks
package import Storage

extension SQLiteVault: APIKeyStore {
    package func addAPIKey(_ key: StoredAPIKey) throws(StoreError) -> Bool {
        try writer.use { writer throws(StoreError) in try writer.apiKeys.add(key) }
    }

    package func apiKey(_ id: String) throws(StoreError) -> StoredAPIKey? {
        try reader.use { reader throws(StoreError) in try reader.apiKeys.key(id) }
    }

    package func apiKeys() throws(StoreError) -> [StoredAPIKey] {
        try reader.use { reader throws(StoreError) in try reader.apiKeys.keys() }
    }

    package func revokeAPIKey(_ id: String, at now: Timestamp) throws(StoreError) -> Bool {
        try writer.use { writer throws(StoreError) in try writer.apiKeys.revoke(id, at: now) }
    }

    package func touchAPIKey(_ id: String, at now: Timestamp) throws(StoreError) {
        try writer.use { writer throws(StoreError) in try writer.apiKeys.touch(id, at: now) }
    }
}
