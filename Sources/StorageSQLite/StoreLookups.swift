import GRDB
import Storage

/// The two questions every turn asks.
struct StoreLookups {
    private let selectContact: HotStatement
    private let selectInbox: HotStatement

    init(_ database: Database, file: String) throws {
        selectContact = try HotStatement(
            database,
            file: file,
            "SELECT version, sealed FROM contact WHERE row = ?1 AND id = ?2"
        )
        selectInbox = try HotStatement(
            database,
            file: file,
            "SELECT 1 FROM inbox WHERE key = ?1"
        )
    }

    func contact(_ id: ContactID) throws(StoreError) -> StoredContact? {
        try selectContact.bind(id.rowKey, 1)
        try selectContact.bind(id.bytes, 2)
        return try selectContact.first { row throws(StoreError) in
            StoredContact(
                version: UInt64(bitPattern: row.integer(0)),
                sealedState: row.blob(1)
            )
        }
    }

    func isTaken(_ key: [UInt8]) throws(StoreError) -> Bool {
        try selectInbox.bind(key, 1)
        return try selectInbox.first { _ throws(StoreError) in true } ?? false
    }
}
