import Clocks
import Storage

/// What is read of the keys that programs call the interface with.
struct APIKeyReading {
    private let file: String
    private let selectKey: HotStatement
    private let selectKeys: HotStatement

    init(file: String, prepare: (String) throws -> HotStatement) throws {
        self.file = file
        let columns = "id, secret_hash, name, scopes, created, expires, revoked, last_used"
        selectKey = try prepare("SELECT \(columns) FROM api_key WHERE id = ?1")
        selectKeys = try prepare("SELECT \(columns) FROM api_key ORDER BY created, id")
    }

    func key(_ id: String) throws(StoreError) -> StoredAPIKey? {
        try selectKey.bind(id, 1)
        return try selectKey.first { row throws(StoreError) in try key(row) }
    }

    func keys() throws(StoreError) -> [StoredAPIKey] {
        try selectKeys.rows { row throws(StoreError) in try key(row) }
    }

    private func key(_ row: HotRow) throws(StoreError) -> StoredAPIKey {
        let hash = row.blob(1)
        guard let id = row.text(0), let name = row.text(2), let scopes = row.text(3),
            hash.count == StoredAPIKey.secretHashByteCount
        else { throw .corrupt(file: file) }
        func time(_ column: Int32) -> Timestamp? {
            row.optionalInteger(column).map(Timestamp.init(milliseconds:))
        }
        return StoredAPIKey(
            id: id,
            secretHash: hash,
            name: name,
            scopes: StoredAPIKey.scopes(stored: scopes),
            createdAt: Timestamp(milliseconds: row.integer(4)),
            expiresAt: time(5),
            revokedAt: time(6),
            lastUsedAt: time(7)
        )
    }
}

extension StoredAPIKey {
    /// The scopes as they are stored: with a space between two of them (RFC 6749, section 3.3).
    var storedScopes: String { scopes.joined(separator: " ") }

    /// Split by bytes: as a character, a space may carry an accent, which would hide it.
    static func scopes(stored text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }
}
