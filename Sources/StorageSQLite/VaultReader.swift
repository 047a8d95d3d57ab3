import Clocks
import GRDB
import Storage

/// What is read from the vault.
struct VaultReader {
    private let file: String
    private let selectSettings: HotStatement
    private let selectIdentifier: HotStatement
    private let selectKey: HotStatement
    private let countKeys: HotStatement

    init(_ database: Database, file: String) throws {
        func prepare(_ sql: String) throws -> HotStatement {
            try HotStatement(database, file: file, sql)
        }
        self.file = file
        selectSettings = try prepare(
            "SELECT key_epoch, key_check, wrapped_index_key, created FROM vault WHERE id = 1"
        )
        selectIdentifier = try prepare("SELECT contact FROM identifier WHERE blind = ?1")
        selectKey = try prepare("SELECT wrapped FROM contact_key WHERE contact = ?1")
        countKeys = try prepare("SELECT count(*) FROM contact_key")
    }

    func settings() throws(StoreError) -> VaultSettings? {
        try selectSettings.first { row throws(StoreError) in
            guard let epoch = UInt32(exactly: row.integer(0)) else {
                throw .corrupt(file: file)
            }
            return VaultSettings(
                keyEpoch: epoch,
                keyCheck: row.blob(1),
                wrappedIndexKey: row.blob(2),
                createdAt: Timestamp(milliseconds: row.integer(3))
            )
        }
    }

    func contact(for identifier: [UInt8]) throws(StoreError) -> ContactID? {
        try selectIdentifier.bind(identifier, 1)
        return try selectIdentifier.first { row throws(StoreError) in
            guard let id = ContactID(bytes: row.blob(0)) else { throw .corrupt(file: file) }
            return id
        }
    }

    func wrappedSecrets(of contact: ContactID) throws(StoreError) -> [UInt8]? {
        try selectKey.bind(contact.bytes, 1)
        return try selectKey.first { row throws(StoreError) in row.blob(0) }
    }

    func contactCount() throws(StoreError) -> Int {
        try countKeys.first { row throws(StoreError) in Int(row.integer(0)) } ?? 0
    }
}
