import Clocks
import Storage

/// What is written of the keys that programs call the interface with.
///
/// Each is a statement outside a transaction, which is one, and as durable.
struct APIKeyWriting {
    private let insert: HotStatement
    private let revoke: HotStatement
    private let touch: HotStatement

    init(prepare: (String) throws -> HotStatement) throws {
        insert = try prepare(
            """
            INSERT INTO api_key
                (id, secret_hash, name, scopes, created, expires, revoked, last_used)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING
            """
        )
        revoke = try prepare("UPDATE api_key SET revoked = ?2 WHERE id = ?1 AND revoked IS NULL")
        touch = try prepare(
            """
            UPDATE api_key SET last_used = ?2
            WHERE id = ?1 AND (last_used IS NULL OR last_used < ?2)
            """
        )
    }

    func add(_ key: StoredAPIKey) throws(StoreError) -> Bool {
        try insert.bind(key.id, 1)
        try insert.bind(key.secretHash, 2)
        try insert.bind(key.name, 3)
        try insert.bind(key.storedScopes, 4)
        try insert.bind(key.createdAt.milliseconds, 5)
        try insert.bind(key.expiresAt?.milliseconds, 6)
        try insert.bind(key.revokedAt?.milliseconds, 7)
        try insert.bind(key.lastUsedAt?.milliseconds, 8)
        return try insert.change() == 1
    }

    func revoke(_ id: String, at now: Timestamp) throws(StoreError) -> Bool {
        try revoke.bind(id, 1)
        try revoke.bind(now.milliseconds, 2)
        return try revoke.change() == 1
    }

    func touch(_ id: String, at now: Timestamp) throws(StoreError) {
        try touch.bind(id, 1)
        try touch.bind(now.milliseconds, 2)
        try touch.run()
    }
}
